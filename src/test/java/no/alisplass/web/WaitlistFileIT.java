package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.alisplass.InBrowser;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Users;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Waitlists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is taken in as it was shown, once, and can be undone. */
@QuarkusTest
@InBrowser
class WaitlistFileIT {
    private static final String FILE_A = MunicipalityTown.csv(
            MunicipalityTown.row(1, "Åse Sørbø", "9144890"), MunicipalityTown.row(2, "Bo Berg", "9144891"));
    private static final String FILE_B = MunicipalityTown.csv(MunicipalityTown.row(1, "Cato Dahl", "9144892"));
    private static final String WITH_PHONE = FILE_B.replace(
                    "Stilling videre i %\r\n", "Stilling videre i %;Telefon;Unngå\r\n")
            .replace("01.01.2026;0\r\n", "01.01.2026;0;911 22 333;ØNH\r\n");

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    @Inject
    Waitlists waitlists;

    @TestHTTPResource("/")
    URL site;

    private String list;

    @BeforeEach
    void anOpenRound() {
        list = new MunicipalityTown(users, capacity, catchment, rounds).openRound();
    }

    @Test
    void each_tab_takes_in_what_it_shows_or_is_told_that_the_list_has_changed() {
        try (Browser.Visitor visitor = chief(1280)) {
            Page first = upload(visitor.page(), FILE_A);
            Page second = upload(visitor.page().context().newPage(), FILE_B);
            first.click("text=Ta inn alle 2 legene");
            assertThat(names(first)).containsExactly("Åse Sørbø", "Bo Berg");
            assertThat(first.locator(".flash").innerText()).contains("2 leger er hentet inn fra filen.");
            second.click("text=Ta inn legen");
            assertThat(second.locator(".error-summary").innerText())
                    .contains("Listen er endret siden filen ble vist, i en annen fane eller av noen andre.");
            second.navigate(site + list.substring(1));
            assertThat(names(second)).containsExactly("Åse Sørbø", "Bo Berg");
        }
    }

    @Test
    void a_second_click_is_the_same_as_one() {
        try (Browser.Visitor visitor = chief(1280)) {
            Page page = upload(visitor.page(), FILE_A);
            Object answers = page.evaluate("() => { const form = document.querySelector('main .toolbar form');"
                    + " const post = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});"
                    + " return Promise.all([post(), post()])"
                    + ".then(all => all.map(each => each.status + ' ' + new URL(each.url).pathname)); }");
            assertThat(answers).isEqualTo(List.of("200 " + list, "200 " + list));
            page.navigate(site + list.substring(1));
            assertThat(names(page)).containsExactly("Åse Sørbø", "Bo Berg");
        }
    }

    @Test
    void the_doctors_who_would_go_are_named_and_come_back_when_it_is_undone() {
        try (Browser.Visitor visitor = chief(1280)) {
            Page page = upload(visitor.page(), FILE_A);
            page.click("text=Ta inn alle 2 legene");
            upload(page, FILE_B);
            assertThat(page.locator(".notice-warning").innerText())
                    .contains("2 leger står på listen nå, men er ikke i det som tas inn")
                    .contains("Åse Sørbø")
                    .contains("Bo Berg");
            visitor.finds("preview that loses doctors").picture("kommune-fil-mister");
            page.click("text=Ta inn legen");
            assertThat(names(page)).containsExactly("Cato Dahl");
            page.click(".flash button");
            assertThat(page.locator(".flash").innerText()).contains("Listen er som før filen ble tatt inn: 2 leger.");
            assertThat(names(page)).containsExactly("Åse Sørbø", "Bo Berg");
        }
    }

    @Test
    void what_was_changed_since_is_not_undone() {
        try (Browser.Visitor visitor = chief(1280)) {
            Page page = upload(visitor.page(), FILE_A);
            page.click("text=Ta inn alle 2 legene");
            Page other = visitor.page().context().newPage();
            upload(other, FILE_B);
            other.click("text=Ta inn legen");
            assertThat(other.locator(".flash").innerText()).contains("hentet inn fra filen");
            page.click(".flash button");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Listen er endret etter at filen ble tatt inn, så det kan ikke angres lenger.");
            other.reload();
            assertThat(names(other)).containsExactly("Cato Dahl");
        }
    }

