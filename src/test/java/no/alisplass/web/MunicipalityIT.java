package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import no.alisplass.InBrowser;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Users;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.Waitlists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chief physician keeps the waitlist of the municipality, through the pages only. */
@QuarkusTest
@InBrowser
class MunicipalityIT {
    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    @TestHTTPResource("/")
    URL site;

    @Inject
    Waitlists waitlists;

    private MunicipalityTown town;
    private String list;

    @BeforeEach
    void anOpenRound() {
        town = new MunicipalityTown(users, capacity, catchment, rounds);
        list = town.openRound();
    }

    @Test
    void the_whole_way_from_an_empty_list_to_a_receipt() {
        try (Browser.Visitor visitor = chief(320, 1280)) {
            Page page = visitor.page();
            visitor.at("/kommune").finds("start").picture("kommune-start");
            visitor.at(list).finds("empty list").picture("kommune-tom-liste");
            page.click("text=Legg til lege");
            visitor.finds("add doctor").picture("kommune-legg-til");
            page.click("main form#lege button[type=submit]");
            assertThat(page.locator(".error-summary li").count()).isGreaterThan(5);
            assertThat(page.locator(".error-summary").evaluate("e => e === document.activeElement"))
                    .isEqualTo(true);
            page.locator(".error-summary a").all().forEach(link -> assertThat(
                            page.locator(link.getAttribute("href")).count())
                    .as(link.getAttribute("href"))
                    .isEqualTo(1));
            visitor.finds("faulty doctor").picture("kommune-lege-feil");
            fill(page, "Kari Nordmann", "9144889");
            page.click("main form#lege button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Kari Nordmann");

            upload(
                    visitor,
                    MunicipalityTown.csv(
                            MunicipalityTown.row(1, "Åse Sørbø", "9144890"),
                            MunicipalityTown.row(2, "Bo Berg", "9144891"),
                            MunicipalityTown.row(3, "Cato Dahl", "9144892")));
            visitor.finds("sound preview").picture("kommune-forhandsvisning-god");
            page.click("text=Ta inn alle 3 legene");
            assertThat(names(page)).containsExactly("Åse Sørbø", "Bo Berg", "Cato Dahl");
            visitor.finds("list").picture("kommune-liste");

            page.click("[aria-label='Flytt Cato Dahl opp']");
            page.waitForSelector("[role=status]:has-text('nummer 2')", attached());
            assertThat(names(page)).containsExactly("Åse Sørbø", "Cato Dahl", "Bo Berg");
            visitor.finds("list after move");

            page.click("text=Se over og send");
            visitor.finds("review").picture("kommune-se-over");
            page.click("main form button[type=submit]");
            assertThat(page.url()).endsWith("/innsendinger/1");
            assertThat(page.locator(".receipt code").innerText()).matches("[0-9a-f]{64}");
            visitor.finds("receipt").picture("kommune-kvittering");
            visitor.at(list + "/innsendinger").finds("submissions");
            visitor.at(list + "/utfall").finds("no outcome yet");
            visitor.at(list).page().click("text=Utsikter før fristen");
            page.waitForURL("**/utsikter");
            // While they are being worked out the page looks again by itself.
            page.locator("#utsikter h2").first().waitFor();
            visitor.finds("chances").picture("kommune-utsikter");
            assertThat(page.locator("main").innerText())
                    .contains("Én liste av 2 mangler", "Dette er ikke noe løfte", "Cato Dahl");
            visitor.at(list + "/send").finds("send again");
            page.click("main form button[type=submit]");
            assertThat(page.url()).endsWith("/innsendinger/2");
            visitor.at(list + "/innsendinger/1").finds("older receipt");
            visitor.at("/kommune").finds("start after sending").picture("kommune-start-sendt");
        }
    }

