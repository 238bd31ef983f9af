package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.Results;
import no.alisplass.SettableClock;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.register.grid.Grid;
import no.alisplass.register.grid.GridReader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What if: the sample round with other seat counts, and the round itself untouched. */
@QuarkusTest
class ScenarioIT {
    private static final String ROUND = "/api/v1/rounds/ahus-2027-v";
    private static final List<String> DEPARTMENTS =
            List.of("ahus-geriatri", "ahus-lunge", "ahus-onh", "ahus-akuttpsykiatri");

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    private FrontDesk desk;

    @BeforeEach
    void sampleRound() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        if (desk.coordinator().get(ROUND).statusCode() == 404) {
            desk.loadReferenceData();
            desk.sendAll(Path.of("sample-data", "ahus-2027-var"));
            desk.close("ahus-2027-v");
        }
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private JsonPath whatIf(List<Map<String, Object>> seats) {
        return desk.coordinator()
                .body(Map.of("seats", seats))
                .post(ROUND + "/scenarios")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void one_more_seat_in_each_department_in_turn_places_one_more_and_leaves_the_round_alone() {
        String before =
                desk.coordinator().get(desk.run("ahus-2027-v")).jsonPath().getString("problemHash");
        for (String department : DEPARTMENTS) {
            JsonPath difference = whatIf(List.of(Map.of("department", department, "halfYear", "2027-V", "seats", 2)));
            assertThat(difference.getString("counts.problemHash")).isEqualTo(before);
            assertThat(difference.getString("counts.changedHash")).isNotEqualTo(before);
            assertThat(difference.getInt("counts.placed.then"))
                    .isGreaterThanOrEqualTo(difference.getInt("counts.placed.now"));
            assertThat(difference.getList("gains")).isNotEmpty();
        }
        String after =
                desk.coordinator().get(desk.run("ahus-2027-v")).jsonPath().getString("problemHash");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void without_any_change_nobody_gains_or_loses() {
        JsonPath difference = whatIf(List.of());
        assertThat(difference.getString("counts.changedHash")).isEqualTo(difference.getString("counts.problemHash"));
        assertThat(difference.getList("gains")).isEmpty();
        assertThat(difference.getList("losses")).isEmpty();
    }

    @Test
    void what_is_counted_is_what_the_counts_say_and_the_best_is_not_of_places_without_seats() throws IOException {
        String id = "ahus-beste";
        String round = "/api/v1/rounds/" + id;
        desk.seats("ahus-lunge-1", "2088-V", 1);
        desk.seats("ahus-geriatri-1", "2088-V", 0);
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Det beste", "halfYears": ["2088-V"], "policyId": "ahus-2020",
                 "deadline": "2027-06-01"}""".formatted(id));
        desk.sendLists(Path.of("sample-data", "ahus-2027-var"), id, area -> true);
        desk.close(id);
        Map<String, Object> geriatri =
                Map.of("seats", List.of(Map.of("department", "ahus-geriatri", "halfYear", "2088-V", "seats", 1)));
        JsonPath asIs = desk.planner()
                .body(Map.of("seats", List.of()))
                .post(round + "/scenarios/counts")
                .jsonPath();
        JsonPath counts =
                desk.planner().body(geriatri).post(round + "/scenarios/counts").jsonPath();
        JsonPath answer = desk.planner()
                .body(geriatri)
                .post(round + "/scenarios")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getMap("counts")).isEqualTo(counts.getMap(""));
        assertThat(answer.getInt("counts.best.now")).isEqualTo(asIs.getInt("best.now"));
        assertThat(answer.getString("counts.problemHash")).isEqualTo(asIs.getString("problemHash"));
    }

    @Test
    void a_department_without_its_seats_makes_someone_lose() {
        JsonPath difference = whatIf(List.of(Map.of("department", "ahus-lunge", "halfYear", "2027-V", "seats", 0)));
        assertThat(difference.getList("losses")).isNotEmpty();
        assertThat(difference.getInt("counts.placed.then")).isLessThan(difference.getInt("counts.placed.now"));
    }

    @Test
    void an_unknown_department_is_refused_by_name() {
        desk.planner()
                .body(Map.of("seats", List.of(Map.of("department", "ahus-hud", "halfYear", "2027-V", "seats", 1))))
                .post(ROUND + "/scenarios")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("seats[0]"))
                .body("errors[0].value", equalTo("ahus-hud"));
    }

    @Test
    void the_worth_of_a_seat_is_what_a_what_if_with_one_more_says_and_names_nobody_to_a_planner() {
        JsonPath planner = desk.planner()
                .get(ROUND + "/scenarios/worth?size=3")
                .then()
                .statusCode(200)
                .header("X-Total-Count", "8")
                .extract()
                .jsonPath();
        assertThat(planner.getList("")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            JsonPath difference = whatIf(List.of(Map.of(
                    "department",
                    planner.getString("[%d].department".formatted(i)),
                    "halfYear",
                    planner.getString("[%d].halfYear".formatted(i)),
                    "seats",
                    planner.getInt("[%d].seats".formatted(i)) + 1)));
            assertThat(planner.getInt("[%d].more.placed".formatted(i)))
                    .isEqualTo(difference.getInt("counts.placed.then") - difference.getInt("counts.placed.now"));
            assertThat(planner.getInt("[%d].more.gains".formatted(i)))
                    .isEqualTo(difference.getList("gains").size());
            assertThat(difference.getString("counts.certainty")).isEqualTo("PROVEN");
            assertThat(planner.getString("[%d].reading".formatted(i))).isEqualTo("AGREES");
        }
        assertThat(desk.planner().get(ROUND + "/scenarios/worth").asString())
                .doesNotContain("\"better\"", "\"worse\"", "\"name\"", "\"doctor\"");
        JsonPath coordinator =
                desk.coordinator().get(ROUND + "/scenarios/worth").jsonPath();
        assertThat(coordinator.getList("[0].more.better.name")).isNotEmpty().doesNotContainNull();
        assertThat(coordinator.getString("[0].prices.first.name")).isNotBlank();
        desk.department().get(ROUND + "/scenarios/worth").then().statusCode(403);
    }

    @Test
    void other_numbers_are_counted_and_the_same_is_a_workbook_in_the_readers_language() {
        List<Map<String, Object>> seats = List.of(Map.of("department", "ahus-lunge", "halfYear", "2027-V", "seats", 3));
        JsonPath counts = desk.planner()
                .body(Map.of("seats", seats))
                .post(ROUND + "/scenarios/counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath difference = whatIf(seats);
        assertThat(counts.getInt("placed.then")).isEqualTo(difference.getInt("counts.placed.then"));
        assertThat(counts.getInt("moved.letIn") + counts.getInt("moved.better"))
                .isEqualTo(difference.getList("gains").size());
        assertThat(counts.getList("byArea.waiting.then", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(counts.getInt("waiting.then"));
        assertThat(counts.prettify()).doesNotContain("d0");
        byte[] book = desk.planner()
                .header("Accept-Language", "en")
                .body(Map.of("seats", seats))
                .post(ROUND + "/scenarios/counts/file")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"hva-om-ahus-2027-v.xlsx\""))
                .extract()
                .asByteArray();
        Grid answer = Results.done(GridReader.read(book, line -> 1)).get(0);
        assertThat(answer.lines().get(0).cell(0)).isEqualTo("What if there were more or fewer seats?");
        assertThat(answer.lines().toString()).contains(counts.getString("problemHash"));
        byte[] sheet = desk.planner()
                .body(Map.of("seats", seats))
                .post(ROUND + "/scenarios/counts/file?format=pdf")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .extract()
                .asByteArray();
        assertThat(new String(sheet, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        for (String file : List.of("/worth/file", "/worth/file?format=pdf")) {
            desk.planner().get(ROUND + "/scenarios" + file).then().statusCode(200);
        }
        Map<String, Object> ranges = Map.of(
                "mode",
                "ALL",
                "ranges",
                List.of(Map.of("department", "ahus-lunge", "halfYear", "2027-V", "from", 0, "to", 3)));
        byte[] swept = desk.planner()
                .body(ranges)
                .post(ROUND + "/scenarios/sweep/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Results.done(GridReader.read(swept, line -> 1)).get(2).lines())
                .hasSize(5);
        desk.planner()
                .body(Map.of("goal", "EVERYONE", "withoutLimits", true))
                .post(ROUND + "/scenarios/least/file")
                .then()
                .statusCode(200);
        assertThat(desk.planner()
                        .get(ROUND + "/scenarios/bottleneck")
                        .jsonPath()
                        .getList("department"))
                .hasSize(4);
        desk.department()
                .body(Map.of("seats", seats))
                .post(ROUND + "/scenarios/counts")
                .then()
                .statusCode(403);
    }

    @Test
    void a_sweep_tries_every_number_and_shows_what_most_is_got_out_of() {
        Map<String, Object> lunge = Map.of("department", "ahus-lunge", "halfYear", "2027-V", "from", 0, "to", 3);
        Map<String, Object> geriatri = Map.of("department", "ahus-geriatri", "halfYear", "2027-V", "from", 1, "to", 2);
        JsonPath all = sweep(List.of(lunge, geriatri), "ALL");
        assertThat(all.getList("rows")).hasSize(8);
        assertThat(all.getList("rows[5].seats")).isEqualTo(List.of(2, 2));
        JsonPath difference = whatIf(List.of(
                Map.of("department", "ahus-lunge", "halfYear", "2027-V", "seats", 2),
                Map.of("department", "ahus-geriatri", "halfYear", "2027-V", "seats", 2)));
        assertThat(all.getInt("rows[5].placed")).isEqualTo(difference.getInt("counts.placed.then"));
        List<Integer> placed = all.getList("frontier.placed");
        assertThat(placed).isSorted().doesNotHaveDuplicates();
        assertThat(sweep(List.of(lunge, geriatri), "ONE_AT_A_TIME").getList("rows.seats"))
                .isEqualTo(List.of(
                        List.of(0, 1), List.of(1, 1), List.of(2, 1), List.of(3, 1), List.of(1, 1), List.of(1, 2)));
    }

    private JsonPath sweep(List<Map<String, Object>> ranges, String mode) {
        return desk.planner()
                .body(Map.of("ranges", ranges, "mode", mode))
                .post(ROUND + "/scenarios/sweep")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_sweep_that_is_too_much_or_backwards_is_refused_with_what_to_do() {
        List<Map<String, Object>> most = DEPARTMENTS.stream()
                .map(each -> Map.<String, Object>of("department", each, "halfYear", "2027-V", "from", 0, "to", 50))
                .toList();
        desk.planner()
                .body(Map.of("ranges", most, "mode", "ALL"))
                .post(ROUND + "/scenarios/sweep")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("ranges"))
                .body("errors[0].value", equalTo("6765201"));
        Map<String, Object> backwards = Map.of("department", "ahus-lunge", "halfYear", "2027-V", "from", 3, "to", 1);
        desk.planner()
                .body(Map.of("ranges", List.of(backwards), "mode", "ALL"))
                .post(ROUND + "/scenarios/sweep")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("ranges[0].to"));
    }

    @Test
    void the_least_number_of_seats_for_everyone_is_proven_and_the_round_with_them_places_them() {
        assertThat(least(Map.of("goal", "EVERYONE")).getString("answer"))
                .as("areas can spare only so many")
                .isEqualTo("IMPOSSIBLE");
        JsonPath least = least(Map.of("goal", "EVERYONE", "withoutLimits", true));
        assertThat(least.getString("answer")).isEqualTo("PROVEN");
        assertThat(least.getBoolean("checked")).isTrue();
        assertThat(least.getInt("seats")).isEqualTo(least.getInt("atLeast")).isPositive();
        List<Integer> added = least.getList("added.added");
        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(least.getInt("seats"));
        Map<String, Object> everyone = Map.of("goal", "EVERYONE", "withoutLimits", true);
        JsonPath proof = desk.coordinator()
                .body(everyone)
                .post(ROUND + "/scenarios/least/certificate")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        desk.planner()
                .body(everyone)
                .post(ROUND + "/scenarios/least/certificate")
                .then()
                .statusCode(403);
        assertThat(proof.getList("certificate.placements")).hasSize(least.getInt("doctors"));
        assertThat(proof.getString("certificate.question.problemHash")).isEqualTo(least.getString("problemHash"));
        JsonPath first = least(Map.of("goal", "FIRST_WISH", "withoutLimits", true));
        assertThat(first.getInt("byRules.served")).isEqualTo(first.getInt("doctors"));
    }

    @Test
    void seats_only_where_there_could_be_some_and_for_those_who_waited_longest() {
        Map<String, Object> few = Map.of("department", "ahus-lunge", "halfYear", "2027-V", "seats", 2);
        JsonPath impossible = least(Map.of("goal", "EVERYONE", "withoutLimits", true, "most", List.of(few)));
        assertThat(impossible.getString("answer")).isEqualTo("IMPOSSIBLE");
        assertThat(impossible.getInt("atLeast")).isEqualTo(2);
        assertThat(impossible.getBoolean("checked")).isTrue();
        assertThat(impossible.getString("seats")).isNull();
        JsonPath waited = least(Map.of("goal", "WAITED", "halfYears", 40));
        assertThat(waited.getInt("doctors")).isZero();
        assertThat(waited.getInt("seats")).isZero();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("goal", "WAITED"),
                Map.of("goal", "EVERYONE", "halfYears", 2),
                Map.of("goal", "EVERYONE", "most", List.of(Map.of("department", "ahus-hud", "seats", 2))),
                Map.of("goal", "EVERYONE", "most", List.of(few, few)))) {
            desk.planner().body(wrong).post(ROUND + "/scenarios/least").then().statusCode(422);
        }
    }

    private JsonPath least(Map<String, Object> question) {
        return desk.planner()
                .body(question)
                .post(ROUND + "/scenarios/least")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static final String KEPT = ROUND + "/scenarios/kept";

    private long keep(RequestSpecification who, String name, boolean shared, Map<String, Object> question) {
        return who.body(Map.of("name", name, "shared", shared, "question", question))
                .post(KEPT)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static final Map<String, Object> TWO_MORE = Map.of(
            "seats",
            List.of(Map.of("department", "ahus-geriatri", "halfYear", "2027-V", "seats", 3)),
            "added",
            List.of(Map.of("id", "ahus-palliativ", "name", "Palliativ", "like", "ahus-lunge", "seats", 1)));

    @Test
    void scenarios_are_kept_shared_and_put_beside_the_round_with_counts_for_planners_and_names_for_coordinators() {
        long more = keep(desk.planner(), "Mer geriatri og palliativ", false, TWO_MORE);
        long closed =
                keep(desk.planner(), "Uten lunge", true, Map.of("closed", List.of(Map.of("department", "ahus-lunge"))));
        assertThat(other().get(KEPT).then().statusCode(200).extract().jsonPath().getList("name"))
                .contains("Uten lunge")
                .doesNotContain("Mer geriatri og palliativ");
        other().get(KEPT + "/" + more).then().statusCode(404);
        other().header("If-Match", "\"1\"").delete(KEPT + "/" + closed).then().statusCode(409);

        JsonPath compared = compare(desk.planner(), more, closed);
        assertThat(compared.getList("cases.name")).containsExactly(null, "Mer geriatri og palliativ", "Uten lunge");
        assertThat(compared.getList("cases.outcome.certainty")).containsOnly("PROVEN");
        int placed = compared.getInt("cases[0].outcome.placed");
        assertThat(compared.getInt("cases[1].outcome.placed")).isGreaterThan(placed);
        assertThat(compared.getInt("cases[2].outcome.placed")).isLessThan(placed);
        assertThat(compared.getString("cases[1].assumed[0]")).contains("Palliativ");
        assertThat(compared.getList("moves.to")).containsExactly(1, 2, 2);
        assertThat(compared.getInt("moves[1].losses")).isPositive();
        assertThat(compared.prettify()).doesNotContain("\"better\"", "\"d0");
        JsonPath named = compare(desk.coordinator(), closed);
        assertThat(named.getList("moves[0].worse.doctor.name")).isNotEmpty().doesNotContainNull();

        desk.planner()
                .body(Map.of("kept", List.of(more, closed, more)))
                .post(ROUND + "/scenarios/compare")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("kept[2]")));

        long copy = other().body(Map.of("name", "Min egen"))
                .post(KEPT + "/" + closed + "/copy")
                .then()
                .statusCode(201)
                .body("own", equalTo(true))
                .body("shared", equalTo(false))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(compare(other(), copy).getInt("cases[1].outcome.placed"))
                .isEqualTo(compared.getInt("cases[2].outcome.placed"));
        desk.planner()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Uten lunge", "shared", true, "question", TWO_MORE))
                .put(KEPT + "/" + closed)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        desk.planner()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Uten lunge", "shared", true, "question", TWO_MORE))
                .put(KEPT + "/" + closed)
                .then()
                .statusCode(412);
        desk.planner()
                .body(Map.of("name", "Uten lunge", "shared", true, "question", TWO_MORE))
                .post(KEPT)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("name"));
        desk.planner()
                .header("If-Match", "\"1\"")
                .delete(KEPT + "/" + more)
                .then()
                .statusCode(204);
        desk.planner().get(KEPT + "/" + more).then().statusCode(404);
        desk.department().get(KEPT).then().statusCode(403);
    }

    private RequestSpecification other() {
        return desk.as(User.of("desk-planlegger-to", "Planlegger to", Roles.PLANNER));
    }

    private JsonPath compare(RequestSpecification who, Long... kept) {
        return who.body(Map.of("kept", List.of(kept)))
                .post(ROUND + "/scenarios/compare")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_scenario_that_names_doctors_is_a_coordinators_and_of_the_order_it_was_written_for() {
        Map<String, Object> without = Map.of("leftOut", List.of(Map.of("doctor", "d001")));
        desk.planner()
                .body(Map.of("name", "Uten d001", "shared", true, "question", without))
                .post(KEPT)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("question.leftOut[0].doctor"));
        desk.planner().body(without).post(ROUND + "/scenarios/question").then().statusCode(422);
        desk.coordinator()
                .body(Map.of("name", "Uten den første", "shared", true, "question", without))
                .post(KEPT)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("problemHash"));
        String problem = whatIf(List.of()).getString("counts.problemHash");
        long id = desk.coordinator()
                .body(Map.of("name", "Uten den første", "shared", true, "problemHash", problem, "question", without))
                .post(KEPT)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        // Another name says nothing of whom it names; another question does.
        desk.coordinator()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Uten d001", "shared", true, "question", without))
                .put(KEPT + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Uten d001"))
                .body("problemHash", equalTo(problem));
        Map<String, Object> another = Map.of("leftOut", List.of(Map.of("doctor", "d002")));
        desk.coordinator()
                .header("If-Match", "\"2\"")
                .body(Map.of("name", "Uten d002", "shared", true, "problemHash", "0".repeat(64), "question", another))
                .put(KEPT + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("problemHash"));
        desk.coordinator()
                .header("If-Match", "\"2\"")
                .body(Map.of("name", "Uten d002", "shared", true, "problemHash", problem, "question", another))
                .put(KEPT + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        desk.planner().get(KEPT + "/" + id).then().statusCode(404);
        assertThat(desk.planner().get(KEPT).asString()).doesNotContain("Uten d00");
        assertThat(compare(desk.coordinator(), id).getInt("cases[1].outcome.leftOut"))
                .isEqualTo(1);
    }

    @Test
    void a_question_of_many_parts_is_answered_without_being_kept_and_refused_by_its_fields() {
        JsonPath answer = desk.planner()
                .body(TWO_MORE)
                .post(ROUND + "/scenarios/question")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getList("cases")).hasSize(2);
        assertThat(answer.getString("cases[0].outcome.hash"))
                .isEqualTo(whatIf(List.of()).getString("counts.problemHash"));
        desk.planner()
                .body(Map.of("closed", List.of(Map.of("department", "ahus-hud"))))
                .post(ROUND + "/scenarios/question")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("closed[0].department"))
                .body("errors[0].value", equalTo("ahus-hud"));
    }

    @Test
    void before_the_deadline_an_area_sees_what_chances_its_own_doctors_have_and_of_nobody_else_anything()
            throws IOException {
        Path folder = Path.of("sample-data", "ahus-2028-var");
        String id = "ahus-utsikter";
        String chances = "/api/v1/rounds/" + id + "/chances";
        for (String position : DEPARTMENTS) {
            desk.seats(position + "-1", "2031-V", 2);
        }
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Utsikter", "halfYears": ["2031-V"], "policyId": "ahus-2020",
                 "deadline": "2027-06-01"}""".formatted(id));
        desk.municipality("3205")
                .get(chances)
                .then()
                .statusCode(409)
                .body("errors[0].message", containsString("Send listen deres først"));
        desk.sendLists(folder, id, area -> area.startsWith("32"));
        String answered = chances(chances);
        JsonPath own = new JsonPath(answered);
        List<String> listed = desk.municipality("3205")
                .get(FrontDesk.list(id, "3205"))
                .jsonPath()
                .getList("entries.hprNumber");
        assertThat(own.getList("doctors.hprNumber")).isEqualTo(listed);
        assertThat(own.getInt("missing")).isPositive();
        assertThat(own.getInt("ways")).isEqualTo(198);
        assertThat(own.getList("about")).hasSizeGreaterThan(4);
        assertThat(own.getList("doctors.place.told").stream().map(Object::toString))
                .allMatch(told ->
                        List.of("TENS", "THIRDS", "HIDDEN", "IMPOSSIBLE").contains(told))
                .contains("TENS");
        for (String other : List.of("3209", "3238")) {
            List<String> names = desk.municipality(other)
                    .get(FrontDesk.list(id, other))
                    .jsonPath()
                    .getList("entries.name");
            assertThat(names).isNotEmpty().noneMatch(answered::contains);
        }
        assertThat(chances(chances)).isEqualTo(answered);
        desk.coordinator().get(chances).then().statusCode(403);

        desk.sendLists(folder, id, area -> !area.startsWith("32"));
        JsonPath more = new JsonPath(chances(chances));
        assertThat(more.getInt("missing")).isLessThan(own.getInt("missing"));

        String settings = "/api/v1/hospitals/ahus/chance-settings";
        String version = desk.planner().get(settings).header("ETag");
        desk.coordinator()
                .header("If-Match", version)
                .body(Map.of("shown", false))
                .put(settings)
                .then()
                .statusCode(200);
        desk.municipality("3205").get(chances).then().statusCode(409);
        desk.coordinator()
                .header("If-Match", version)
                .body(Map.of("shown", true))
                .put(settings)
                .then()
                .statusCode(412);
        desk.coordinator()
                .header("If-Match", desk.planner().get(settings).header("ETag"))
                .body(Map.of("shown", true))
                .put(settings)
                .then()
                .statusCode(200)
                .body("shown", equalTo(true));
        clock.set(LocalDate.of(2027, 6, 2));
        desk.municipality("3205").get(chances).then().statusCode(409);
    }

