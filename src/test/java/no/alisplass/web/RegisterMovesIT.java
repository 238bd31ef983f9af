package no.alisplass.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Doctors who move from one municipality to another, through the pages. */
@QuarkusTest
@InBrowser
class RegisterMovesIT {
    private static final String PASSWORD = "et-langt-nok-passord";
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
    void theDayIsKnown() {
        clock.set(LocalDate.of(2026, 11, 2));
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
    void doctors_move_when_their_areas_let_go_or_the_coordinator_does() {
        HospitalId vik = new HospitalId("vik");
        hospital(vik, "974600072", "Vik sykehus");
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
            assertThat(page.locator(".field-error").innerText()).contains("ser ut som et fødselsnummer");
            page.fill("[name=hprNumber]", "9166999");
            page.click("button:has-text('Be om legen')");
            assertThat(page.locator(".field-error").innerText())
                    .contains("Ingen har registrert en lege med HPR-nummer 9166999.");
            visitor.finds("a number that nobody has");
            page.fill("[name=hprNumber]", MOVING);
            page.click("button:has-text('Be om legen')");
            assertThat(page.url()).endsWith("/kommune/leger/flytting");
            assertThat(page.locator(".plain-list li").innerText())
                    .contains(MOVING, "siden 2. november 2026", "tidligst 16. november 2026 (om 14 dager)");
            assertThat(page.content()).doesNotContain("Florida").doesNotContain("Vestvik");
            visitor.finds("asks for a doctor").picture("flytting-ber");
            page.click(".plain-list [data-dialog]");
            visitor.finds("asks no longer?");
            page.click("dialog[open] button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Dere ber ikke lenger om legen");
            assertThat(page.locator(".plain-list").count()).isZero();
            page.fill("[name=hprNumber]", MOVING);
            page.click("button:has-text('Be om legen')");
        }
    }

    private void letGo() {
        try (Browser.Visitor visitor = Browser.visitor(site, 360, 1280).as("vik-vera", PASSWORD)) {
            Page page = visitor.page();
            visitor.at("/kommune/leger");
            assertThat(page.locator("section:has(#venter)").innerText())
                    .contains("Én lege dere har, er bedt om av en annen kommune eller bydel.");
            visitor.finds("register of which a doctor is asked for").picture("flytting-oppgave");
            page.click("section:has(#venter) a:has-text('er bedt om')");
            assertThat(page.locator(".plain-list li").innerText())
                    .contains(
                            "Flytte Florida",
                            "Austvik ber om legen, siden 2. november 2026.",
                            "fra 16. november 2026 (om 14 dager)");
            visitor.finds("is asked for a doctor").picture("flytting-blir-bedt");
            page.click(".plain-list a.btn");
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
            assertThat(page.locator(".main-nav [aria-current=true]").allInnerTexts())
                    .containsExactly("Leger");
            assertThat(page.locator("tbody tr").innerText())
                    .contains("Flytte Florida", "Austvik", "Vestvik", "02.11.2026", "16.11.2026")
                    .doesNotContain("Fristen er ute");
            page.fill("[name=days]", "400");
            page.click("main button[type=submit]");
            assertThat(page.locator(".field-error").innerText()).contains("fra 0 til 365");
            page.fill("[name=days]", "0");
            page.click("main button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Du kan frigi leger med en gang.");
            assertThat(page.locator("tbody tr").innerText()).contains("Fristen er ute");
            visitor.finds("doctors who move").picture("flytting-koordinator");
            page.click("tbody a");
            assertThat(page.locator("h1").innerText()).isEqualTo("Frigi Flytte Florida?");
            visitor.finds("release").picture("flytting-frigi");
            page.fill("[name=on]", "2.11.2026");
            page.click("main button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Flytte Florida er gitt til Vestvik.");
            assertThat(page.locator("main").innerText()).contains("Ingen leger flytter");
            visitor.finds("nobody moves");
        }
    }
}
