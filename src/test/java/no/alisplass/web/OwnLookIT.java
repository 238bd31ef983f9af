package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.LocalDate;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor's own look, in two browsers: the area's, and the doctor's. */
@QuarkusTest
@InBrowser
class OwnLookIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final AreaCode OWN = new AreaCode("9417");

    @Inject
    Users users;

    @Inject
    Catchment catchment;

    @Inject
    SettableClock clock;

    @TestHTTPResource("/")
    URL site;

    @BeforeEach
    void an_area() {
        clock.set(LocalDate.of(2026, 11, 2));
        MunicipalityTown.done(catchment.put(new Area(OWN, "Midtfjord", AreaKind.MUNICIPALITY), null));
        users.create(
                User.of("fjord-mari", "Overlege i Midtfjord", Roles.MUNICIPALITY)
                        .in(OWN),
                PASSWORD);
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.run();
    }

    /** The area makes a link, the doctor opens it on a telephone of their own, says what is wrong, and sees that it was put right. */
    @Test
    void a_doctor_looks_and_says_what_is_wrong() {
        String hpr = "9166201";
        String facts = """
                        {"name": "Solveig Ser", "affiliation": "PERMANENT", "affiliationFrom": "2024-01-01", "scheme": "NEW",
                         "statedService": 30.5, "statedOpenPractice": 24, "statedOn": "2026-01-01", "statedShare": 100,
                         "objectives": 70, "activities": 8, "supervision": "BEGUN", "monthsLeft": 4, "note": "Bor i Molde.",
                         "stays": [{"elsewhere": "Sykehuset i Molde", "from": "2025-01-01", "to": "2025-02-28", "months": 2}],
                         "wishes": {"weight": "START"}}""";
        put(hpr, "0", facts);
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
            put(hpr, "1", facts.replace("70", "75"));
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
            assertThat(desk.inputValue("[data-select]")).isNotEqualTo(link);
            area.reload();
            assertThat(desk.locator(".error-summary").innerText()).contains("alt laget en ny lenke");
            desk.click("button:has-text('Trekk lenken')");
            assertThat(desk.locator("main").innerText()).contains("Trukket 2. november 2026");
            area.finds("links that are over").picture("innsyn-lenker");
        }
    }

    private static void put(String hpr, String seen, String facts) {
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("fjord-mari", PASSWORD)
                .header("If-Match", seen)
                .contentType("application/json")
                .body(facts)
                .put("/api/v1/areas/" + OWN + "/doctors/" + hpr)
                .then()
                .statusCode(200);
    }
}
