package no.alisplass.web;

import static no.alisplass.web.MunicipalityTown.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.Rounds;
import no.alisplass.web.text.Formats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a coordinator is told, and what the pages remember, from the plan of a round until it is closed. */
@QuarkusTest
@InBrowser
class RoundWordsIT {
    private static final String KARI = "town-ord-kari";

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    @Inject
    SettableClock clock;

    @TestHTTPResource("/")
    URL site;

    private String round;

    @BeforeEach
    void town() {
        String list = new MunicipalityTown(users, capacity, catchment, rounds).openRound();
        round = list.replace("/kommune/", "/koordinator/");
        users.create(User.of(KARI, "Kari Koordinator", Roles.COORDINATOR), PASSWORD);
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void name_and_deadline_follow_the_half_year_until_someone_writes_others() {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, KARI, "/koordinator/ny-runde")) {
            Page page = visitor.page();
            String first = page.inputValue("[name=halfYears]");
            assertThat(page.inputValue("[name=deadline]"))
                    .as("nine months before, as the rules say")
                    .isEqualTo(Formats.shortDate(HalfYear.parse(first).start().minusMonths(9)));
            List<String> starts = new ArrayList<>();
            page.locator("[name=halfYears] option").all().forEach(each -> starts.add(each.getAttribute("value")));
            String other = starts.stream()
                    .filter(each -> !each.equals(first))
                    .findFirst()
                    .orElseThrow();
            page.selectOption("[name=halfYears]", other);
            HalfYear half = HalfYear.parse(other);
            String deadline = Formats.shortDate(half.start().minusMonths(3).withDayOfMonth(15));
            assertThat(page.inputValue("[name=title]")).endsWith(", " + Formats.halfYear(half));
            assertThat(page.inputValue("[name=deadline]")).isEqualTo(deadline);
            page.check("[name=count][value='2']");
            assertThat(page.inputValue("[name=title]"))
                    .endsWith(", " + Formats.halfYear(half) + " og " + Formats.halfYear(half.next()));
            page.fill("[name=title]", "Vårt eget navn");
            page.selectOption("[name=halfYears]", first);
            assertThat(page.inputValue("[name=title]")).isEqualTo("Vårt eget navn");
            page.fill("[name=deadline]", "1.1.2020");
            page.click("main form[data-keep] button[type=submit]");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("1. januar 2020 er passert. Skriv en frist fra og med i dag")
                    .doesNotContain("2020-01-01");
            assertThat(page.inputValue("[name=title]")).isEqualTo("Vårt eget navn");
            visitor.finds("a deadline that is over").picture("frist-passert");
        }
    }

    @Test
    void the_half_year_proposed_has_no_round_yet() {
        clock.set(LocalDate.of(2090, 1, 10));
        HalfYear covered = HalfYear.parse("2091-V");
        rounds.create(new RoundPlan(
                new RoundId("town-dekket"),
                capacity.hospitals().get(0).id(),
                "Dekket",
                List.of(covered),
                "ahus-2020",
                null,
                null,
                null,
                covered.start().minusMonths(3)));
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, KARI, "/koordinator/ny-runde")) {
            assertThat(visitor.page().inputValue("[name=halfYears]")).isEqualTo("2091-H");
        }
    }

    @Test
    void a_draft_made_by_mistake_is_deleted_and_an_open_round_is_not() {
        HalfYear half = HalfYear.parse("2097-V");
        MunicipalityTown.done(rounds.create(new RoundPlan(
                new RoundId("town-feil"),
                MunicipalityTown.HOSPITAL,
                "Test fortid",
                List.of(half),
                "ahus-2020",
                null,
                null,
                null,
                half.start().minusMonths(3))));
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, KARI, "/koordinator/runder/town-feil")) {
            Page page = visitor.page();
            visitor.finds("a draft").picture("utkast");
            assertThat(page.locator("a.btn:has-text('Gå til stillingene')").getAttribute("href"))
                    .isEqualTo("/koordinator/stillinger?fra=2097-V&sykehus=town");
            page.click("[data-dialog=slett]");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Utkastet «Test fortid» er slettet.");
            visitor.at("/koordinator/runder/town-feil");
            assertThat(page.locator("main").innerText())
                    .contains("Vi finner ikke runden. Den kan være slettet")
                    .doesNotContain("town-feil");
            assertThat(visitor.at(round).page().locator("[data-dialog=slett]").count())
                    .isZero();
        }
    }

    @Test
    void closing_early_names_who_is_silent_and_the_reason_is_shown_again() {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, KARI, round);
                Browser.Visitor other = MunicipalityTown.visit(site, 1280, KARI, round)) {
            Page page = visitor.page();
            visitor.at(round + "/ventelister");
            assertThat(page.locator("main").innerText()).contains("Ingen av de 2 har svart ennå.");
            visitor.finds("no lists").picture("ingen-lister");
            visitor.at(round + "/rangering");
            assertThat(page.locator("main").innerText())
                    .contains(
                            "Dette går ikke akkurat nå",
                            "er lukket for ventelister. Nå er runden åpen for ventelister.")
                    .doesNotContain("OPEN", "town-");
            visitor.at(round);
            page.click("[data-dialog=lukk]");
            assertThat(page.locator("dialog[open]").innerText()).contains("Ikke begynt: Lillevik, Storvik.");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Skriv hvorfor du lukker allerede nå")
                    .doesNotContain("(reason)");
            page.fill("dialog[open] [name=reason]", "Begge kommunene har sagt at de ikke har leger.");
            visitor.finds("closing").picture("lukke");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator(".history").innerText())
                    .contains("Lukket", "av Kari Koordinator")
                    .contains("Begrunnelse: Begge kommunene har sagt at de ikke har leger.");
            visitor.finds("closed with history").picture("historikk");
            // The other window still shows the round open.
            other.page().click("[data-dialog=lukk]");
            other.page().fill("dialog[open] [name=reason]", "Skrevet i et annet vindu.");
            other.page().click("dialog[open] button[type=submit]");
            assertThat(other.page().locator(".flash").innerText()).contains("var alt lukket. Ingenting ble endret.");
        }
    }

    @Test
    void two_who_change_a_round_are_told_of_each_other_and_lose_nothing() {
        try (Browser.Visitor one = MunicipalityTown.visit(site, 1280, KARI, round + "/endre");
                Browser.Visitor two = MunicipalityTown.visit(site, 1280, KARI, round + "/endre")) {
            one.page().fill("[name=title]", "Navn fra den ene");
            two.page().fill("[name=title]", "Navn fra den andre");
            one.page().click("main form[data-keep] button[type=submit]");
            two.page().click("main form[data-keep] button[type=submit]");
            assertThat(two.page().locator(".error-summary").innerText())
                    .contains("Noen andre endret runden mens du skrev: nå heter den «Navn fra den ene»")
                    .doesNotContain("If-Match");
            assertThat(two.page().inputValue("[name=title]")).isEqualTo("Navn fra den andre");
            two.page().click("main form[data-keep] button[type=submit]");
            assertThat(two.page().locator(".flash").innerText()).contains("Runden «Navn fra den andre» er endret.");
        }
    }

    @Test
    void two_equal_departments_are_told_without_ids() {
        String seats = "/koordinator/stillinger/town/ny?fra=2097-H";
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, KARI, seats)) {
            Page page = visitor.page();
            page.click("main form[data-keep] button[type=submit]");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Ingenting er valgt. Velg ett av alternativene.");
            page.selectOption("[name='parts[0].department']", "town-geriatri");
            page.selectOption("[name='parts[1].department']", "town-geriatri");
            page.click("main form[data-keep] button[type=submit]");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Velg to ulike avdelinger")
                    .doesNotContain("town-geriatri");
            visitor.finds("two equal departments").picture("to-like-avdelinger");
            page.selectOption("[name='parts[1].department']", "town-lunge");
            page.click("main form[data-keep] button[type=submit]");
            page.waitForURL("**fra=2097-H**");
        }
    }

    @Test
    void a_list_sent_after_the_deadline_is_told_so_and_counts() {
        String list = round.replace("/koordinator/", "/kommune/");
        LocalDate deadline = rounds.round(new RoundId(round.substring(round.lastIndexOf('/') + 1)))
                .orElseThrow()
                .deadline();
        clock.set(deadline.plusDays(1));
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, MunicipalityTown.CHIEF, list + "/send")) {
            Page page = visitor.page();
            assertThat(page.locator("main").innerText())
                    .contains("Fristen var " + Formats.longDate(deadline))
                    .contains("Runden er fortsatt åpen, så listen teller")
                    .contains("Området mangler noe reglene spør etter", "har ingen avtale med");
            visitor.finds("sending late").picture("send-sent");
            page.click("main form button[type=submit]");
            assertThat(page.locator("main").innerText())
                    .contains("Listen ble sendt etter fristen " + Formats.longDate(deadline), "Sendt av\nOda Overlege");
            visitor.finds("a late receipt").at("/kommune");
            assertThat(page.locator("section:has-text('" + Formats.longDate(deadline) + "')")
                            .first()
                            .innerText())
                    .contains("Fristen var")
                    .doesNotContain("Send ventelisten senest");
        }
    }

    @Test
    void a_vacancy_too_short_to_count_is_told_so() {
        users.create(
                new User(
                        "town-kort",
                        "Korte vikariater",
                        new TreeSet<>(Set.of(Roles.DEPARTMENT)),
                        Optional.empty(),
                        Optional.of(MunicipalityTown.HOSPITAL),
                        Optional.empty(),
                        false,
                        false),
                PASSWORD);
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, "town-kort", "/avdeling/vikariater/nytt")) {
            Page page = visitor.page();
            page.fill("[name=from]", "1.5.2072");
            page.fill("[name=to]", "1.2.2072");
            page.click("#vikariat button[type=submit]");
            assertThat(page.locator(".error-summary li").allInnerTexts())
                    .containsExactly("Avdeling: Ingenting er valgt. Velg ett av alternativene.");
            page.check("[name=department][value=town-lunge]");
            page.click("#vikariat button[type=submit]");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Vikariatet slutter 1. februar 2072, før det begynner 1. mai 2072.")
                    .doesNotContain("2072-");
            page.fill("[name=to]", "30.6.2072");
            page.click("#vikariat button[type=submit]");
            assertThat(page.locator(".error-summary").innerText()).contains("Tjenesten teller først fra 3 måneder");
            page.check("[name=notCounting]");
            page.click("#vikariat button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Det teller ikke");
        }
    }
}
