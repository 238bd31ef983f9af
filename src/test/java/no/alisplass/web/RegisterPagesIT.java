package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.SettableClock;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Division;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.Catchment;
import no.alisplass.catchment.Membership;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year of the register, through the pages only: of a municipality, its neighbour, the coordinator and the planner. */
@QuarkusTest
class RegisterPagesIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final HospitalId HOSPITAL = new HospitalId("fjord");
    private static final AreaCode OWN = new AreaCode("9411");
    private static final AreaCode NEIGHBOUR = new AreaCode("9412");
    private static final String HPR = "9166001";

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    SettableClock clock;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void twoMunicipalitiesOfAHospital() {
        clock.set(LocalDate.of(2026, 11, 2));
        if (capacity.hospital(HOSPITAL).isPresent()) {
            return;
        }
        MunicipalityTown.done(capacity.put(
                new Hospital(
                        HOSPITAL,
                        "974600021",
                        "Fjord sykehus",
                        List.of(new Division(
                                "Medisin",
                                Service.SOMATIC,
                                List.of(
                                        new Department(new DepartmentId("fjord-geriatri"), "Geriatrisk avdeling", true),
                                        new Department(new DepartmentId("fjord-lunge"), "Lungeavdelingen", true))))),
                null));
        area(OWN, "Nordfjord", "fjord-nora");
        area(NEIGHBOUR, "Sørfjord", "fjord-siri");
        users.create(
                User.of("fjord-kari", "Kari Koordinator", Roles.COORDINATOR).in(HOSPITAL), PASSWORD);
        users.create(User.of("fjord-per", "Per Planlegger", Roles.PLANNER).in(HOSPITAL), PASSWORD);
    }

    private void area(AreaCode code, String name, String chief) {
        MunicipalityTown.done(catchment.put(new Area(code, name, AreaKind.MUNICIPALITY), null));
        MunicipalityTown.done(catchment.putMemberships(
                code, List.of(new Membership(HOSPITAL, null, LocalDate.of(2020, 1, 1), null)), HOSPITAL::equals, 0L));
        users.create(User.of(chief, "Overlege i " + name, Roles.MUNICIPALITY).in(code), PASSWORD);
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.run();
    }

    @Test
    void a_year_of_a_doctor_in_the_register() {
        hiredAndChanged();
        theNeighbourIsToldOnlyThatTheNumberIsTaken();
        whatGrewOldIsToldAndConfirmed();
        theCoordinatorSeesEverybodyAndThePlannerNobody();
        finishedAndOpenedAgain();
    }

    /** The area makes a link, the doctor opens it on a telephone of their own, says what is wrong, and sees that it was put right. */
    @Test
    void a_doctor_looks_and_says_what_is_wrong() {
        String hpr = "9166101";
        AreaCode own = new AreaCode("9413");
        MunicipalityTown.done(catchment.put(new Area(own, "Midtfjord", AreaKind.MUNICIPALITY), null));
        users.create(User.of("fjord-mari", "Overlege i Midtfjord", Roles.MUNICIPALITY).in(own), PASSWORD);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("fjord-mari", PASSWORD)
                .contentType("application/json")
                .body("""
                        {"name": "Solveig Ser", "affiliation": "PERMANENT", "affiliationFrom": "2024-01-01", "scheme": "NEW",
                         "statedService": 30.5, "statedOpenPractice": 24, "statedOn": "2026-01-01", "statedShare": 100,
                         "objectives": 70, "activities": 8, "supervision": "BEGUN", "monthsLeft": 4, "note": "Bor i Molde.",
                         "stays": [{"elsewhere": "Sykehuset i Molde", "from": "2025-01-01", "to": "2025-02-28", "months": 2}],
                         "wishes": {"weight": "START"}}""")
                .put("/api/v1/areas/9413/doctors/" + hpr)
                .then()
                .statusCode(200);
        String page = "/kommune/leger/" + hpr;
        try (Browser.Visitor area = Browser.visitor(site, 1280, 320).as("fjord-mari", PASSWORD);
                Browser.Visitor doctor = Browser.visitor(site, 320, 1280)) {
            Page desk = area.page();
            Page phone = doctor.page();
            area.at(page);
            desk.click("text=Legens eget innsyn");
            area.finds("no link yet").picture("innsyn-ingen");
            desk.click("main button:has-text('Lag lenke')");
            String link = desk.inputValue("[data-select]");
            assertThat(link).startsWith(site + "innsyn#").hasSize((site + "innsyn#").length() + 43);
            String key = link.substring(link.indexOf('#') + 1);
            area.finds("link").picture("innsyn-lenke");
            desk.click("main a:has-text('Ferdig')");
            assertThat(desk.content()).doesNotContain(key);
            assertThat(desk.locator("main").innerText()).contains("Ikke åpnet ennå. Kan åpnes til 9. november 2026");

            phone.navigate(link);
            phone.waitForURL(site + "innsyn");
            assertThat(phone.evaluate("history.length + ' ' + location.href").toString())
                    .doesNotContain(key);
            assertThat(phone.locator("[data-look-key]").isVisible()).isFalse();
            doctor.finds("link to open").picture("innsyn-apne");
            phone.click(".languages a[lang=nn]");
            phone.waitForURL(site + "innsyn");
            phone.waitForSelector("text=Lenkja er klar");
            phone.click(".languages a[lang=nb]");
            phone.waitForURL(site + "innsyn");
            phone.waitForSelector("text=Lenken er klar");
            phone.click("main form button[type=submit]");
            assertThat(phone.url()).isEqualTo(site + "innsyn/mine");
            assertThat(phone.locator("main").innerText())
                    .contains(
                            "Solveig Ser",
                            "Midtfjord har registrert dette",
                            "Sist bekreftet av Midtfjord 2. november 2026.")
                    .contains("Registrert av Midtfjord 2. november 2026", "Bor i Molde.", "Sykehuset i Molde, 2 md.")
                    .contains("Ingen godkjent runde har hatt deg på listen.")
                    .doesNotContain("fjord-mari");
            assertThat(phone.locator("nav.main-nav, .who, form.logout").count()).isZero();
            doctor.finds("own look").picture("innsyn-mine");

            phone.fill("[name=wrong]", "Jeg var sykmeldt, nummeret er 01019012345");
            phone.click("button:has-text('Send til kommunen')");
            assertThat(phone.locator(".error-summary").innerText()).contains("fødselsnummer");
            doctor.finds("refused answer").picture("innsyn-nektet");
            phone.fill("[name=wrong]", "Jeg har 75 læringsmål.\nIkke 70.");
            phone.click("button:has-text('Send til kommunen')");
            assertThat(phone.locator(".flash").innerText()).contains("sendt til kommunen");
            assertThat(phone.locator(".said").innerText())
                    .contains("Jeg har 75 læringsmål.", "Kommunen har ikke svart ennå.");

            // The same link opens nothing elsewhere, and says no more than that.
            try (Browser.Visitor other = Browser.visitor(site, 320, 1280)) {
                other.at("/innsyn#" + key);
                other.page().click("main form button[type=submit]");
                assertThat(other.page().locator("h1").innerText()).isEqualTo("Lenken åpner ingenting");
                other.finds("a link that opens nothing").picture("innsyn-dod");
                other.at("/innsyn/mine");
                assertThat(other.page().url()).isEqualTo(site + "innsyn?over=ja");
                other.finds("nothing open");
            }

            area.at("/kommune/leger");
            assertThat(desk.locator(".notice-warning").innerText()).contains("Én merknad fra en lege", "Solveig Ser");
            area.finds("register with a task").picture("innsyn-oppgave");
            desk.click(".notice-warning a");
            assertThat(desk.locator("main").innerText())
                    .contains("Jeg har 75 læringsmål.", "Venter på svar fra dere.", "Åpen nå.");
            area.finds("task").picture("innsyn-svar");
            area.at(page);
            assertThat(desk.locator(".notice-warning").innerText()).contains("Jeg har 75 læringsmål.");
            desk.click("main a:has-text('Endre')");
            desk.fill("[name=objectives]", "75");
            desk.click("form#lege button[type=submit]");
            desk.click("text=Rett det, eller svar legen");
            desk.click("button:has-text('Det er rettet')");
            assertThat(desk.locator(".flash").innerText()).contains("rettet");
            assertThat(desk.locator("main").innerText()).contains("sagt av fjord-mari");

            phone.click("button:has-text('Dette stemmer')");
            assertThat(phone.locator(".error-summary").innerText()).contains("endret siden du så dem");
            assertThat(phone.locator("main").innerText())
                    .contains("Oppgitt av Midtfjord 2. november 2026\n\nFullførte læringsmål")
                    .contains("Kommunen har rettet det.");
            phone.click("button:has-text('Dette stemmer')");
            assertThat(phone.locator(".flash").innerText()).contains("alt stemmer");
            area.at(page);
            assertThat(desk.locator("main").innerText()).contains("Legen har sett og bekreftet 2. november 2026.");
            assertThat(desk.locator(".notice-warning").count()).isZero();
            area.at("/kommune/leger");
            assertThat(desk.locator("main").innerText()).doesNotContain("fra en lege");

            phone.click("button:has-text('Lukk innsynet')");
            assertThat(phone.locator("main").innerText()).contains("Innsynet er lukket.");
            doctor.at("/innsyn/mine");
            assertThat(phone.url()).endsWith("/innsyn?over=ja");

            // Loading the page of a new link again makes no other, and an old page's button kills none.
            area.at(page + "/innsyn");
            desk.click("main button:has-text('Lag lenke')");
            desk.reload();
            assertThat(desk.locator(".error-summary").innerText()).contains("alt laget en ny lenke");
            desk.click("button:has-text('Trekk lenken')");
            assertThat(desk.locator("main").innerText()).contains("Trukket 2. november 2026");
            area.finds("links that are over").picture("innsyn-lenker");
        }
    }

    private void hiredAndChanged() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).as("fjord-nora", PASSWORD)) {
            Page page = visitor.page();
            assertThat(page.locator("section:has(#registeret)").innerText()).contains("Ingen leger venter.");
            page.click("nav >> text=Leger");
            visitor.finds("empty register").picture("register-tomt");
            page.click("text=Registrer lege");
            page.click("form#lege button[type=submit]");
            assertThat(page.locator(".error-summary li").count()).isGreaterThan(5);
            targetsThere(page);
            visitor.finds("faulty registration");
            fill(page);
            visitor.finds("registration").picture("register-ny");
            page.click("form#lege button[type=submit]");
            assertThat(page.url()).endsWith("/kommune/leger/" + HPR);
            assertThat(page.locator(".flash").innerText()).contains("Kari Nordmann er registrert");
            assertThat(page.locator("main").innerText())
                    .contains("Sist bekreftet 2. november 2026 av fjord-nora.")
                    .contains("Sykehuset i Molde, 3 md., 01.03.2025–31.05.2025")
                    .contains("1. Geriatrisk avdeling")
                    .contains("Helst uten vakt");
            assertThat(page.locator(".timeline rect").count()).isEqualTo(5);
            assertThat(page.locator(".timeline ~ .table-scroll tbody tr").count())
                    .isEqualTo(6);
            visitor.finds("doctor").picture("register-lege");

            page.click("main a:has-text('Endre')");
            assertThat(page.inputValue("[name='stays[0].from']")).isEqualTo("01.03.2025");
            assertThat(page.inputValue("[name='periods[0].leaves[0].from']")).isEqualTo("01.03.2024");
            page.fill("[name=objectives]", "81");
            page.fill("[name=note]", "Ringer tilbake.");
            another(visitor, "objectives", "75");
            page.click("form#lege button[type=submit]");
            assertThat(page.locator("h1").innerText()).contains("Noen andre har endret Kari Nordmann");
            assertThat(page.locator("tbody tr").allInnerTexts())
                    .anySatisfy(row -> assertThat(row).contains("læringsmål", "75", "81"))
                    .anySatisfy(row -> assertThat(row).contains("Merknad", "Ringer tilbake."));
            visitor.finds("clash").picture("register-uenige");
            page.click("text=Lagre det jeg skrev");
            assertThat(page.url()).endsWith("/kommune/leger/" + HPR);
            List<String> history = page.locator(".changes > li").allInnerTexts();
            assertThat(history).hasSize(3);
            assertThat(history.get(0))
                    .contains("Endret", "Fullførte læringsmål", "75", "81", "Merknad", "Ringer tilbake.");
            assertThat(history.get(1)).contains("70", "75");
            assertThat(history.get(2)).contains("Registrert", "Vis alt som ble registrert");
            page.click("summary");
            visitor.finds("doctor with history").picture("register-lege-endret");

            // The same number again leads to the doctor there is.
            visitor.at("/kommune/leger/ny");
            fill(page);
            page.click("form#lege button[type=submit]");
            assertThat(page.locator(".field-error").innerText()).contains("står alt i registeret deres");
            page.click("text=Gå til legen med det nummeret");
            assertThat(page.url()).endsWith("/kommune/leger/" + HPR);
        }
    }

    private void theNeighbourIsToldOnlyThatTheNumberIsTaken() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).as("fjord-siri", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger");
            assertThat(page.locator("main").innerText())
                    .doesNotContain("Nordmann")
                    .contains("Ingen leger venter");
            assertThat(page.navigate("/kommune/leger/" + HPR).status()).isEqualTo(404);
            assertThat(page.navigate("/kommune/leger/" + HPR + "/endre").status())
                    .isEqualTo(404);
            visitor.at("/kommune/leger/ny");
            fill(page);
            page.fill("[name=name]", "Nabolegen");
            page.click("form#lege button[type=submit]");
            assertThat(page.locator("[name=hprNumber] ~ .field-error").innerText())
                    .contains("HPR-nummer " + HPR + " er registrert av en annen kommune eller bydel");
            assertThat(page.content()).doesNotContain("Nordfjord").doesNotContain("Nordmann");
            assertThat(page.inputValue("[name=name]")).isEqualTo("Nabolegen");
            visitor.finds("a number held elsewhere");
        }
    }

    private void whatGrewOldIsToldAndConfirmed() {
        clock.set(LocalDate.of(2027, 6, 1));
        try (Browser.Visitor visitor = Browser.visitor(site, 360, 1280).as("fjord-nora", PASSWORD)) {
            Page page = visitor.page();
            assertThat(page.locator("section:has(#registeret)").innerText())
                    .contains("1 med gamle opplysninger")
                    .contains("Én lege er registrert");
            visitor.finds("start with old information").picture("register-start-gammelt");
            page.click("main a:has-text('Se over dem')");
            assertThat(page.locator("tbody tr").innerText())
                    .contains("Kari Nordmann", "Gamle opplysninger", "02.11.2026");
            visitor.finds("register with old information").picture("register-liste-360");
            page.click("main table a");
            assertThat(page.locator(".notice-warning").allInnerTexts())
                    .anySatisfy(told -> assertThat(told).contains("sist bekreftet 2. november 2026"));
            page.click("text=Alt stemmer");
            assertThat(page.locator(".flash").innerText()).contains("er bekreftet");
            assertThat(page.locator("main").innerText())
                    .contains("Sist bekreftet 1. juni 2027")
                    .doesNotContain("sist bekreftet 2. november");
            visitor.finds("confirmed").picture("register-lege-360");
            visitor.at("/kommune/leger");
            page.fill("[name=lege]", "nordm");
            page.click("main button:has-text('Finn')");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(page.url()).endsWith("/kommune/leger/finn");
            visitor.finds("found by name");
            visitor.at("/kommune/leger?vis=gamle");
            assertThat(page.locator("main").innerText()).contains("Ingen leger her");
        }
    }

    private void theCoordinatorSeesEverybodyAndThePlannerNobody() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).as("fjord-kari", PASSWORD)) {
            Page page = visitor.page();
            page.click("nav >> text=Leger");
            assertThat(page.url()).endsWith("/koordinator/leger/fjord");
            assertThat(page.locator("table").first().innerText())
                    .contains("Kari Nordmann", HPR, "Nordfjord", "01.06.2027");
            assertThat(page.locator("table").last().locator("tfoot").innerText())
                    .contains("I alt", "1");
            visitor.finds("everyone who waits").picture("register-koordinator");
            page.selectOption("[name=igjen]", "UP_TO_SIX");
            page.selectOption("[name=omraade]", OWN.value());
            page.check("[name=avbrutt]");
            page.click("main form button[type=submit]");
            assertThat(page.locator("main").innerText()).contains("Ingen leger venter.", "Ingen å vise");
            visitor.finds("nobody");
            page.uncheck("[name=avbrutt]");
            page.click("main form button[type=submit]");
            assertThat(page.locator("[role=status]").innerText()).contains("Én lege venter.");
            APIResponse csv =
                    visitor.context().request().get(page.locator("a[download]").getAttribute("href"));
            assertThat(csv.text())
                    .contains("Kari Nordmann;" + HPR + ";Nordfjord;")
                    .contains(";6;")
                    .hasLineCount(2);
        }
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).as("fjord-per", PASSWORD)) {
            Page page = visitor.page();
            page.click("nav >> text=Behov");
            assertThat(page.locator("table.dense").innerText()).contains("Nordfjord", "vår 2028");
            assertThat(page.content()).doesNotContain("Nordmann").doesNotContain(HPR);
            visitor.finds("need").picture("register-behov");
        }
    }

    private void finishedAndOpenedAgain() {
        try (Browser.Visitor visitor = Browser.visitor(site, 360).as("fjord-nora", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger/" + HPR);
            page.click("[data-dialog=avslutt]");
            page.check("dialog [value=FINISHED]");
            page.fill("dialog [name=on]", "1.7.2027");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator("dialog[open] .field-error").innerText())
                    .contains("kan ikke avsluttes 1. juli 2027");
            assertThat(page.isChecked("dialog [value=FINISHED]")).isTrue();
            visitor.finds("closing day refused").picture("register-avslutt");
            page.fill("dialog [name=on]", "31.5.2027");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator(".status-line").innerText())
                    .contains("Avsluttet", "Venter ikke siden 31. mai 2027: fullført sykehustjenesten.");
            visitor.finds("closed");
            visitor.at("/kommune/leger");
            assertThat(page.locator("main").innerText()).doesNotContain("Nordmann");
            page.click(".pick a:has-text('Avsluttet')");
            assertThat(page.locator("tbody tr").innerText()).contains("Kari Nordmann", "fullført sykehustjenesten");
            visitor.finds("those who are closed");
            page.click("main table a");
            page.click("text=Åpne legen igjen");
            assertThat(page.locator(".flash").innerText()).contains("venter igjen");
            assertThat(page.locator(".changes > li").allInnerTexts())
                    .extracting(each -> each.split("\\s")[0])
                    .containsExactly("Åpnet", "Avsluttet", "Bekreftet", "Endret", "Endret", "Registrert");
        }
    }

    /** Each line of what is wrong leads to a field. */
    private static void targetsThere(Page page) {
        page.locator(".error-summary a").all().forEach(link -> assertThat(
                        page.locator(link.getAttribute("href")).count())
                .as(link.getAttribute("href"))
                .isEqualTo(1));
    }

    /** A colleague saves the same doctor in another window. */
    private void another(Browser.Visitor visitor, String field, String value) {
        Page other = visitor.context().newPage();
        other.navigate("/kommune/leger/" + HPR + "/endre");
        other.fill("[name=" + field + "]", value);
        other.click("form#lege button[type=submit]");
        assertThat(other.url()).endsWith("/kommune/leger/" + HPR);
        other.close();
    }

    private static void fill(Page page) {
        page.fill("[name=name]", "Kari Nordmann");
        page.fill("[name=hprNumber]", HPR);
        page.check("[name=affiliation][value=PERMANENT]");
        page.fill("[name=affiliationFrom]", "1.9.2023");
        page.fill("[name=specialisationStart]", "1.9.2023");
        page.fill("[name='periods[0].from']", "1.9.2023");
        page.fill("[name='periods[0].to']", "28.2.2025");
        page.click("button[value='+periods[0].leaves']");
        page.waitForSelector("[name='periods[0].leaves[0].from']:focus");
        page.fill("[name='periods[0].leaves[0].from']", "1.3.2024");
        page.fill("[name='periods[0].leaves[0].to']", "31.3.2024");
        page.click("button[value='+periods']");
        page.waitForSelector("[name='periods[1].from']:focus");
        page.fill("[name='periods[1].from']", "1.6.2025");
        page.fill("[name=objectives]", "70");
        page.fill("[name=activities]", "8");
        page.check("[name=supervision][value=BEGUN]");
        page.fill("[name=monthsLeft]", "6");
        page.click("button[value='+stays']");
        page.waitForSelector("[name='stays[0].department']:focus");
        page.fill("[name='stays[0].elsewhere']", "Sykehuset i Molde");
        page.fill("[name='stays[0].from']", "1.3.2025");
        page.fill("[name='stays[0].to']", "31.5.2025");
        page.fill("[name='stays[0].months']", "3");
        page.selectOption("[name=wish-fjord-geriatri]", "1");
        page.selectOption("[name=wish-fjord-lunge]", "2");
        page.selectOption("[name='wishes.earliestStart']", "2028-V");
        page.check("[name=onCall][value=PREFERABLY_WITHOUT]");
    }
}
