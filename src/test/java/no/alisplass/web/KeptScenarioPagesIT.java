package no.alisplass.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenarios that came by the API or were written for a round as it was, on the pages where they are written. */
@QuarkusTest
@InBrowser
class KeptScenarioPagesIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final String ROUND = "web-scenario-sider";
    private static final String HALF_YEAR = "2087-V";
    private static final String KEPT = "/api/v1/rounds/" + ROUND + "/scenarios/kept";
    private static final String PAGES = "/planlegger/hva-om/" + ROUND + "/scenarioer/";
    private static final Path SAMPLE = Path.of("sample-data", "ahus-2027-var");

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @TestHTTPResource("/")
    URL site;

    private FrontDesk desk;

    @BeforeEach
    void openRound() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        if (desk.coordinator().get("/api/v1/rounds/" + ROUND).statusCode() == 404) {
            users.create(User.of("scenario-kari", "Kari Koordinator", Roles.COORDINATOR), PASSWORD);
            users.create(User.of("scenario-pia", "Pia Planlegger", Roles.PLANNER), PASSWORD);
            desk.loadReferenceData();
            desk.seats("ahus-geriatri-1", HALF_YEAR, 1);
            desk.seats("ahus-lunge-1", HALF_YEAR, 1);
            desk.open("""
                    {"id": "%s", "hospital": "ahus", "title": "Scenarioer på sidene", "halfYears": ["%s"],
                     "policyId": "ahus-2020", "deadline": "2027-06-01"}""".formatted(ROUND, HALF_YEAR));
            desk.sendLists(SAMPLE, ROUND, area -> true);
        }
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, PASSWORD).contentType("application/json");
    }

    private static Map<String, Object> seats(String department, int seats) {
        return Map.of("department", department, "halfYear", HALF_YEAR, "seats", seats);
    }

    private static long keep(String user, Map<String, Object> scenario) {
        return as(user).body(scenario)
                .post(KEPT)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static JsonPath kept(String user, long id) {
        return as(user).get(KEPT + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    private static void save(Browser.Visitor visitor) {
        visitor.page()
                .locator("button[type=submit]", new Page.LocatorOptions().setHasText("Lagre og se"))
                .click();
    }

    @Test
    void what_the_api_has_kept_is_all_there_after_it_is_saved_on_the_page() throws IOException {
        List<Map<String, Object>> limits = new ArrayList<>();
        new ObjectMapper()
                .readTree(SAMPLE.resolve("lister.json").toFile())
                .get("lists")
                .forEach(list -> limits.add(Map.of("area", list.get("area").asText(), "most", 5)));
        assertThat(limits).hasSizeGreaterThan(20);
        Map<String, Object> palliative =
                Map.of("id", "ahus-palliativ", "name", "Palliativ", "like", "ahus-lunge", "seats", 1);
        Map<String, Object> question = Map.of(
                "added",
                List.of(palliative),
                "seats",
                List.of(seats("ahus-geriatri", 1), seats("ahus-palliativ", 3)),
                "limits",
                limits,
                "more",
                List.of(Map.of("share", 150)),
                "seed",
                9_007_199_254_740_991L);
        long id = keep("scenario-pia", Map.of("name", "Utenfra", "shared", false, "question", question));
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).in("scenario-pia", PASSWORD)) {
            visitor.at(PAGES + id).finds("a scenario of many parts").picture("scenario-many-parts");
            assertThat(visitor.page().locator("#felt-added-0-id").inputValue()).isEqualTo("ahus-palliativ");
            assertThat(visitor.page().locator("#felt-seats-0-department").inputValue())
                    .isEqualTo("ahus-palliativ");
            visitor.page().fill("input[name='plasser_ahus-lunge_" + HALF_YEAR + "']", "2");
            save(visitor);
            visitor.page().waitForURL("**/sammenlign?velg=*");
        }
        JsonPath after = kept("scenario-pia", id);
        assertThat(after.getList("question.added")).isEqualTo(List.of(palliative));
        assertThat(after.getList("question.limits")).isEqualTo(limits);
        assertThat(after.getList("question.more")).isEqualTo(List.of(Map.of("share", 150)));
        assertThat(after.getLong("question.seed")).isEqualTo(9_007_199_254_740_991L);
        assertThat(after.<Map<String, Object>>getList("question.seats"))
                .containsExactlyInAnyOrder(
                        seats("ahus-geriatri", 1), seats("ahus-lunge", 2), seats("ahus-palliativ", 3));
    }

    @Test
    void doctors_named_before_the_lists_were_sent_anew_are_looked_over_before_the_question_is_another()
            throws IOException {
        String problem = as("scenario-kari")
                .body(Map.of())
                .post("/api/v1/rounds/" + ROUND + "/scenarios/question")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("cases[0].outcome.hash");
        Map<String, Object> without = Map.of("leftOut", List.of(Map.of("doctor", "d001")));
        long id = keep(
                "scenario-kari",
                Map.of("name", "Uten den første", "shared", true, "problemHash", problem, "question", without));
        ObjectNode list = (ObjectNode) new ObjectMapper()
                .readTree(SAMPLE.resolve("ventelister/3205-lillestrom.json").toFile());
        ((ArrayNode) list.get("entries")).remove(0);
        desk.write(ROUND, "3205", list.toString()).statusCode(200);
        desk.submit(ROUND, "3205").statusCode(201);

        as("scenario-kari")
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Uten én", "shared", true, "question", without))
                .put(KEPT + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Uten én"))
                .body("problemHash", equalTo(problem))
                .body("changedSince", equalTo(true));
        as("scenario-kari")
                .header("If-Match", "\"2\"")
                .body(Map.of(
                        "name",
                        "Uten én",
                        "shared",
                        true,
                        "problemHash",
                        problem,
                        "question",
                        Map.of("leftOut", List.of(Map.of("doctor", "d002")))))
                .put(KEPT + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("problemHash"));
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).in("scenario-kari", PASSWORD)) {
            Page page = visitor.at(PAGES + id).page();
            visitor.finds("a scenario whose doctors may be others");
            assertThat(page.locator("main").innerText()).contains("rekkefølgen er en annen");
            page.fill("input[name=name]", "Uten en");
            save(visitor);
            page.waitForURL("**/sammenlign?velg=*");
            assertThat(page.locator("main").innerText()).contains("«Uten en» passer ikke lenger");
            assertThat(kept("scenario-kari", id).getString("problemHash")).isEqualTo(problem);

            visitor.at(PAGES + id);
            page.fill("input[name='plasser_ahus-lunge_" + HALF_YEAR + "']", "2");
            save(visitor);
            page.locator(".error-summary a[href='#felt-leftOut-0-doctor']").waitFor();
            visitor.finds("doctors that are not looked over");
            assertThat(page.inputValue("input[name='plasser_ahus-lunge_" + HALF_YEAR + "']"))
                    .isEqualTo("2");
            page.check("input[name=leger-paa-nytt]");
            save(visitor);
            page.waitForURL("**/sammenlign?velg=*");
            assertThat(page.locator("main").innerText()).doesNotContain("passer ikke lenger");
        }
        JsonPath after = kept("scenario-kari", id);
        assertThat(after.getString("problemHash")).isNotEqualTo(problem);
        assertThat(after.getBoolean("changedSince")).isFalse();
        assertThat(after.getString("question.leftOut[0].doctor")).isEqualTo("d001");
    }
}