    @Test
    void a_broken_file_has_its_faulty_cells_marked_and_its_good_rows_can_be_taken() {
        try (Browser.Visitor visitor = chief(1280, 320)) {
            Page page = visitor.page();
            upload(
                    visitor,
                    MunicipalityTown.csv(
                            MunicipalityTown.row(1, "Åse Sørbø", "9144890"),
                            "2;Kari Granbekkmo;HPR ukjent;9301;fast ansatt;;den nyeste;30,5;24;150;8;påbegynt;6;Kardiologi;",
                            "3;Ola Solmyr;990200002;9301;vikariat;31.11.2050;ny;30,5;24;70;8;påbegynt;6;;"));
            visitor.finds("broken preview").picture("kommune-forhandsvisning-feil");
            assertThat(page.locator("td.faulty").allInnerTexts())
                    .anyMatch(cell -> cell.startsWith("HPR ukjent") && cell.contains("Skriv bare sifrene"))
                    .anyMatch(cell -> cell.startsWith("31.11.2050"))
                    .anyMatch(cell -> cell.startsWith("Kardiologi"))
                    .hasSize(5);
            page.click("text=Ta bare inn den ene gode raden");
            visitor.finds("good rows only");
            page.click("dialog[open] button[type=submit]");
            assertThat(names(page)).containsExactly("Åse Sørbø");
        }
    }

    @Test
    void doctors_are_chosen_from_the_register_and_what_changed_since_last_half_year_is_told() {
        try (Browser.Visitor visitor = chief(320, 1280)) {
            Page page = visitor.page();
            upload(
                    visitor,
                    MunicipalityTown.csv(
                            MunicipalityTown.row(1, "Åse Sørbø", "9144890"),
                            MunicipalityTown.row(2, "Bo Berg", "9144891"),
                            MunicipalityTown.row(3, "Cato Dahl", "9144892")));
            page.click("text=Ta inn alle 3 legene");
            page.fill("[name=awayLimit]", "2");
            page.click("text=Lagre grensen");
            page.click("text=Se over og send");
            page.click("main form button[type=submit]");

            String next = town.openRound();
            visitor.at(next).finds("empty list of a round after another");
            page.click("text=Velg fra registeret");
            visitor.finds("whom to choose").picture("kommune-velg");
            for (String hpr : List.of("9144890", "9144891", "9144892")) {
                page.check("#lege-" + hpr);
            }
            page.click("text=Lagre valget");
            assertThat(page.locator(".flash").innerText()).contains("3 leger står på listen nå.");
            assertThat(names(page)).containsExactly("Bo Berg", "Cato Dahl", "Åse Sørbø");
            page.click("[aria-label='Flytt Åse Sørbø opp']");
            page.waitForSelector("[role=status]:has-text('nummer 2')", attached());
            page.click("[aria-label='Flytt Åse Sørbø opp']");
            page.waitForSelector("[role=status]:has-text('nummer 1')", attached());
            assertThat(page.locator("#liste").innerText()).contains("Etter kriteriene: nummer ");
            visitor.at(next);
            assertThat(names(page)).containsExactly("Åse Sørbø", "Bo Berg", "Cato Dahl");
            assertThat(page.inputValue("[name=awayLimit]")).isEqualTo("2");
            assertThat(page.locator("section:has(#siden-sist)").innerText())
                    .contains("3 leger er uendret siden sist. Stemmer det fortsatt?");
            visitor.at(next + "/fil");
            page.setInputFiles(
                    "[name=file]",
                    payload(MunicipalityTown.csv(
                            MunicipalityTown.row(1, "Åse Sørbø", "9144890"),
                            MunicipalityTown.row(2, "Bo Berg", "9144891").replace("30,5", "36,5"),
                            MunicipalityTown.row(3, "Dina Eng", "9144893"))));
            page.click("main form button[type=submit]");
            page.click("text=Ta inn alle 3 legene");
            assertThat(page.locator("section:has(#siden-sist)").innerText())
                    .contains("Én lege er uendret siden sist. Stemmer det fortsatt?")
                    .contains("Bo Berg: ")
                    .contains("Dina Eng")
                    .contains("Cato Dahl");
            visitor.finds("what changed since last time").picture("kommune-siden-sist");

            HalfYear now = rounds.round(new RoundId(next.replaceAll(".*/", "")))
                    .orElseThrow()
                    .first();
            assertThat(waitlists.firstListed(MunicipalityTown.HOSPITAL))
                    .hasEntrySatisfying(
                            new HprNumber(9144892), first -> assertThat(first).isLessThan(now))
                    .doesNotContainKey(new HprNumber(9144893));
        }
    }

    @Test
    void a_file_that_is_no_waitlist_is_refused_at_its_field() {
        try (Browser.Visitor visitor = chief(1280)) {
            upload(visitor, "bare tull");
            assertThat(visitor.page().locator(".field-error").innerText()).contains("kolonnenavn");
            visitor.finds("no waitlist");
        }
    }