    @Test
    void a_preview_is_its_own_users_only() {
        try (Browser.Visitor chief = chief(1280);
                Browser.Visitor deputy = MunicipalityTown.visit(site, 1280, MunicipalityTown.DEPUTY, "/kommune")) {
            String key = upload(chief.page(), FILE_A).inputValue("main .toolbar form [name=key]");
            Page page = upload(deputy.page(), FILE_B);
            page.evaluate("key => document.querySelector('main .toolbar form [name=key]').value = key", key);
            page.click("text=Ta inn legen");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Filen ligger ikke lenger klar. Velg den på nytt.");
        }
    }

    @Test
    void columns_nobody_knows_are_asked_about_and_mean_what_is_answered() {
        try (Browser.Visitor visitor = chief(360, 1280)) {
            Page page = upload(visitor.page(), WITH_PHONE);
            visitor.finds("unknown columns").picture("kommune-fil-kolonner");
            assertThat(page.locator("main").innerText()).contains("Kolonnene må på plass først");
            assertThat(page.locator(".preview .badge").allInnerTexts()).containsExactly("Ikke tatt stilling til");
            assertThat(page.locator("text=Ta inn").count()).isZero();
            page.selectOption("#kolonne-1", "-");
            page.click("text=Les filen på nytt");
            assertThat(page.locator("main").innerText())
                    .contains("Kolonnen «Telefon» er utelatt, slik dere svarte.")
                    .contains("Kolonnen «Unngå» kjenner vi ikke, men det står noe i den: «ØNH».");
            page.selectOption("#kolonne-1", "Uønskede avdelinger");
            page.click("text=Les filen på nytt");
            visitor.finds("answered columns").picture("kommune-fil-besvart");
            assertThat(page.locator("main").innerText())
                    .contains("Kolonnen «Unngå» ble lest som «Uønskede avdelinger», slik dere svarte.");
            page.click("text=Ta inn legen");
            assertThat(names(page)).containsExactly("Cato Dahl");
            RoundId round = new RoundId(list.substring(list.lastIndexOf('/') + 1));
            assertThat(MunicipalityTown.done(waitlists.draft(round, new AreaCode("9301")))
                            .entries()
                            .get(0)
                            .wishes()
                            .refused())
                    .containsExactly(new DepartmentId("town-onh"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void faults_are_seen_without_scrolling_sideways(int width) {
        try (Browser.Visitor visitor = chief(width)) {
            Page page = upload(
                    visitor.page(),
                    FILE_A
                            + "3;Kari Granbekkmo;HPR ukjent;9301;fast ansatt;;den nyeste;30,5;24;150;8;påbegynt;6;Kardiologi;\r\n"
                            + "Oppdatert av Kari;;;;;;;;;;;;;;\r\n");
            visitor.finds("broken preview").picture("kommune-fil-feil");
            assertThat(page.locator("main").innerText())
                    .contains("Rad 5: Raden ble ikke lest, for den har ikke HPR-nummer og ser ikke ut som en lege:"
                            + " «Oppdatert av Kari».");
            assertThat(page.locator("td.faulty").count()).isEqualTo(4);
            page.locator("td.faulty").all().forEach(cell -> {
                var box = cell.boundingBox();
                assertThat(box.x).isNotNegative();
                assertThat(box.x + box.width).isLessThanOrEqualTo(width);
            });
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    private Browser.Visitor chief(int width, int... others) {
        return MunicipalityTown.visit(Browser.visitor(site, width, others), MunicipalityTown.CHIEF, "/kommune");
    }

    private Page upload(Page page, String csv) {
        page.navigate(site + list.substring(1) + "/fil");
        page.setInputFiles(
                "[name=file]", new FilePayload("venteliste.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.click("main form button[type=submit]");
        return page;
    }

    private static List<String> names(Page page) {
        return page.locator(".doctor h3").allInnerTexts();
    }
}