    /** What is answered when they are worked out. */
    private String chances(String address) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> desk.municipality("3205").get(address), answer -> answer.statusCode() != 503)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void the_register_as_it_stands_is_asked_as_a_round_of_those_who_wait() throws IOException {
        String register = "/api/v1/hospitals/ahus/scenarios";
        // Other tests have the registers as they need them: whoever is listed is registered.
        desk.open("""
                {"id": "ahus-registeret", "hospital": "ahus", "title": "Registeret", "halfYears": ["2032-V"],
                 "policyId": "ahus-2020", "deadline": "2027-06-01"}""");
        desk.sendLists(Path.of("sample-data", "ahus-2027-var"), "ahus-registeret", area -> true);
        Map<String, Object> terms = Map.of("first", "2027-V", "halfYears", 2, "policy", "ahus-2020", "version", 2);
        Map<String, Object> question =
                Map.of("seats", List.of(Map.of("department", "ahus-geriatri", "halfYear", "2027-V", "seats", 3)));
        JsonPath asked = desk.planner()
                .body(Map.of("register", terms, "question", question))
                .post(register + "/question")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(asked.getInt("cases[0].outcome.doctors")).isGreaterThan(20);
        assertThat(asked.getInt("cases[1].outcome.placed")).isGreaterThan(asked.getInt("cases[0].outcome.placed"));
        long id = desk.planner()
                .body(Map.of("name", "Registeret", "shared", true, "register", terms, "question", question))
                .post(register + "/kept")
                .then()
                .statusCode(201)
                .body("changedSince", equalTo(false))
                .body("register.halfYears", equalTo(2))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(desk.coordinator()
                        .body(Map.of("kept", List.of(id)))
                        .post(register + "/compare")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getInt("cases[1].outcome.placed"))
                .isEqualTo(asked.getInt("cases[1].outcome.placed"));
        desk.planner().get(KEPT + "/" + id).then().statusCode(404);
        desk.planner()
                .body(Map.of("register", Map.of("first", "2020-V"), "question", Map.of()))
                .post(register + "/question")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("register.first"));
        Map.of("version", Map.of("policy", "ahus-2020"), "policy", Map.of("version", 2))
                .forEach((missing, half) -> {
                    desk.planner()
                            .body(Map.of("register", half, "question", Map.of()))
                            .post(register + "/question")
                            .then()
                            .statusCode(422)
                            .contentType("application/problem+json")
                            .body("errors[0].field", equalTo("register." + missing));
                    desk.planner()
                            .body(Map.of("name", "Halv", "shared", false, "register", half, "question", Map.of()))
                            .post(register + "/kept")
                            .then()
                            .statusCode(422)
                            .body("errors[0].field", equalTo("register." + missing));
                });
        desk.planner()
                .body(Map.of(
                        "register", terms, "question", Map.of("closed", List.of(Map.of("department", "ahus-hud")))))
                .post(register + "/question")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("question.closed[0].department"));
        desk.planner()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Registeret, delt", "shared", false, "register", terms, "question", question))
                .put(register + "/kept/" + id)
                .then()
                .statusCode(200)
                .body("shared", equalTo(false));
        desk.planner()
                .get("/api/v1/hospitals/finnes-ikke/scenarios/kept")
                .then()
                .statusCode(404);
        desk.planner()
                .header("If-Match", "\"2\"")
                .delete(register + "/kept/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void an_open_round_is_asked_with_the_lists_it_has_and_one_that_is_prepared_is_not() {
        String open = "/api/v1/rounds/scenario-aapen";
        desk.coordinator()
                .body(Map.of(
                        "id",
                        "scenario-aapen",
                        "hospital",
                        "ahus",
                        "title",
                        "Åpen for scenarioer",
                        "halfYears",
                        List.of("2047-V"),
                        "policyId",
                        "ahus-2020",
                        "deadline",
                        "2046-10-01"))
                .post("/api/v1/rounds")
                .then()
                .statusCode(201);
        desk.planner().body(Map.of()).post(open + "/scenarios/question").then().statusCode(409);
        desk.coordinator().body("{}").post(open + "/open").then().statusCode(200);
        desk.planner()
                .body(Map.of())
                .post(open + "/scenarios/question")
                .then()
                .statusCode(200)
                .body("cases[0].outcome.doctors", equalTo(0));
        desk.planner()
                .body(Map.of("more", List.of(Map.of("number", 1))))
                .post(open + "/scenarios/question")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("more[0].area"));
    }
}
