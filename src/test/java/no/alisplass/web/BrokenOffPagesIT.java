package no.alisplass.web;

import static no.alisplass.Results.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Answers;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferClock;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Releases;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service is broken off at the department, and its doctor stands in the next round with what is left, ahead of who was ahead before. */
@QuarkusTest
@InBrowser
class BrokenOffPagesIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final String AREA = "3222";
    private static final String FIRST = "avbrutt-2093-v";
    private static final String NEXT = "avbrutt-2093-h";
    private static final Acting KARI =
            new Acting(Actor.COORDINATOR, "avbrutt-kari", null, null, new HospitalId("ahus"), null);
    private static final Acting TOWN = new Acting(Actor.AREA, "avbrutt-ola", null, new AreaCode(AREA), null, null);

    @TestHTTPResource("/")
    URL site;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    Releases releases;

    @Inject
    Offers offers;

    @Inject
    Answers answers;

    @Inject
    Decisions decisions;

    @Inject
    OfferClock offerClock;

    private FrontDesk desk;

    @BeforeEach
    void people() throws IOException {
        clock.set(LocalDate.of(2092, 11, 25));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
        users.create(User.of("avbrutt-kari", "Kari Krag", Roles.COORDINATOR), PASSWORD);
        users.create(User.of("avbrutt-ola", "Ola Overlege", Roles.MUNICIPALITY).in(new AreaCode(AREA)), PASSWORD);
        users.create(
                new User(
                        "avbrutt-lisa",
                        "Lisa Leder",
                        new TreeSet<>(Set.of(Roles.DEPARTMENT)),
                        Optional.empty(),
                        Optional.of(new HospitalId("ahus")),
                        Optional.of(new DepartmentId("ahus-geriatri")),
                        false,
                        false),
                PASSWORD);
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void who_breaks_off_stands_in_the_next_round_with_what_is_left_and_its_rank() {
        inService();
        clock.set(LocalDate.of(2093, 6, 20));
        brokenOff();
        open(NEXT, "2093-H", "2093-07-10");
        chosenAgain();
        desk.close(NEXT);
        try (Browser.Visitor kari = Browser.visitor(site, 1280, 360).in("avbrutt-kari", PASSWORD)) {
            kari.at("/koordinator/runder/" + NEXT + "/rangering");
            String order = kari.page().locator("main").innerText();
            assertThat(order.indexOf("Bodil Brudd")).isPositive().isLessThan(order.indexOf("Anton Aas"));
            kari.finds("who broke off in the next order").picture("avbrutt-rangering");
        }
        String run = desk.run(NEXT);
        try (Browser.Visitor kari = Browser.visitor(site, 1280, 360).in("avbrutt-kari", PASSWORD)) {
            kari.at("/koordinator/runder/" + NEXT + "/kjoringer/1");
            assertThat(kari.page().locator("main").innerText()).contains("Bodil Brudd");
            kari.page().click("main a:has-text('Bodil Brudd')");
            kari.page().waitForURL("**/lege/**");
            // Also where the department is one of service that was approved: it was broken off.
            assertThat(kari.page().locator("main").innerText())
                    .contains(
                            "Nummer 1 av 2 i rangeringen.",
                            "Geriatrisk avdeling",
                            "står foran nr. 2, Anton Aas, ved avbrutt tjeneste.")
                    .doesNotContain("Ingen plass");
            kari.finds("why who broke off comes first").picture("avbrutt-hvorfor");
        }
        desk.coordinator().body("{}").post(run + "/approve").then().statusCode(200);
    }

    /** The one behind has a seat in spring, for the one ahead could not come then. */
    private void inService() {
        open(FIRST, "2093-V", "2093-01-10");
        String entries = String.join(
                ",", entry(1, "Anton Aas", 9171001, 40, "\"2093-V\""), entry(2, "Bodil Brudd", 9171002, 20, ""));
        desk.write(FIRST, AREA, "{\"awayLimit\": null, \"entries\": [" + entries + "]}")
                .statusCode(200);
        desk.submit(FIRST, AREA).statusCode(201);
        desk.close(FIRST);
        desk.coordinator().body("{}").post(desk.run(FIRST) + "/approve").then().statusCode(200);
        RoundId round = new RoundId(FIRST);
        done(releases.prepare(round, KARI));
        done(releases.release(round, 1, null, KARI));
        List<Offer> given = offers.page(OfferFilter.of(TOWN).in(round), 0, 10).offers();
        assertThat(given).hasSize(1);
        long offer = given.get(0).id();
        done(answers.give(
                done(answers.begin(offer, OfferStep.ACCEPT, null, TOWN)).key(), TOWN));
        done(decisions.confirm(offer, KARI, done(offers.read(offer, KARI)).version()));
        clock.set(LocalDate.of(2093, 3, 1));
        offerClock.run();
    }

    private void brokenOff() {
        try (Browser.Visitor lisa = Browser.visitor(site, 360, 1280).in("avbrutt-lisa", PASSWORD)) {
            Page page = lisa.page();
            lisa.at("/avdeling/tjeneste");
            page.click("main table >> a:has-text('Bodil Brudd')");
            page.fill("[name=last]", "15.06.2093");
            page.click("#avbrudd button[type=submit]");
            assertThat(page.locator("main").innerText()).contains("3,5 måneder teller.");
            page.click("#avbrudd button[type=submit]");
            assertThat(page.locator(".flash").innerText()).contains("Tjenesten er avbrutt.");
        }
    }

    private void chosenAgain() {
        try (Browser.Visitor ola = Browser.visitor(site, 1280, 360).in("avbrutt-ola", PASSWORD)) {
            Page page = ola.page();
            ola.at("/kommune/leger/9171002");
            assertThat(page.locator("main").innerText()).contains("2,5 md");
            ola.finds("who broke off, in the register").picture("avbrutt-lege");
            ola.at("/kommune/runder/" + NEXT + "/velg");
            page.check("#lege-9171001");
            page.check("#lege-9171002");
            page.click("main form:has(fieldset) button[type=submit]");
            page.waitForURL("**/kommune/runder/" + NEXT);
            ola.finds("the list with who broke off").picture("avbrutt-liste");
            page.click("text=Se over og send");
            page.click("main form button[type=submit]");
            page.waitForURL("**/innsendinger/1");
        }
    }

    private void open(String round, String halfYear, String deadline) {
        desk.seats("ahus-geriatri-1", halfYear, 1);
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Avbrudd, %s", "halfYears": ["%s"],
                 "policyId": "ahus-2020", "policyVersion": 3, "lotterySeed": "froe", "deadline": "%s"}
                """.formatted(round, round.equals(FIRST) ? "våren" : "høsten", halfYear, deadline));
    }

    private static String entry(int priority, String name, int hpr, int service, String blocked) {
        return """
                {"priority": %d, "name": "%s", "hprNumber": "%d", "affiliation": "PERMANENT", "scheme": "NEW",
                 "statedService": %d, "statedOpenPractice": 20, "statedShare": 0, "objectives": 50, "activities": 5,
                 "supervision": "BEGUN", "monthsLeft": 6, "interrupted": false, "leave": "GRANTED", "locum": "SECURED",
                 "wishes": {"ranked": [["ahus-geriatri"]], "onlyRanked": false, "refused": [], "blocked": [%s],
                  "weight": "DEPARTMENT"}}
                """.formatted(priority, name, hpr, service, blocked);
    }
}
