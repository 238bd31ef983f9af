package no.alisplass.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
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
    private static final HospitalId OTHER_HOSPITAL = new HospitalId("fjordby");
    private static final AreaCode FILING = new AreaCode("9413");
    private static final String FILE = "Navn;HPR-nummer;Tilknytning;Ordning;Tellende tjeneste (md);"
            + "Åpen uselektert praksis (md);Fullførte læringsmål;Fullførte læringsaktiviteter;Gruppeveiledning;"
            + "Gjenstående institusjonstjeneste (md);Ønsket avdeling 1";
    private static final String HPR = "9166001";
    private static final String MOVING = "9166002";

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
        hospital(HOSPITAL, "974600021", "Fjord sykehus");
        hospital(OTHER_HOSPITAL, "974600056", "Fjordby sykehus");
        area(HOSPITAL, OWN, "Nordfjord", "fjord-nora");
        area(HOSPITAL, NEIGHBOUR, "Sørfjord", "fjord-siri");
        area(OTHER_HOSPITAL, FILING, "Fjordby", "fjord-frida");
        users.create(
                User.of("fjord-kari", "Kari Koordinator", Roles.COORDINATOR).in(HOSPITAL), PASSWORD);
        users.create(User.of("fjord-per", "Per Planlegger", Roles.PLANNER).in(HOSPITAL), PASSWORD);
    }

    private void hospital(HospitalId id, String number, String name) {
        MunicipalityTown.done(capacity.put(
                new Hospital(
                        id,
                        number,
                        name,
                        List.of(new Division(
                                "Medisin",
                                Service.SOMATIC,
                                List.of(
                                        new Department(new DepartmentId(id + "-geriatri"), "Geriatrisk avdeling", true),
                                        new Department(new DepartmentId(id + "-lunge"), "Lungeavdelingen", true))))),
                null));
    }

    private void area(HospitalId hospital, AreaCode code, String name, String chief) {
        MunicipalityTown.done(catchment.put(new Area(code, name, AreaKind.MUNICIPALITY), null));
        MunicipalityTown.done(catchment.putMemberships(
                code, List.of(new Membership(hospital, null, LocalDate.of(2020, 1, 1), null)), hospital::equals, 0L));
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
        String hpr = "9166201";
        AreaCode own = new AreaCode("9417");
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
                .put("/api/v1/areas/9417/doctors/" + hpr)
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

    /** One area only: what it registers is in no other's way. */
    @Test
    void a_spreadsheet_is_looked_at_beside_the_register_and_taken_in_as_it_was_shown() {
        try (Browser.Visitor visitor = Browser.visitor(site, 320, 1280).as("fjord-frida", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger");
            page.click("main a:has-text('Last opp regneark')");
            visitor.finds("file to choose").picture("register-fil");
            page.click("main form button[type=submit]");
            assertThat(page.locator(".error-summary").innerText()).contains("Velg en fil først.");

            upload(page, row("Anne Berg", "9166101", 40, ""), row("Bo Dahl", "9166102", 50, "Geriatrisk avdeling"));
            assertThat(page.locator(".notice").first().innerText()).contains("I filen: 2 nye");
            assertThat(page.locator("main").innerText()).contains("Filen har ikke disse kolonnene.", "Tjeneste med vakt");
            page.click("summary >> nth=0");
            visitor.finds("two new doctors").picture("register-fil-nye");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".flash").innerText()).contains("Filen er tatt inn: 2 leger registrert.");
            assertThat(page.locator("tbody tr").count()).isEqualTo(2);

            page.navigate(site + "kommune/leger/9166102?avslutt=ja");
            assertThat(page.locator("dialog[open]").count()).isEqualTo(1);
            page.check("dialog [value=FINISHED]");
            page.fill("dialog [name=on]", "1.11.2026");
            page.click("dialog[open] button[type=submit]");

            upload(
                    page,
                    row("Anne Berg", "9166101", 55, "Geriatrisk avdeling"),
                    row("Bo Dahl", "9166102", 50, "Geriatrisk avdeling"),
                    row("Cato Eng", "9166103", 113, ""));
            assertThat(page.locator("main").innerText())
                    .contains("1 endret", "én åpnes igjen", "én må rettes")
                    .contains("Legen er avsluttet. Tas raden inn, åpnes legen igjen.");
            assertThat(page.locator(".changes tbody tr").allInnerTexts())
                    .anySatisfy(row -> assertThat(row).contains("Fullførte læringsmål", "40", "55"))
                    .anySatisfy(row -> assertThat(row).contains("Ønskede avdelinger", "–", "1. Geriatrisk avdeling"));
            assertThat(page.isChecked("#rad-2")).isTrue();
            assertThat(page.isChecked("#rad-3")).isFalse();
            visitor.finds("changed, closed and faulty").picture("register-fil-endret");

            page.uncheck("#rad-2");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".error-summary").innerText()).contains("Ingenting er valgt.");
            visitor.finds("nothing chosen");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".flash").innerText()).contains("Filen er tatt inn: én endret.");
            upload(page, row("Anne Berg", "9166101", 60, "Geriatrisk avdeling"));
            another(visitor, "9166101", "activities", "9");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".error-summary").innerText())
                    .contains("Legen med HPR-nummer 9166101 er endret i registeret siden filen ble vist.");
            visitor.finds("changed meanwhile").picture("register-fil-imens");
            page.click("main button:has-text('Se over filen på nytt')");
            page.check("[name=confirm]");
            page.click("main button:has-text('Ta inn de valgte')");
            assertThat(page.locator(".flash").innerText()).contains("Filen er tatt inn: én endret.");

            upload(page, row("Dag Falk", "9166104", 10, ""));
            assertThat(page.locator("main").innerText()).contains("Står i registeret, men ikke i filen (1)", "Anne Berg");
            visitor.finds("a doctor who is not in the file");
            page.click("text=Avslutt Anne Berg");
            assertThat(page.locator("dialog[open]").innerText()).contains("Venter ikke Anne Berg lenger?");

            APIResponse file = visitor.context().request().get(site + "kommune/leger/last-ned");
            page.navigate(site + "kommune/leger/fil");
            page.setInputFiles("[name=file]", new FilePayload("leger.xlsx", "application/octet-stream", file.body()));
            page.click("main form button[type=submit]");
            assertThat(page.locator(".notice").first().innerText()).contains("I filen: én uendret");
            visitor.finds("nothing is new").picture("register-fil-uendret");
            upload(page, row("Anne Berg", "9166101", 60, "Ukjent avdeling"), "Fotnote;;;;;;;;;;");
            visitor.finds("a row that must be corrected").picture("register-fil-feil");
        }
    }

    private void upload(Page page, String... rows) {
        page.navigate(site + "kommune/leger/fil");
        String csv = FILE + "\r\n" + String.join("\r\n", rows) + "\r\n";
        page.setInputFiles(
                "[name=file]", new FilePayload("leger.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.click("main form button[type=submit]");
    }

    private static String row(String name, String hpr, int objectives, String wish) {
        return name + ";" + hpr + ";fast ansatt;ny;30,5;24;" + objectives + ";8;påbegynt;4;" + wish;
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
            another(visitor, HPR, "objectives", "75");
            page.click("form#lege button[type=submit]");
            assertThat(page.locator("h1").innerText()).contains("Noen andre har endret Kari Nordmann");
            assertThat(page.locator(".crumbs li").allInnerTexts()).containsExactly("Start", "Leger", "Kari Nordmann");
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
            page.click(".error-summary >> text=Gå til leger som flytter");
            assertThat(page.url()).endsWith("/kommune/leger/flytting");
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

    @Test
    void doctors_move_when_their_areas_let_go_or_the_coordinator_does() {
        HospitalId vik = new HospitalId("vik");
        hospital(vik, "974600048", "Vik sykehus");
        area(vik, new AreaCode("9413"), "Vestvik", "vik-vera");
        area(vik, new AreaCode("9414"), "Austvik", "vik-arne");
        users.create(User.of("vik-kari", "Kari Koordinator", Roles.COORDINATOR).in(vik), PASSWORD);
        given().auth()
                .preemptive()
                .basic("vik-vera", PASSWORD)
                .contentType("application/json")
                .body("""
                        {"name": "Flytte Florida", "affiliation": "PERMANENT", "affiliationFrom": "2024-01-01",
                         "scheme": "NEW", "statedService": 30.5, "statedOpenPractice": 24, "statedOn": "2026-01-01",
                         "statedShare": 100, "objectives": 70, "activities": 8, "supervision": "BEGUN",
                         "monthsLeft": 4, "note": "Ringer selv."}""")
                .put("/api/v1/areas/9413/doctors/" + MOVING)
                .then()
                .statusCode(200);
        askedForAndWithdrawn();
        letGo();
        theCoordinatorLetsGo();
    }

    private void askedForAndWithdrawn() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).as("vik-arne", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger");
            assertThat(page.locator("main .notice").count()).isZero();
            page.click(".toolbar >> text=Leger som flytter");
            assertThat(page.locator("main").innerText()).contains("Ingen ber om legene deres.");
            page.click("button:has-text('Be om legen')");
            assertThat(page.locator(".field-error").innerText()).contains("Feltet er tomt");
            page.fill("[name=hprNumber]", "010190 12345");
            page.click("button:has-text('Be om legen')");
            assertThat(page.content()).doesNotContain("12345");
            page.fill("[name=hprNumber]", "9166999");
            page.click("button:has-text('Be om legen')");
            assertThat(page.locator(".field-error").innerText())
                    .contains("Ingen har registrert en lege med HPR-nummer 9166999.");
            visitor.finds("a number that nobody has");
            page.fill("[name=hprNumber]", MOVING);
            page.click("button:has-text('Be om legen')");
            assertThat(page.url()).endsWith("/kommune/leger/flytting");
            assertThat(page.locator("tbody tr").innerText())
                    .contains(MOVING, "2. november 2026", "fra 16. november 2026 (om 14 dager)");
            assertThat(page.content()).doesNotContain("Florida").doesNotContain("Vestvik");
            visitor.finds("asks for a doctor").picture("flytting-ber");
            page.click("text=Trekk");
            visitor.finds("asks no longer?");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Dere ber ikke lenger om legen");
            assertThat(page.locator("tbody").count()).isZero();
            page.fill("[name=hprNumber]", MOVING);
            page.click("button:has-text('Be om legen')");
        }
    }

    private void letGo() {
        try (Browser.Visitor visitor = Browser.visitor(site, 360, 1280).as("vik-vera", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger");
            assertThat(page.locator("main .notice").innerText()).contains("Noen ber om en av legene deres.");
            visitor.finds("register of which a doctor is asked for").picture("flytting-oppgave");
            page.click("main .notice a");
            assertThat(page.locator("tbody tr").innerText())
                    .contains("Flytte Florida", "Austvik", "2. november 2026", "fra 16. november 2026 (om 14 dager)");
            visitor.finds("is asked for a doctor").picture("flytting-blir-bedt");
            page.click("tbody a.btn");
            assertThat(page.locator("h1").innerText()).isEqualTo("Gi Flytte Florida fra dere?");
            assertThat(page.url()).doesNotContain(MOVING);
            page.fill("[name=on]", "3.11.2026");
            page.click("main button[type=submit]");
            assertThat(page.locator(".field-error").innerText())
                    .contains("Siste dag av tilknytningen kan ikke være 3. november 2026.");
            visitor.finds("let go").picture("flytting-gi");
            page.fill("[name=on]", "1.11.2026");
            page.click("main button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Flytte Florida er gitt til Austvik.");
            assertThat(page.navigate("/kommune/leger/" + MOVING).status()).isEqualTo(404);
        }
    }

    private void theCoordinatorLetsGo() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).as("vik-vera", PASSWORD)) {
            visitor.at("/kommune/leger/flytting");
            visitor.page().fill("[name=hprNumber]", MOVING);
            visitor.page().click("button:has-text('Be om legen')");
        }
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).as("vik-kari", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/koordinator/leger/vik");
            page.click("text=Én lege som flytter");
            assertThat(page.url()).endsWith("/koordinator/flytting/vik");
            assertThat(page.locator("tbody tr").innerText())
                    .contains("Flytte Florida", "Austvik", "Vestvik", "16. november 2026")
                    .doesNotContain("Fristen er ute");
            page.fill("[name=days]", "400");
            page.click("main button[type=submit]");
            assertThat(page.locator(".field-error").innerText()).contains("fra 0 til 365");
            page.fill("[name=days]", "0");
            page.click("main button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Du kan frigi leger med en gang.");
            assertThat(page.locator("tbody tr").innerText()).contains("Fristen er ute");
            visitor.finds("doctors who move").picture("flytting-koordinator");
            page.click("tbody a.btn");
            assertThat(page.locator("h1").innerText()).isEqualTo("Frigi Flytte Florida?");
            visitor.finds("release").picture("flytting-frigi");
            page.fill("[name=on]", "2.11.2026");
            page.click("main button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Flytte Florida er gitt til Vestvik.");
            assertThat(page.locator("main").innerText()).contains("Ingen leger flytter");
            visitor.finds("nobody moves");
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
    private void another(Browser.Visitor visitor, String hpr, String field, String value) {
        Page other = visitor.context().newPage();
        other.navigate("/kommune/leger/" + hpr + "/endre");
        other.fill("[name=" + field + "]", value);
        other.click("form#lege button[type=submit]");
        assertThat(other.url()).endsWith("/kommune/leger/" + hpr);
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