    @Test
    void counted_service_is_shown_as_periods_are_typed() {
        try (Browser.Visitor visitor = chief(1280)) {
            Page page = visitor.page();
            visitor.at(list + "/leger/ny");
            page.fill("[name='periods[0].from']", "1.1.2024");
            page.fill("[name='periods[0].to']", "31.12.2024");
            page.waitForSelector("#tellende:has-text('12 måneder')");
            page.click("button:has-text('Legg til periode')");
            page.waitForSelector("[name='periods[1].from']:focus");
            page.fill("[name='periods[1].from']", "1.1.2025");
            page.fill("[name='periods[1].to']", "31.12.2025");
            page.fill("[name='periods[1].percentage']", "50");
            page.waitForSelector("#tellende:has-text('18 måneder')");
            page.click("button[value='+periods[0].leaves']");
            page.waitForSelector("[name='periods[0].leaves[0].from']:focus");
            page.fill("[name='periods[0].leaves[0].from']", "1.3.2024");
            page.fill("[name='periods[0].leaves[0].to']", "30.4.2024");
            page.waitForSelector("#tellende:has-text('16 måneder')");
            visitor.finds("periods").picture("kommune-perioder");
            page.click("button[value='-periods[0]']");
            page.waitForSelector("#tellende:has-text(': 6 måneder')");
            assertThat(page.inputValue("[name='periods[0].from']")).isEqualTo("1.1.2025");
        }
    }

    @Test
    void a_doctor_taken_off_can_be_put_back() {
        try (Browser.Visitor visitor = chief(1280)) {
            Page page = visitor.page();
            three(visitor);
            page.click("text=Bo Berg");
            page.click("[data-dialog=fjern]");
            visitor.finds("remove?");
            page.click("dialog[open] button[type=submit]");
            assertThat(names(page)).containsExactly("Åse Sørbø", "Cato Dahl");
            page.click(".flash button");
            assertThat(names(page)).containsExactly("Åse Sørbø", "Bo Berg", "Cato Dahl");
        }
    }

    @Test
    void two_people_who_change_the_same_doctor_see_both_versions() {
        try (Browser.Visitor one = chief(1280);
                Browser.Visitor two = MunicipalityTown.visit(site, 1280, MunicipalityTown.DEPUTY, "/kommune")) {
            three(one);
            one.at(list + "/leger/2");
            two.at(list + "/leger/2");
            two.at(list).page().click("[aria-label='Flytt Bo Berg opp']");
            two.page().waitForSelector("[role=status]:has-text('nummer 1')", attached());
            two.at(list + "/leger/1");
            two.page().fill("[name=objectives]", "71");
            two.page().click("form#lege button[type=submit]");
            one.page().fill("[name=objectives]", "72");
            one.page().fill("[name=note]", "Ringte 20. november.");
            one.page().click("form#lege button[type=submit]");
            assertThat(one.page().locator("tbody tr").allInnerTexts())
                    .anyMatch(row -> row.contains("læringsmål") && row.contains("71") && row.contains("72"))
                    .hasSize(2);
            one.finds("both versions").picture("kommune-samtidig");
            one.page().click("text=Lagre det jeg skrev");
            assertThat(one.page().locator(".flash").innerText()).contains("Bo Berg");
            one.at(list + "/leger/1");
            assertThat(one.page().inputValue("[name=objectives]")).isEqualTo("72");
        }
    }

    @Test
    void changes_of_different_doctors_are_not_in_each_others_way_but_an_old_order_is_not_moved_in() {
        try (Browser.Visitor one = chief(1280);
                Browser.Visitor two = MunicipalityTown.visit(site, 1280, MunicipalityTown.DEPUTY, "/kommune")) {
            three(one);
            one.at(list + "/leger/3");
            two.at(list);
            two.page().click("text=Bo Berg");
            two.page().fill("[name=objectives]", "71");
            two.page().click("form#lege button[type=submit]");
            one.page().fill("[name=objectives]", "73");
            one.page().click("form#lege button[type=submit]");
            assertThat(one.page().locator(".flash").innerText()).contains("Cato Dahl");
            two.page().click("[aria-label='Flytt Bo Berg opp']");
            two.page().waitForSelector(".notice-warning");
            two.finds("stale list");
            assertThat(names(two.page())).containsExactly("Åse Sørbø", "Bo Berg", "Cato Dahl");
        }
    }

