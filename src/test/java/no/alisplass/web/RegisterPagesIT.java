package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.InBrowser;
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
@InBrowser
class RegisterPagesIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final HospitalId HOSPITAL = new HospitalId("fjord");
    private static final AreaCode OWN = new AreaCode("9411");
    private static final AreaCode NEIGHBOUR = new AreaCode("9412");
    private static final String HPR = "9166001";

    private static final String GO_ON = "form#lege button[type=submit]";
    private static final String SAVED = ".step-saved:has-text('Lagret kl.')";

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
                User.of("fjord-vera", "Vara i Nordfjord", Roles.MUNICIPALITY).in(OWN), PASSWORD);
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
        String begun = begunAndLeftHalfWay();
        goneOnWithByAnotherAndRegistered(begun);
        changedStepByStep();
        theNeighbourIsToldOnlyThatTheNumberIsTaken();
        whatGrewOldIsToldAndConfirmed();
        theCoordinatorSeesEverybodyAndThePlannerNobody();
        finishedAndOpenedAgain();
    }

    /** @return the address of what is begun */
    private String begunAndLeftHalfWay() {
        try (Browser.Visitor visitor = Browser.visitor(site, 320, 1280).as("fjord-nora", PASSWORD)) {
            Page page = visitor.page();
            assertThat(page.locator("main").innerText()).contains("Leger i Nordfjord", "Ingen leger venter");
            visitor.finds("empty register").picture("register-tomt");
            page.click("text=Registrer lege");
            page.click(GO_ON);
            assertThat(page.locator(".error-summary li").allInnerTexts())
                    .hasSize(2)
                    .allMatch(each -> each.contains("Navn") || each.contains("HPR-nummer"));
            targetsThere(page);
            visitor.finds("nothing to keep").picture("register-ny-tom");

            page.fill("[name=hprNumber]", "01019012345");
            page.fill("[name=name]", "Kari Nordmann");
            page.waitForSelector(".step-saved:has-text('fødselsnummer')");
            assertThat(page.url()).endsWith("/kommune/leger/ny");
            page.fill("[name=hprNumber]", HPR);
            page.fill("[name=email]", "kari");
            page.waitForSelector(SAVED);
            String begun = page.url().replaceAll("/hvem$", "");
            assertThat(begun).matches(".*/kommune/leger/ny/[A-Za-z0-9_-]{22}");
            assertThat(page.locator(".step-list li").allInnerTexts().get(0)).contains("Må rettes: E-post.");
            page.click(GO_ON);
            assertThat(page.locator(".field-error").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("kari");
            visitor.finds("the first step").picture("register-ny-hvem");

            // Left by a link before it has saved itself: it is saved first, and nothing is asked.
            page.fill("[name=email]", "kari@nordfjord.kommune.no");
            page.click(".step-list a:has-text('Tilknytning')");
            page.waitForURL("**/tilknytning");
            assertThat(page.locator(".step-list li").allInnerTexts().get(0)).contains("Ferdig.");
            page.check("[name=affiliation][value=PERMANENT]");
            page.fill("[name=affiliationFrom]", "1.9.2023");
            visitor.finds("the second step").picture("register-ny-tilknytning");
            page.click(GO_ON);
            page.waitForURL("**/spesialisering");

            withoutNetwork(page);
            visitor.finds("a step that was saved when the net was back").picture("register-ny-spesialisering");
            visitor.at("/kommune");
            assertThat(page.locator("section:has(#begynt)").innerText())
                    .contains("Kari Nordmann", "HPR " + HPR, "opplysninger mangler", "Spesialisering", "fjord-nora");
            assertThat(page.locator("main table").count()).as("no record").isZero();
            visitor.finds("start with something begun").picture("register-start-begynt");
            return begun;
        }
    }

    /** Nothing that is typed is lost, and the page says that it is not saved. */
    private static void withoutNetwork(Page page) {
        page.evaluate("() => { console.error = () => {}; }");
        page.route("**/spesialisering", route -> route.abort());
        page.fill("[name=objectives]", "70");
        page.waitForSelector(".step-saved:has-text('svarer ikke')");
        assertThat(page.inputValue("[name=objectives]")).isEqualTo("70");
        page.unroute("**/spesialisering");
        page.evaluate("() => window.dispatchEvent(new Event('online'))");
        page.waitForSelector(SAVED);
    }

    private void goneOnWithByAnotherAndRegistered(String begun) {
        try (Browser.Visitor stranger = Browser.visitor(site, 1280).as("fjord-siri", PASSWORD)) {
            assertThat(stranger.page().content()).doesNotContain("Nordmann").doesNotContain("Begynt på");
            for (String page : List.of("", "/hvem")) {
                assertThat(stranger.page().navigate(begun + page).status()).isEqualTo(404);
            }
        }
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 320).as("fjord-vera", PASSWORD)) {
            Page page = visitor.page();
            page.click("section:has(#begynt) a:has-text('Kari Nordmann')");
            assertThat(page.locator("main").innerText())
                    .contains("kan registreres når ingenting som kreves, mangler", "Mangler: ");
            visitor.finds("what is missing in each step").picture("register-ny-oversikt");
            page.click(".step-list a:has-text('Spesialisering')");
            assertThat(page.inputValue("[name=objectives]")).isEqualTo("70");
            page.fill("[name=specialisationStart]", "1.9.2023");
            page.fill("[name=activities]", "8");
            page.check("[name=supervision][value=BEGUN]");
            page.click(GO_ON);
            service(page);
            visitor.finds("service and hospital").picture("register-ny-tjeneste");
            page.click(GO_ON);
            page.waitForURL("**/onsker");
            page.selectOption("[name=wish-fjord-geriatri]", "1");
            page.selectOption("[name=wish-fjord-lunge]", "2");
            page.selectOption("[name='wishes.earliestStart']", "2028-V");
            page.check("[name=onCall][value=PREFERABLY_WITHOUT]");
            visitor.finds("wishes").picture("register-ny-onsker");
            page.click(GO_ON);
            page.waitForURL("**/permisjon");
            page.fill("[name=note]", "Gravid, tilbake i mai.");
            page.click(GO_ON);
            assertThat(page.locator("[name=note] ~ .field-error").innerText()).contains("helsen til legen");
            page.fill("[name=note]", "");
            visitor.finds("leave, locum and note").picture("register-ny-permisjon");
            page.click(GO_ON);
            page.waitForURL(begun);
            visitor.finds("nothing is missing").picture("register-ny-ferdig");
            page.click("button:has-text('Registrer legen')");
            assertThat(page.url()).endsWith("/kommune/leger/" + HPR);
            assertThat(page.locator(".flash").innerText()).contains("Kari Nordmann er registrert");
            assertThat(page.locator("main").innerText())
                    .contains("Sist bekreftet 2. november 2026 av fjord-vera.")
                    .contains("Sykehuset i Molde, 3 md., 01.03.2025–31.05.2025")
                    .contains("1. Geriatrisk avdeling")
                    .contains("Helst uten vakt");
            assertThat(page.locator(".timeline rect").count()).isEqualTo(5);
            assertThat(page.locator(".timeline ~ .table-scroll tbody tr").count())
                    .isEqualTo(6);
            visitor.finds("doctor").picture("register-lege");
            assertThat(page.navigate(begun).status()).as("it is gone").isEqualTo(404);
        }
    }

    private void changedStepByStep() {
        try (Browser.Visitor visitor = Browser.visitor(site, 320, 1280).as("fjord-nora", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger/" + HPR);
            page.click(".toolbar a:has-text('Endre')");
            visitor.finds("the steps of a doctor").picture("register-endre");
            page.click(".step-list a:has-text('Tjeneste')");
            assertThat(page.inputValue("[name='stays[0].from']")).isEqualTo("01.03.2025");
            assertThat(page.inputValue("[name='periods[0].leaves[0].from']")).isEqualTo("01.03.2024");
            page.fill("[name=monthsLeft]", "9");
            page.click(GO_ON);
            assertThat(page.locator("[name=monthsLeft] ~ .field-error").innerText())
                    .contains("9");
            assertThat(page.locator(".notice a").allInnerTexts())
                    .contains("Henger sammen med steget «Spesialisering».");
            visitor.finds("a fault that crosses steps").picture("register-endre-henger-sammen");
            page.locator(".notice a").first().click();
            page.click("dialog[open] button:has-text('Forlat')");
            page.waitForURL("**/spesialisering");

            // A colleague saves the same step in another window.
            another(visitor, "75");
            page.fill("[name=objectives]", "81");
            page.click(GO_ON);
            assertThat(page.locator("h1").innerText()).contains("Noen andre har endret Kari Nordmann");
            assertThat(page.locator("tbody tr").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("læringsmål", "75", "81");
            visitor.finds("clash").picture("register-uenige");
            page.click("text=Lagre det jeg skrev");
            page.waitForURL("**/tjeneste");
            visitor.at("/kommune/leger/" + HPR + "/endre/permisjon");
            page.fill("[name=note]", "Er sykmeldt.");
            page.waitForSelector(".step-saved:has-text('helsen til legen')");
            page.fill("[name=note]", "Ringer tilbake.");
            page.waitForSelector(SAVED);
            visitor.at("/kommune/leger/" + HPR);
            List<String> history = page.locator(".changes > li").allInnerTexts();
            assertThat(history).hasSize(4);
            assertThat(history.get(0)).contains("Endret", "Merknad", "Ringer tilbake.");
            assertThat(history.get(1)).contains("Fullførte læringsmål", "75", "81");
            assertThat(history.get(2)).contains("70", "75");
            assertThat(history.get(3)).contains("Registrert", "Vis alt som ble registrert");
            page.click("summary");
            visitor.finds("doctor with history").picture("register-lege-endret");

            // The same number again leads to the doctor there is.
            visitor.at("/kommune/leger/ny");
            page.fill("[name=name]", "Kari Nordmann");
            page.fill("[name=hprNumber]", HPR);
            page.click(GO_ON);
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
            for (String step : List.of("", "/hvem")) {
                assertThat(page.navigate("/kommune/leger/" + HPR + "/endre" + step)
                                .status())
                        .isEqualTo(404);
            }
            visitor.at("/kommune/leger/ny");
            page.fill("[name=name]", "Nabolegen");
            page.fill("[name=hprNumber]", HPR);
            page.click(GO_ON);
            assertThat(page.locator("[name=hprNumber] ~ .field-error").innerText())
                    .contains("HPR-nummer " + HPR + " er registrert av en annen kommune eller bydel");
            assertThat(page.content()).doesNotContain("Nordfjord").doesNotContain("Nordmann");
            assertThat(page.inputValue("[name=name]")).isEqualTo("Nabolegen");
            assertThat(page.locator(".notice a").getAttribute("href")).isEqualTo("/kommune/leger/flytting");
            visitor.finds("a number held elsewhere").picture("register-annet-omrade");
            visitor.at("/kommune");
            assertThat(page.content()).as("it is not kept").doesNotContain("Nabolegen");
        }
    }

    private void whatGrewOldIsToldAndConfirmed() {
        clock.set(LocalDate.of(2027, 6, 1));
        try (Browser.Visitor visitor = Browser.visitor(site, 360, 1280).as("fjord-nora", PASSWORD)) {
            Page page = visitor.page();
            assertThat(page.locator("section:has(#venter)").innerText())
                    .contains("Én lege har opplysninger som ikke er bekreftet på en stund");
            visitor.finds("start with old information").picture("register-start-gammelt");
            page.click("section:has(#venter) a");
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
            assertThat(page.locator("a[href^='/koordinator/prognose']").count()).isZero();
            visitor.at("/koordinator/prognose/fjord").finds("no forecast is shared");
            assertThat(page.locator("main").innerText()).contains("Ingen prognose er delt");
            visitor.at("/koordinator/leger/fjord");
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
                    .containsExactly("Åpnet", "Avsluttet", "Bekreftet", "Endret", "Endret", "Endret", "Registrert");
        }
    }

    /** Each line of what is wrong leads to a field. */
    private static void targetsThere(Page page) {
        page.locator(".error-summary a").all().forEach(link -> assertThat(
                        page.locator(link.getAttribute("href")).count())
                .as(link.getAttribute("href"))
                .isEqualTo(1));
    }

    private static void another(Browser.Visitor visitor, String objectives) {
        Page other = visitor.context().newPage();
        other.navigate("/kommune/leger/" + HPR + "/endre/spesialisering");
        other.fill("[name=objectives]", objectives);
        other.click(GO_ON);
        other.waitForURL("**/tjeneste");
        other.close();
    }

    private static void service(Page page) {
        page.waitForURL("**/tjeneste");
        page.fill("[name='periods[0].from']", "1.9.2023");
        page.fill("[name='periods[0].to']", "28.2.2025");
        page.click("button[value='+periods[0].leaves']");
        page.waitForSelector("[name='periods[0].leaves[0].from']:focus");
        page.fill("[name='periods[0].leaves[0].from']", "1.3.2024");
        page.fill("[name='periods[0].leaves[0].to']", "31.3.2024");
        page.click("button[value='+periods']");
        page.waitForSelector("[name='periods[1].from']:focus");
        page.fill("[name='periods[1].from']", "1.6.2025");
        page.fill("[name=monthsLeft]", "6");
        page.click("button[value='+stays']");
        page.waitForSelector("[name='stays[0].department']:focus");
        page.fill("[name='stays[0].elsewhere']", "Sykehuset i Molde");
        page.fill("[name='stays[0].from']", "1.3.2025");
        page.fill("[name='stays[0].to']", "31.5.2025");
        page.fill("[name='stays[0].months']", "3");
    }
}
