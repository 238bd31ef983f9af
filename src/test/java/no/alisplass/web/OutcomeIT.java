package no.alisplass.web;

import static no.alisplass.web.MunicipalityTown.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.InBrowser;
import no.alisplass.allocation.Approval;
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.outcome.DoctorRounds;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.PositionPart;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Releases;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.round.Rounds;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What an approved round shows each municipality, and how fast every page answers with many doctors. */
@QuarkusTest
@InBrowser
class OutcomeIT {
    private static final int TRIES = 7;
    private static final long MAX_MILLIS = 2000;

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    @Inject
    Runs runs;

    @Inject
    Approval approval;

    @Inject
    DoctorRounds listed;

    @Inject
    Releases releases;

    @Inject
    Decisions decisions;

    @Inject
    Offers offers;

    @TestHTTPResource("/")
    URL site;

    @Test
    void each_municipality_sees_its_own_doctors_and_why_and_every_page_is_quick() throws Exception {
        String list = new MunicipalityTown(users, capacity, catchment, rounds).openRound();
        RoundId round = new RoundId(list.replaceAll(".*/", ""));
        HalfYear half = rounds.round(round).orElseThrow().first();
        PositionId position = new PositionId("town-geriatri-1");
        if (capacity.positions(MunicipalityTown.HOSPITAL).isEmpty()) {
            done(capacity.putPosition(
                    MunicipalityTown.HOSPITAL,
                    position,
                    List.of(new PositionPart(new DepartmentId("town-geriatri"), 6)),
                    null));
        }
        done(capacity.putSeats(MunicipalityTown.HOSPITAL, position, half, 1, null));
        send(list, MunicipalityTown.CHIEF, rows(65, "9301"));
        send(list, MunicipalityTown.OTHER, rows(2, "9302"));
        times(
                "kommune-tider.txt",
                "/kommune",
                list,
                list + "/leger/ny",
                list + "/leger/40",
                list + "/fil",
                list + "/send",
                list + "/innsendinger",
                list + "/innsendinger/1");
        done(rounds.close(round, "Alle har svart.", null));
        Run run = done(runs.start(round, 7));
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> done(runs.find(round, run.number())).state() == RunState.DONE);
        done(approval.approve(round, run.number()));
        try (Browser.Visitor visitor =
                MunicipalityTown.visit(Browser.visitor(site, 1280, 320), MunicipalityTown.OTHER, list + "/utfall")) {
            visitor.finds("outcome").picture("kommune-utfall");
            visitor.page().pdf(new Page.PdfOptions().setPath(Path.of("target/screenshots/kommune-utfall.pdf")));
            assertThat(visitor.page().locator(".outcome h2").allInnerTexts())
                    .containsExactly("Lege nr. 1 i 9302", "Lege nr. 2 i 9302");
            assertThat(visitor.page().content()).doesNotContain("i 9301").contains("tellende tjeneste");
            Run decided = done(runs.find(round, run.number()));
            assertThat(visitor.page().locator(".checksums").innerText())
                    .contains("Kontrollsum av det som ble lagt til grunn")
                    .contains(decided.problemHash())
                    .contains(decided.proposalHash());
            visitor.at("/kommune").finds("start with an outcome");
            visitor.at(list).finds("submissions of a closed round");
            visitor.at(list + "/send");
            assertThat(visitor.page().content()).contains("ikke åpen");
        }
        whatBecameOfTheOffer(round, run.number(), list);
        theDoctorSeesTheSame(rounds.round(round).orElseThrow().title());
        whoseNumberItWasNotSeesNoRound();
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, MunicipalityTown.CHIEF, list + "/utfall")) {
            visitor.finds("outcome in pages").picture("kommune-utfall-sider");
            assertThat(visitor.page().locator(".outcome").count()).isEqualTo(25);
            visitor.page().click(".paging a[rel=next]");
            visitor.page().click(".paging a[rel=next]");
            assertThat(visitor.page().locator(".outcome h2").last().innerText()).isEqualTo("Lege nr. 65 i 9301");
            visitor.page().click("text=Vis alle 65 på én side");
            assertThat(visitor.page().locator(".outcome").count()).isEqualTo(65);
            visitor.page().pdf(new Page.PdfOptions().setPath(Path.of("target/screenshots/kommune-utfall-alle.pdf")));
        }
        times("kommune-tider-utfall.txt", list + "/utfall");
    }

    /** The round's outcome stays; beside it stands that nothing was sent, without why, and to nobody before it is so. */
    private void whatBecameOfTheOffer(RoundId round, int run, String list) {
        Acting kari = new Acting(Actor.COORDINATOR, "kari", null, null, MunicipalityTown.HOSPITAL, null);
        done(releases.prepare(round, kari));
        Offer offer = offers.page(OfferFilter.of(round), 0, 1).offers().get(0);
        String said = "Geriatrisk avdeling, vår "
                + rounds.round(round).orElseThrow().first().year() + ": Sykehuset sendte ikke tilbudet.";
        String name = "of-" + round + "-kari";
        users.create(User.of(name, "Kari", Roles.COORDINATOR).in(MunicipalityTown.HOSPITAL), MunicipalityTown.PASSWORD);
        try (Browser.Visitor area =
                        MunicipalityTown.visit(site, 1280, MunicipalityTown.CHIEF, list + "/utfall?alle=ja");
                Browser.Visitor doctor = Browser.visitor(site, 320);
                Browser.Visitor desk = Browser.visitor(site, 360, 1280).in(name, MunicipalityTown.PASSWORD)) {
            assertThat(area.page().content()).contains("Fikk plass").doesNotContain("tilbudet");
            done(decisions.turnDown(
                    offer.id(), "NOT_QUALIFIED", "Mangler det som kreves.", true, kari, offer.version()));
            area.at(list + "/utfall?alle=ja").finds("outcome of what was not sent");
            assertThat(area.page().content()).contains(said);
            assertThat(area.page()
                            .locator(".outcome:has-text('" + said + "') h2")
                            .count())
                    .isEqualTo(1);
            assertThat(area.page().content()).contains("Fikk plass").doesNotContain("Mangler det som kreves");
            area.at("/kommune/leger/" + offer.hpr().digits() + "/innsyn");
            area.page().click("main button:has-text('Lag lenke')");
            doctor.at(area.page().inputValue("[data-select]"));
            doctor.page().click("main form button[type=submit]");
            doctor.finds("own look after a no").picture("innsyn-ikke-sendt");
            assertThat(doctor.page().locator(".outcome").innerText()).contains(said);
            desk.at("/koordinator/runder/" + round + "/kjoringer/" + run);
            String called = "Lege nr. " + offer.hpr().value() % 1000 + " i 9301";
            desk.page()
                    .locator("main a[href*='/lege/']:has-text('" + called + "')")
                    .first()
                    .click();
            desk.finds("case after a no").picture("kjoring-lege-ikke-sendt");
            assertThat(desk.page().locator("main a:has-text('" + said + "')").getAttribute("href"))
                    .isEqualTo("/koordinator/runder/" + round + "/tilbud/" + offer.id());
        }
    }

    /** By a link of their own, what came of the round and why, as the municipality sees it; and nobody else. */
    private void theDoctorSeesTheSame(String round) {
        try (Browser.Visitor area =
                        MunicipalityTown.visit(site, 1280, MunicipalityTown.OTHER, "/kommune/leger/9302001/innsyn");
                Browser.Visitor doctor = Browser.visitor(site, 320, 1280)) {
            area.page().click("main button:has-text('Lag lenke')");
            doctor.at(area.page().inputValue("[data-select]"));
            doctor.page().click("main form button[type=submit]");
            doctor.finds("own look with an outcome").picture("innsyn-utfall");
            assertThat(doctor.page().locator(".outcome").innerText())
                    .contains(round, "i rangeringen", "tellende tjeneste");
            assertThat(doctor.page().content())
                    .contains("Lege nr. 1 i 9302")
                    .doesNotContain("Lege nr. 2 i 9302")
                    .doesNotContain("i 9301");
        }
    }

    /** The area listed somebody else by the number. */
    private void whoseNumberItWasNotSeesNoRound() {
        HprNumber hpr = new HprNumber(9302001);
        assertThat(listed.of(hpr, Optional.empty(), 0, 1).total()).isEqualTo(1);
        RequestSpecification area =
                RestAssured.given().auth().preemptive().basic(MunicipalityTown.OTHER, MunicipalityTown.PASSWORD);
        String doctor = "/api/v1/areas/9302/doctors/9302001";
        area.header("If-Match", area.get(doctor).header("ETag"))
                .contentType("application/json")
                .body("{\"reason\": \"ENTERED_IN_ERROR\", \"on\": \"" + LocalDate.now() + "\"}")
                .post(doctor + "/closing")
                .then()
                .statusCode(200);
        assertThat(listed.of(hpr, Optional.empty(), 0, 1).total()).isZero();
        theNumberComesBack(hpr);
    }

    /** Whoever the number is of moves to the area that had it in error: what that listed is about somebody else still. */
    private void theNumberComesBack(HprNumber hpr) {
        as(MunicipalityTown.CHIEF)
                .body("""
                        {"name": "Rett Rette", "affiliation": "PERMANENT", "scheme": "NEW", "statedService": 30,
                         "statedOpenPractice": 24, "statedOn": "2026-01-01", "statedShare": 100, "objectives": 40,
                         "activities": 8, "supervision": "BEGUN", "monthsLeft": 6}""")
                .put("/api/v1/areas/9301/doctors/" + hpr.digits())
                .then()
                .statusCode(200);
        as(MunicipalityTown.OTHER)
                .body("{}")
                .put("/api/v1/areas/9302/moves/" + hpr.digits())
                .then()
                .statusCode(200);
        as(MunicipalityTown.CHIEF)
                .body("{\"to\": \"9302\", \"on\": \"" + LocalDate.now() + "\"}")
                .post("/api/v1/areas/9301/moves/" + hpr.digits() + "/release")
                .then()
                .statusCode(200);
        as(MunicipalityTown.OTHER)
                .get("/api/v1/areas/9302/doctors/" + hpr.digits())
                .then()
                .statusCode(200);
        assertThat(listed.of(hpr, Optional.empty(), 0, 1).total()).isZero();
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(user, MunicipalityTown.PASSWORD)
                .contentType("application/json");
    }

    private void send(String list, String user, String csv) {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, user, list + "/fil")) {
            Page page = visitor.page();
            page.setInputFiles(
                    "[name=file]", new FilePayload("liste.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            page.click("main form button[type=submit]");
            page.click("text=/Ta inn alle/");
            page.click("text=Se over og send");
            page.click("main form button[type=submit]");
            assertThat(page.url()).contains("/innsendinger/");
        }
    }

    private static String rows(int count, String area) {
        return MunicipalityTown.csv(IntStream.rangeClosed(1, count)
                .mapToObj(i -> i + ";Lege nr. " + i + " i " + area + ";" + (Integer.parseInt(area) * 1000 + i) + ";"
                        + area + ";fast ansatt;;ny;" + (24 + i % 30) + ";24;" + (40 + i % 70)
                        + ";8;påbegynt;6;Geriatri;;01.01.2026;0")
                .toArray(String[]::new));
    }

    /** Medians, at most, of the whole answer, as the browser's machine sees it. */
    private void times(String file, String... addresses) throws IOException {
        try (Browser.Visitor visitor = MunicipalityTown.visit(site, 1280, MunicipalityTown.CHIEF, "/kommune")) {
            String told = Stream.of(addresses)
                    .map(address -> {
                        long median = Median.of(TRIES, MAX_MILLIS, () -> assertThat(visitor.page()
                                        .request()
                                        .get(site.toString().replaceAll("/$", "") + address)
                                        .status())
                                .isEqualTo(200));
                        assertThat(median).as(address).isLessThan(MAX_MILLIS);
                        return median + " ms " + address;
                    })
                    .collect(Collectors.joining("\n"));
            Files.writeString(Path.of("target", file), told + "\n");
        }
    }
}