    @Test
    void a_session_that_ends_mid_form_loses_nothing_not_even_added_rows() {
        try (Browser.Visitor visitor = chief(1280)) {
            Page page = visitor.page();
            visitor.at(list + "/leger/ny");
            fill(page, "Kari Nordmann", "9144878");
            page.fill("[name='periods[0].from']", "1.1.2024");
            page.click("button:has-text('Legg til periode')");
            page.waitForSelector("[name='periods[1].from']:focus");
            page.fill("[name='periods[1].from']", "1.1.2025");
            page.fill("[name=note]", "Ringer tilbake.");
            visitor.context().clearCookies();
            page.click("form#lege button[type=submit]");
            visitor.as(MunicipalityTown.CHIEF, MunicipalityTown.PASSWORD);
            page.waitForSelector("[name='periods[1].from']");
            assertThat(page.locator(".restored").count()).isEqualTo(1);
            assertThat(page.inputValue("[name=name]")).isEqualTo("Kari Nordmann");
            assertThat(page.inputValue("[name=note]")).isEqualTo("Ringer tilbake.");
            assertThat(page.inputValue("[name='periods[1].from']")).isEqualTo("1.1.2025");
            visitor.finds("restored");
            page.click("form#lege button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Kari Nordmann");
        }
    }

    @Test
    void a_municipality_meets_a_wall_at_whatever_is_anothers() {
        try (Browser.Visitor owner = chief(1280);
                Browser.Visitor stranger = MunicipalityTown.visit(site, 1280, MunicipalityTown.OTHER, "/kommune")) {
            three(owner);
            owner.at(list + "/send").page().click("main form button[type=submit]");
            for (String page : new String[] {
                "", "/leger/1", "/send", "/innsendinger", "/innsendinger/1", "/utfall", "/last-ned?type=CSV&nummer=1"
            }) {
                var response = stranger.page().request().get(site.toString().replaceAll("/$", "") + list + page);
                assertThat(response.text()).as(page).doesNotContain("Bo Berg").doesNotContain("9144891");
                if (page.contains("1")) {
                    assertThat(response.status()).as(page).isEqualTo(404);
                }
            }
            for (String page : new String[] {"/koordinator", "/planlegger", "/avdeling", "/admin"}) {
                assertThat(stranger.page()
                                .request()
                                .get(site.toString().replaceAll("/$", "") + page)
                                .status())
                        .as(page)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void adding_a_doctor_and_uploading_a_file_need_no_mouse() {
        try (Browser.Visitor visitor = chief(1280)) {
            Page page = visitor.page();
            // Asked for long before it comes: the browser takes its time to hand choosers over.
            page.onFileChooser(chooser -> chooser.setFiles(payload(MunicipalityTown.csv(
                    MunicipalityTown.row(1, "Bo Berg", "9144891"), MunicipalityTown.row(2, "Cato Dahl", "9144892")))));
            visitor.at(list + "/leger/ny");
            type(visitor, "name", "Kari Nordmann");
            type(visitor, "hprNumber", "9144877");
            type(visitor, "affiliation", " ");
            type(visitor, "statedService", "30,5");
            type(visitor, "statedOpenPractice", "24");
            type(visitor, "objectives", "70");
            type(visitor, "activities", "8");
            type(visitor, "supervision", " ");
            type(visitor, "monthsLeft", "6");
            visitor.enter("form#lege button[type=submit]");
            page.waitForSelector(".flash");
            assertThat(names(page)).containsExactly("Kari Nordmann");
            visitor.enter("a[href$='/fil']");
            page.waitForURL("**/fil");
            visitor.tabTo("[name=file]");
            page.keyboard().press("Enter");
            page.waitForCondition(() -> !page.inputValue("[name=file]").isEmpty());
            visitor.enter("main form button[type=submit]");
            page.waitForSelector(".preview");
            visitor.enter("main .toolbar form button[type=submit]");
            page.waitForSelector(".doctors");
            visitor.enter("[aria-label='Flytt Bo Berg ned']");
            page.waitForSelector("[aria-label='Flytt Bo Berg opp']:focus");
            assertThat(names(page)).containsExactly("Cato Dahl", "Bo Berg");
        }
    }

    /** What a municipality has to do all year, by forms and links alone. */
    @Test
    void without_scripts_doctors_are_listed_changed_confirmed_closed_and_sent() {
        try (Browser.Visitor visitor = Browser.withoutScripts(site, 360)) {
            Page page = visitor.page();
            visitor.at("/kommune").as(MunicipalityTown.CHIEF, MunicipalityTown.PASSWORD);
            visitor.at(list + "/fil");
            page.setInputFiles(
                    "[name=file]",
                    payload(MunicipalityTown.csv(
                            MunicipalityTown.row(1, "Ine Uten", "9144971"),
                            MunicipalityTown.row(2, "Jo Uten", "9144972"))));
            page.click("main form button[type=submit]");
            page.click("text=Ta inn alle 2 legene");
            page.click("text=Legg til lege");
            fill(page, "Kai Uten", "9144973");
            page.click("main form#lege button[type=submit]:visible");
            assertThat(page.locator(".flash").innerText()).contains("Kai Uten");
            page.click("[aria-label='Flytt Kai Uten opp']");
            assertThat(names(page)).containsExactly("Ine Uten", "Kai Uten", "Jo Uten");
            page.click("text=Se over og send");
            page.click("main form button[type=submit]:visible");
            assertThat(page.url()).endsWith("/innsendinger/1");

            visitor.at("/kommune/leger/9144973/endre/spesialisering");
            page.fill("[name=objectives]", "71");
            page.click("main form button[type=submit]:visible");
            visitor.at("/kommune/leger/9144973");
            assertThat(page.locator("main").innerText()).contains("71");
            page.click("button:has-text('Alt stemmer')");
            assertThat(page.locator(".flash").innerText()).contains("Kai Uten er bekreftet.");
            // What a dialog asks stands in the page.
            page.check("[name=reason][value=NO_LONGER_NEEDED]");
            page.fill("[name=on]", DateTimeFormatter.ofPattern("d.M.uuuu").format(LocalDate.now()));
            page.click("#avslutt button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Kai Uten er avsluttet.");
            visitor.at("/kommune/leger/flytting");
            page.fill("[name=hprNumber]", "9144999");
            page.click("button:has-text('Be om legen')");
            assertThat(page.locator(".field-error").innerText()).contains("Ingen har registrert");
            visitor.at("/kommune?vis=avsluttet");
            assertThat(page.locator("main").innerText()).contains("Kai Uten");
        }
    }

    private Browser.Visitor chief(int width, int... others) {
        return MunicipalityTown.visit(Browser.visitor(site, width, others), MunicipalityTown.CHIEF, "/kommune");
    }

    private void three(Browser.Visitor visitor) {
        upload(
                visitor,
                MunicipalityTown.csv(
                        MunicipalityTown.row(1, "Åse Sørbø", "9144890"),
                        MunicipalityTown.row(2, "Bo Berg", "9144891"),
                        MunicipalityTown.row(3, "Cato Dahl", "9144892")));
        visitor.page().click("text=Ta inn alle 3 legene");
    }

    private void upload(Browser.Visitor visitor, String csv) {
        visitor.at(list + "/fil").finds("upload");
        visitor.page().setInputFiles("[name=file]", payload(csv));
        visitor.page().click("main form button[type=submit]");
    }

    private static FilePayload payload(String csv) {
        return new FilePayload("venteliste.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(Page page, String name, String hpr) {
        page.fill("[name=name]", name);
        page.fill("[name=hprNumber]", hpr);
        page.check("[name=affiliation][value=PERMANENT]");
        page.fill("[name=statedService]", "30,5");
        page.fill("[name=statedOpenPractice]", "24");
        page.fill("[name=objectives]", "70");
        page.fill("[name=activities]", "8");
        page.check("[name=supervision][value=BEGUN]");
        page.fill("[name=monthsLeft]", "6");
        page.selectOption("[name=wish-town-geriatri]", "1");
        page.selectOption("[name=wish-town-lunge]", "1");
        page.selectOption("[name=wish-town-akutt]", "NO");
    }

    private static void type(Browser.Visitor visitor, String name, String text) {
        visitor.type("[name='" + name + "']", text);
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private static java.util.List<String> names(Page page) {
        page.waitForSelector(".doctors");
        return page.locator(".doctor h3").allInnerTexts();
    }
}
