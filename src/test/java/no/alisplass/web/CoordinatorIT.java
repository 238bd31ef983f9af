package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coordinator takes a round from its plan to an approved allocation, through the pages. */
@QuarkusTest
@InBrowser
class CoordinatorIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final Path SAMPLE = Path.of("sample-data", "ahus-2027-var");
    private static final int YEAR = 2036;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @TestHTTPResource("/")
    URL site;

    private FrontDesk desk;

    @BeforeEach
    void reference() throws IOException {
        users.create(User.of("runde-kari", "Kari Koordinator", Roles.COORDINATOR), PASSWORD);
        users.create(User.of("runde-ola", "Ola Overlege", Roles.MUNICIPALITY).in(new AreaCode("3205")), PASSWORD);
        desk = new FrontDesk(users);
        desk.loadReferenceData();
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private Browser.Visitor kari(int width) {
        return Browser.visitor(site, width).in("runde-kari", PASSWORD);
    }

    private static void submit(Page page, String text) {
        page.locator("main button[type=submit]:visible", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    private static Locator link(Page page, String text) {
        return page.locator("main a", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    @Test
    void a_round_from_plan_to_approval() throws IOException {
        clock.set(LocalDate.of(YEAR - 1, 8, 1));
        try (Browser.Visitor kari = kari(1280)) {
            Page page = kari.page();
            kari.at("/koordinator/ny-runde").finds("new round").picture("round-new");
            page.fill("[name=title]", "");
            submit(page, "Lag utkast");
            kari.finds("new round without a title");
            assertThat(page.locator(".error-summary").innerText()).contains("Fyll det ut");
            page.fill("[name=title]", "Ahus " + YEAR);
            page.selectOption("[name=halfYears]", YEAR + "-V");
            page.check("[name=count][value='2']");
            submit(page, "Lag utkast");
            String round = page.url().replaceAll(".*/runder/", "");
            String base = "/koordinator/runder/" + round;
            // What is looked for below is there under the version that the sample round has.
            desk.coordinator()
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body("{\"policyId\":\"ahus-2020\",\"policyVersion\":2}")
                    .patch("/api/v1/rounds/" + round)
                    .then()
                    .statusCode(200);
            kari.finds("draft without seats").picture("round-draft");
            link(page, "Gå til stillingene").click();
            for (String position : List.of("geriatri", "lunge", "onh", "akuttpsykiatri")) {
                for (String season : List.of("V", "H")) {
                    page.locator("#plasser-ahus-" + position + "-1-" + YEAR + "-" + season)
                            .fill("1");
                    page.keyboard().press("Tab");
                }
            }
            assertThat(page.locator(".seat-saved").nth(7).innerText()).contains("Lagret");
            kari.finds("seats").picture("positions");
            kari.at(base).finds("draft");
            page.click("[data-dialog=apne]");
            kari.finds("opening").picture("round-opening");
            submit(page, "Ja, åpne runden");
            // A session of another year is none.
            clock.run();
            kari.as("runde-kari", PASSWORD);
            kari.at(base + "/ventelister").finds("no lists");
            desk.sendLists(SAMPLE, round, Set.of("3205", "030110", "030111")::contains);
            kari.at(base + "/ventelister").finds("some lists").picture("lists");
            link(page, "Lillestrøm").click();
            kari.finds("a list").picture("list");
            kari.at(base).finds("open round").picture("round-open");
            page.click("[data-dialog=lukk]");
            submit(page, "Ja, lukk runden");
            assertThat(page.locator("dialog[open] .field-error").innerText()).contains("Skriv hvorfor du lukker");
            kari.finds("closing without a reason").picture("round-closing");
            page.fill("dialog[open] [name=reason]", "Alle som skal svare, har svart.");
            submit(page, "Ja, lukk runden");
            assertThat(page.locator("h2#neste").innerText()).isEqualTo("Start fordelingen");
            kari.finds("closed round").picture("round-closed");
            kari.at(base + "/rangering").finds("ranking").picture("ranking-small");
            page.fill("[name=forst]", "5");
            page.fill("[name=andre]", "2");
            page.click("text=Sammenlign");
            assertThat(page.locator(".answer").innerText()).contains("Nr. 2,").contains("står foran nr. 5");
            kari.finds("why");
            kari.at(base + "/rangering/avvik").finds("contradictions");
            kari.at(base + "/kjoringer").finds("no runs");
            submit(page, "Start fordelingen");
            page.waitForSelector("text=Bevist og kontrollert");
            kari.finds("proposal").picture("proposal-small");
            findsADoctor(kari, base);
            kari.at(base + "/kjoringer/1");
            settleByHand(kari, base);
            kari.at(base + "/kjoringer/2");
            link(page, "Godkjenn forslaget").click();
            page.fill("[name=navn]", "kari koordinator");
            submit(page, "Godkjenn fordelingen");
            assertThat(page.locator(".error-summary").innerText()).contains("Skriv Kari Koordinator");
            kari.finds("approval with a wrong name").picture("approve");
            page.fill("[name=navn]", "Kari Koordinator");
            submit(page, "Godkjenn fordelingen");
            assertThat(page.locator("main").innerText()).contains("Godkjent av Kari Koordinator");
            kari.finds("approved").picture("approved");
            kari.at(base).finds("approved round").picture("round-approved");
            kari.at(base + "/rangering").finds("ranking of an approved round");
            kari.at("/koordinator").finds("start").picture("start");
        }
    }

    /** By a part of a name, in any case; the address says nothing of whom was sought. */
    private static void findsADoctor(Browser.Visitor kari, String base) {
        Page page = kari.at(base + "/rangering").page();
        page.fill("[name=lege]", "kaia gran");
        submit(page, "Finn lege");
        assertThat(page.url()).endsWith("/finn-lege");
        kari.finds("a doctor found").picture("find-doctor");
        assertThat(page.locator("tbody tr").allInnerTexts()).singleElement().satisfies(row -> assertThat(row)
                .contains("Kaia Grandalsrud")
                .contains("Lillestrøm")
                .contains("Nr. "));
        page.fill("[name=lege]", "randalsrud");
        submit(page, "Finn lege");
        assertThat(page.locator("tbody tr").count()).isOne();
        page.fill("[name=lege]", "grandalsrød");
        submit(page, "Finn lege");
        kari.finds("nobody found");
        assertThat(page.locator("tbody tr").count()).isZero();
        page.fill("[name=lege]", "990000034");
        submit(page, "Finn lege");
        link(page, "Kaia Grandalsrud").click();
        assertThat(page.locator("h1").innerText()).contains("Kaia Grandalsrud");
    }

    /** Gives the last who waits a seat by hand, runs again, and reads whom it affects. */
    private static void settleByHand(Browser.Visitor kari, String base) {
        Page page = kari.page();
        page.locator(".waiting").last().locator("a").last().click();
        kari.finds("a doctor who waits").picture("doctor");
        link(page, "Sett for hånd").click();
        kari.finds("settling").picture("pin");
        submit(page, "Sett for hånd");
        kari.finds("settling without a choice");
        assertThat(page.locator(".error-summary li").allInnerTexts())
                .containsExactly(
                        "Utfall: Ingenting er valgt. Velg ett av alternativene.",
                        "Begrunnelse: Feltet er tomt. Fyll det ut.");
        page.locator("[name=utfall]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.waitForSelector("#virkning table");
        assertThat(page.locator("#virkning").innerText())
                .containsPattern("som står foran, går glipp av en plass (legen|de) ellers ville fått")
                .contains("ville heller hatt");
        assertThat(page.locator("#virkning tbody tr").count()).isGreaterThan(1);
        kari.finds("what settling would do").picture("pin-effect");
        page.fill("[name=reason]", "Avtalt i møte.");
        submit(page, "Sett for hånd");
        kari.finds("settled").picture("pins");
        kari.at(base + "/kjoringer/1");
        assertThat(page.locator("main").innerText()).contains("Noe er endret siden kjøringen");
        kari.at(base + "/handsatt");
        submit(page, "Kjør på nytt");
        page.waitForSelector("text=Bevist og kontrollert");
        assertThat(page.locator("main").innerText()).contains("gitt for hånd");
        kari.finds("proposal with a pin").picture("proposal-pinned");
        link(page, "Hva er endret fra kjøring 1?").click();
        assertThat(page.locator("tbody tr").count()).isPositive();
        kari.finds("difference").picture("difference");
        kari.at(base + "/kjoringer").finds("runs").picture("runs");
        kari.at(base + "/kjoringer/2/bilder").finds("charts");
    }

    @Test
    void two_coordinators_edit_the_same_seats_and_both_numbers_are_shown() {
        String cell = "#plasser-ahus-lunge-1-2071-V";
        try (Browser.Visitor one = kari(1280);
                Browser.Visitor other = kari(320)) {
            one.at("/koordinator/stillinger?fra=2071-V");
            one.page().fill(cell, "4");
            one.page().keyboard().press("Tab");
            one.page().waitForSelector(".seat-saved");
            one.at("/koordinator/stillinger?fra=2071-V");
            other.at("/koordinator/stillinger?fra=2071-V").finds("seats on a narrow screen");
            one.page().fill(cell, "2");
            one.page().keyboard().press("Enter");
            one.page().waitForSelector(".seat-saved");
            other.page().fill(cell, "3");
            other.page().keyboard().press("Tab");
            other.page().waitForSelector(".seat-conflict");
            assertThat(other.page().locator(".seat-conflict").innerText())
                    .contains("satt 2")
                    .contains("skrev 3");
            other.finds("conflict").picture("seat-conflict");
            other.page().click("text=Bruk 3");
            other.page().waitForSelector(".seat-saved");
            one.at("/koordinator/stillinger?fra=2071-V");
            assertThat(one.page().inputValue(cell)).isEqualTo("3");
            one.page().fill(cell, "mange");
            one.page().keyboard().press("Tab");
            one.page().waitForSelector(".field-error");
            one.finds("a seat that is no number");
        }
    }

    @Test
    void an_agreement_that_is_entered_is_seen_by_the_municipality_and_two_who_enter_it_see_each_other() {
        clock.set(LocalDate.of(2080, 8, 1));
        try (Browser.Visitor kari = kari(1280);
                Browser.Visitor narrow = kari(360);
                Browser.Visitor ola = Browser.visitor(site, 360).as("runde-ola", PASSWORD)) {
            kari.at("/koordinator/avtaler").finds("agreements").picture("agreements");
            kari.page().click("main a:has-text('Lillestrøm')");
            narrow.at("/koordinator/avtaler/ahus/3205").finds("an agreement").picture("agreement-narrow");
            kari.page().fill("[name=from]", "1.8.2080");
            kari.page().click("button:has-text('Lagre')");
            kari.finds("an agreement that nobody signed");
            assertThat(kari.page().innerText("main")).contains("Avtalen har ingen underskriftsdato.");
            kari.page().fill("[name=signedOn]", "5.6.2080");
            kari.page().fill("[name=to]", "31.7.2084");
            kari.page().fill("[name=registeredSince]", "1.1.2075");
            kari.page().click("button:has-text('Lagre')");
            kari.page().waitForSelector("text=Avtalen med Lillestrøm er lagret.");
            assertThat(kari.page().locator("tr:has-text('Lillestrøm')").innerText())
                    .contains("Gjelder", "1. august 2080 til 31. juli 2084", "5. juni 2080", "1. januar 2075");
            narrow.page().fill("[name=registeredSince]", "1.1.2076");
            narrow.page().click("button:has-text('Lagre')");
            assertThat(narrow.page().innerText("main"))
                    .contains("Noen andre har endret avtalen med Lillestrøm mens du skrev.");
            assertThat(narrow.page().inputValue("[name=registeredSince]")).isEqualTo("1.1.2076");
            ola.at("/kommune").finds("an agreement seen by the municipality").picture("agreement-municipality");
            assertThat(ola.page().innerText("main"))
                    .contains(
                            "Avtalen gjelder fra 1. august 2080 til 31. juli 2084.",
                            "Registrert som utdanningsvirksomhet siden 1. januar 2075.");
        }
    }

    @Test
    void a_round_is_planned_given_seats_and_opened_by_keyboard_alone() {
        clock.set(LocalDate.of(2080, 8, 1));
        try (Browser.Visitor kari = kari(1280)) {
            Page page = kari.page();
            kari.at("/koordinator");
            kari.enter("a[href='/koordinator/ny-runde']");
            page.waitForURL("**/ny-runde");
            kari.tabTo("[name=title]");
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().type("Med tastatur");
            String halfYear = page.inputValue("[name=halfYears]");
            page.keyboard().press("Enter");
            page.waitForURL("**/runder/*");
            String base = page.url();
            kari.at("/koordinator/stillinger?fra=" + halfYear);
            kari.tabTo("#plasser-ahus-geriatri-1-" + halfYear);
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().type("2");
            page.keyboard().press("Tab");
            page.waitForSelector(".seat-saved");
            kari.at(base);
            kari.enter("[data-dialog=apne]");
            page.waitForSelector("dialog[open]");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog[open]").count()).isZero();
            page.keyboard().press("Enter");
            kari.enter("dialog[open] button[type=submit]");
            page.waitForSelector("h2:has-text('Vent på ventelistene')");
        }
    }

    @Test
    void a_municipality_meets_a_wall_at_every_address_of_the_coordinator() {
        try (Browser.Visitor ola = Browser.visitor(site, 1280).in("runde-ola", PASSWORD)) {
            for (String path : List.of(
                    "/koordinator",
                    "/koordinator/stillinger",
                    "/koordinator/stillinger/ahus/ny",
                    "/koordinator/avtaler",
                    "/koordinator/avtaler/ahus/3205",
                    "/koordinator/ny-runde",
                    "/koordinator/runder/noe",
                    "/koordinator/runder/noe/endre",
                    "/koordinator/runder/noe/ventelister",
                    "/koordinator/runder/noe/ventelister/3205",
                    "/koordinator/runder/noe/rangering",
                    "/koordinator/runder/noe/rangering/avvik",
                    "/koordinator/runder/noe/finn-lege",
                    "/koordinator/runder/noe/kjoringer",
                    "/koordinator/runder/noe/kjoringer/1",
                    "/koordinator/runder/noe/kjoringer/1/framdrift",
                    "/koordinator/runder/noe/kjoringer/1/godkjenn",
                    "/koordinator/runder/noe/kjoringer/1/maal",
                    "/koordinator/runder/noe/kjoringer/1/regler",
                    "/koordinator/runder/noe/kjoringer/1/dilemmaer",
                    "/koordinator/runder/noe/kjoringer/1/dilemmaer/liste",
                    "/koordinator/runder/noe/handsatt/d001/virkning",
                    "/koordinator/runder/noe/kjoringer/forskjell",
                    "/koordinator/runder/noe/kjoringer/1/bilder",
                    "/koordinator/runder/noe/kjoringer/1/bilder/kommune.csv",
                    "/koordinator/runder/noe/kjoringer/1/lege/d001",
                    "/koordinator/runder/noe/handsatt",
                    "/koordinator/runder/noe/handsatt/d001")) {
                assertThat(ola.page().navigate(path).status()).as(path).isEqualTo(403);
            }
        }
    }
}
