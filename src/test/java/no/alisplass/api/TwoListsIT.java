package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.SettableClock;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor on two lists stops nobody but that doctor, until the coordinator has settled where the doctor belongs. */
@QuarkusTest
class TwoListsIT {
    private static final String ROUND = "to-lister-runde";
    private static final String BASE = "/api/v1/rounds/" + ROUND;
    private static final String PAGES = "/koordinator/runder/" + ROUND;
    private static final int BOTH = 71_500_001;
    private static final int ALONE = 71_500_002;
    private static final String REASON = "Legen har flyttet, og begge kommunene er enige.";

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    private FrontDesk desk;

    @BeforeEach
    void hospital() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private static String doctor(int hpr, String name) {
        return """
                {"priority": 1, "name": "%s", "hprNumber": "%d", "affiliation": "PERMANENT", "scheme": "NEW",
                 "statedService": 40, "statedOpenPractice": 24, "objectives": 50, "activities": 5, "supervision": "BEGUN",
                 "monthsLeft": 6, "interrupted": false, "leave": "GRANTED", "locum": "SECURED",
                 "wishes": {"ranked": [], "onlyRanked": false, "refused": [], "blocked": [], "weight": "DEPARTMENT"}}
                """.formatted(name, hpr);
    }

    private void send(String area, String doctors) {
        desk.write(ROUND, area, "{\"entries\": [" + doctors + "]}").statusCode(200);
        desk.submit(ROUND, area).statusCode(201);
    }

    private String page(String address) {
        return desk.coordinator()
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<String> ranked() {
        return desk.coordinator()
                .get(BASE + "/ranking")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("ranked.name");
    }

    private ValidatableResponse settle(int hpr, String area, String reason) {
        return desk.coordinator()
                .body("{\"area\": \"" + area + "\", \"reason\": \"" + reason + "\"}")
                .put(BASE + "/two-lists/" + hpr)
                .then();
    }

    @Test
    void the_doctor_waits_and_the_round_goes_on_until_it_is_settled() {
        desk.seats("ahus-geriatri-1", "2064-V", 2);
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "To lister", "halfYears": ["2064-V"],
                 "policyId": "ahus-2020", "policyVersion": 2, "deadline": "2063-12-01"}
                """.formatted(ROUND));
        send("3205", doctor(BOTH, "Berit Begge"));
        desk.move(BOTH, "3205", "3209", LocalDate.of(2026, 10, 31));
        send(
                "3209",
                doctor(BOTH, "Berit Begge") + ","
                        + doctor(ALONE, "Arne Alene").replace("\"priority\": 1", "\"priority\": 2"));
        desk.close(ROUND);

        assertThat(ranked()).containsExactly("Arne Alene");
        assertThat(page(PAGES)).contains("Én lege står på flere lister");
        String run = desk.run(ROUND);
        JsonPath allocation = desk.coordinator().get(run + "/allocation").jsonPath();
        assertThat(allocation.<String>getList("notEligible.name")).containsExactly("Berit Begge", "Berit Begge");
        assertThat(allocation.getString("notEligible[0].reasons[0]"))
                .isEqualTo("Legen står på listene fra flere kommuner eller bydeler i runden. Koordinatoren må avgjøre"
                        + " hvilken legen hører til.");

        settle(ALONE, "3209", REASON).statusCode(404).body("errors[0].code", equalTo("waitlist.not-on-two-lists"));
        settle(BOTH, "3205", "Kort").statusCode(422);
        settle(BOTH, "3222", REASON).statusCode(422).body("errors[0].code", equalTo("waitlist.settle-area"));
        settle(BOTH, "3205", REASON).statusCode(200).body("settled.area", equalTo("3205"));
        assertThat(ranked()).containsExactlyInAnyOrder("Arne Alene", "Berit Begge");
        assertThat(page(PAGES))
                .doesNotContain("står på flere lister</")
                .contains("Avgjort hvilken liste en lege hører til", REASON);
        assertThat(page(run.replace("/api/v1/rounds", "/koordinator/runder").replace("/runs/", "/kjoringer/")))
                .contains("Hvilken liste Berit Begge står på, er avgjort på nytt siden.");
        assertThat(page(PAGES + "/to-lister")).contains("Berit Begge", REASON);
        assertThat(desk.coordinator().get(BASE + "/audit").jsonPath().<String>getList("acts.what"))
                .contains("round.list-settled", "round.closed")
                .anyMatch(each -> each.startsWith("waitlist."));
        assertThat(page(PAGES + "/to-lister/1")).contains("Hvor hører Berit Begge til?", "Lillestrøm");

        String token = "a-token-of-the-browser-of-this-test";
        desk.coordinator()
                .contentType("application/x-www-form-urlencoded")
                .cookie("alis-csrf", token)
                .header("X-Csrf-Token", token)
                .redirects()
                .follow(false)
                .formParam("hpr", BOTH)
                .formParam("area", "3209")
                .formParam("reason", "Likevel ikke: " + REASON)
                .post(PAGES + "/to-lister/1")
                .then()
                .statusCode(303);
        String second = desk.run(ROUND);
        desk.coordinator().body("{}").post(second + "/approve").then().statusCode(200);
        settle(BOTH, "3205", REASON).statusCode(409);
        assertThat(desk.municipality("3205")
                        .get(BASE + "/outcomes")
                        .jsonPath()
                        .<String>getList("notEligible.reasons[0]"))
                .containsExactly(
                        "Legen står på flere lister i runden, og koordinatoren har avgjort at legen hører til en"
                                + " annen kommune eller bydel.");
        assertThat(desk.municipality("3209").get(BASE + "/outcomes").jsonPath().<String>getList("doctors.name"))
                .containsExactlyInAnyOrder("Arne Alene", "Berit Begge");
    }
}
