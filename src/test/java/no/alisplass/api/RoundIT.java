package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.alisplass.SettableClock;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.round.Rounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of rounds through the front door. Each test has a hospital of its own. */
@QuarkusTest
@TestSecurity(user = "kari", roles = Roles.COORDINATOR)
class RoundIT {
    private static final String ROUNDS = "/api/v1/rounds";
    private static int count;

    private final String hospital = "rundesykehus-" + ++count;
    private final String id = hospital + "-v";

    @Inject
    SettableClock clock;

    @Inject
    DataSource database;

    @Inject
    Rounds rounds;

    @BeforeEach
    void aHospitalInAugust() throws SQLException {
        clock.set(LocalDate.of(2026, 8, 15));
        execute("INSERT INTO hospital VALUES ('" + hospital + "', '" + (910000000 + count) + "', 'Prøve', 0)");
        execute("INSERT INTO hospital_division VALUES ('" + hospital + "', 'M', 'SOMATIC', 0)");
        execute("INSERT INTO department VALUES ('" + hospital + "-d', '" + hospital + "', 'M', 'D', true, 0)");
        execute("INSERT INTO earmarked_position VALUES ('" + hospital + "-p', '" + hospital + "', '" + hospital
                + "-d', 6, NULL, NULL, 0)");
        execute("INSERT INTO position_seats VALUES ('" + hospital + "-p', '2027-V', 1, 0)");
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void a_round_is_planned_opened_closed_reopened_and_approved() throws SQLException {
        plan(Map.of())
                .statusCode(201)
                .header("Location", containsString(ROUNDS + "/" + id))
                .body("state", equalTo("DRAFT"))
                .body("policyVersion", equalTo(2))
                .body("objective", equalTo("WISHES_FIRST"))
                .body("lotterySeed", nullValue())
                .body("warnings", empty());
        plan(Map.of()).statusCode(409).body("errors.code", contains("round.round-taken"));
        step("close", "{\"reason\":\"x\"}").statusCode(409).body("errors.code", contains("round.close-when-draft"));
        step("reopen", "{\"reason\":\"x\"}").statusCode(409).body("errors.code", contains("round.reopen-when-draft"));
        String seed = step("open", null)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("lotterySeed", matchesPattern("[0-9a-f]{32}"))
                .extract()
                .path("lotterySeed");
        step("open", null).statusCode(409).body("errors.code", contains("round.open-when-open"));
        step("close", "{}")
                .statusCode(409)
                .body("errors.code", contains("round.closes-early"))
                .body("errors[0].message", containsString("15. desember 2026. Skriv hvorfor du lukker"));
        step("close", "{\"reason\":\"Alle har svart.\"}").statusCode(200).body("state", equalTo("CLOSED"));
        step("reopen", "{\"reason\":\" \"}").statusCode(422).body("errors.code", contains("round.reason-missing"));
        step("reopen", "{\"reason\":\"En kommune ble glemt.\"}").statusCode(200).body("lotterySeed", equalTo(seed));
        assertThat(audited("round.reopened")).contains("En kommune ble glemt.").contains(seed);
        clock.set(LocalDate.of(2026, 12, 15));
        step("close", "{}").statusCode(409);
        clock.set(LocalDate.of(2026, 12, 16));
        step("close", "{}").statusCode(200);
        assertThat(rounds.markApproved(new RoundId(id))).isInstanceOf(Result.Done.class);
        assertThat(rounds.markApproved(new RoundId(id))).isInstanceOf(Result.Refused.class);
        given().get(ROUNDS + "/" + id).then().body("state", equalTo("APPROVED")).body("lotterySeed", equalTo(seed));
        step("reopen", "{\"reason\":\"x\"}")
                .statusCode(409)
                .body("errors.code", contains("round.reopen-when-approved"));
    }

    @Test
    void all_faults_of_a_plan_are_told_at_once() {
        plan(Map.of(
                        "hospital", "\"ukjent\"",
                        "policyVersion", "99",
                        "halfYears", "[\"2027-V\",\"2028-V\"]",
                        "lotterySeed", "\"mitt-froe\"",
                        "deadline", "\"2027-03-01\""))
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "round.hospital-unknown",
                                "round.policy-unknown",
                                "round.half-years-gap",
                                "round.seed-typed",
                                "round.deadline-after-start"))
                .body("errors.find { it.code == 'round.policy-unknown' }.message", containsString("ahus-2020/1"));
        plan(Map.of("halfYears", "[\"vår 2027\"]"))
                .statusCode(422)
                .body("errors[0].field", containsString("halfYears[0]"));
        given().get(ROUNDS + "/" + id).then().statusCode(404).body("errors.code", contains("round.round-unknown"));
    }

    @Test
    void rounds_planned_at_once_without_a_name_are_given_names_of_their_own() {
        String body = """
                {"hospital": "%s", "title": "Vår 2027", "halfYears": ["2027-V"], "policyId": "ahus-2020",
                 "deadline": "2026-12-15"}
                """.formatted(hospital);
        List<String> names = IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> given().contentType("application/json")
                        .body(body)
                        .post(ROUNDS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .sorted()
                .toList();
        assertThat(names)
                .containsExactly(
                        hospital + "-2027-v",
                        hospital + "-2027-v-2",
                        hospital + "-2027-v-3",
                        hospital + "-2027-v-4",
                        hospital + "-2027-v-5",
                        hospital + "-2027-v-6");
    }

    @Test
    void a_late_call_is_told_and_not_refused() {
        clock.set(LocalDate.of(2026, 9, 2));
        plan(Map.of()).statusCode(201).body("warnings.code", contains("round.called-late"));
        step("open", null)
                .statusCode(200)
                .body("warnings.code", contains("round.called-late"))
                .body("warnings[0].message", containsString("1. september 2026"));
        given().get(ROUNDS + "/" + id).then().body("warnings", empty());
    }

    @Test
    void a_round_takes_the_newest_rules_and_is_told_what_of_them_it_does_not_keep() {
        plan(Map.of("policyVersion", "null"))
                .statusCode(201)
                .body("policyVersion", equalTo(3))
                .body("warnings.code", contains("round.called-late-by-rules", "round.deadline-late"))
                .body("warnings[0].message", containsString("1. april 2026, 11 måneder før"))
                .body("warnings[1].message", containsString("1. juni 2026, 9 måneder før"));
        patch("{\"policyId\":\"ahus-2023\"}", "\"0\"")
                .statusCode(200)
                .body("policyVersion", equalTo(2))
                .body("warnings.code", contains("round.policy-replaced"))
                .body(
                        "warnings[0].message",
                        equalTo(
                                "Reglene «Ahus 2023 – ansiennitet før tilknytning» brukes ikke lenger i nye runder. Velg «Ahus-piloten"
                                        + " 2021–22 – ansiennitet før tilknytning» i stedet."));
        given().get("/api/v1/policies/ahus-2023/1").then().body("supersededBy", equalTo("ahus-pilot-2021/1"));
        given().get("/api/v1/policies/ahus-2020/3")
                .then()
                .body("supersededBy", nullValue())
                .body("rules", hasItem(containsString("31. desember 2026")));
        given().get("/api/v1/policies/ahus-2020/2")
                .then()
                .body("supersededBy", equalTo("ahus-2020/3"))
                .body("rules", nullValue());
    }

    @Test
    void a_draft_changes_and_an_open_round_changes_title_and_deadline_only() {
        plan(Map.of()).statusCode(201);
        patch("{\"lotterySeed\":\"mitt-froe\"}", "\"0\"")
                .statusCode(422)
                .body("errors.code", contains("round.seed-typed"))
                .body("errors[0].message", containsString("kan ikke velges"));
        patch("{\"policyId\":\"ahus-2023\",\"halfYears\":[\"2027-V\"]}", null)
                .statusCode(428)
                .body("errors.code", contains("round.version-missing"));
        patch("{\"policyId\":\"ahus-2023\",\"halfYears\":[\"2027-V\"]}", "\"0\"")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("policyId", equalTo("ahus-2023"))
                .body("halfYears", contains("2027-V"));
        patch("{\"title\":\"Gammel\"}", "\"0\"")
                .statusCode(412)
                .body("errors.code", contains("round.changed-meanwhile"));
        String seed = step("open", null)
                .statusCode(200)
                .body("lotterySeed", matchesPattern("[0-9a-f]{32}"))
                .extract()
                .path("lotterySeed");
        patch("{\"lotterySeed\":\"et-annet\",\"objective\":\"PLACEMENTS_FIRST\"}", "\"2\"")
                .statusCode(409)
                .body("errors.code", containsInAnyOrder("round.fixed-when-open", "round.seed-typed"))
                .body("errors.field", hasItems("lotterySeed", "objective"));
        patch("{\"title\":\"Ny tittel\",\"deadline\":\"2026-12-20\"}", "\"2\"")
                .statusCode(200)
                .body("title", equalTo("Ny tittel"))
                .body("lotterySeed", equalTo(seed));
        step("close", "{\"reason\":\"Ferdig\"}").statusCode(200);
        patch("{\"title\":\"For sent\"}", "\"4\"")
                .statusCode(409)
                .body("errors.code", contains("round.fixed-when-closed"));
    }

    @Test
    void two_open_rounds_of_a_hospital_do_not_share_a_half_year() {
        plan(Map.of()).statusCode(201);
        plan(Map.of("id", "\"" + hospital + "-h\"", "halfYears", "[\"2027-H\",\"2028-V\"]"))
                .statusCode(201);
        step("open", null).statusCode(200);
        given().post(ROUNDS + "/" + hospital + "-h/open")
                .then()
                .statusCode(409)
                .body("errors.code", contains("round.overlaps-open"))
                .body("errors[0].message", containsString("«Vår 2027» er allerede åpen for disse halvårene."));
        step("close", "{\"reason\":\"Ferdig\"}").statusCode(200);
        given().post(ROUNDS + "/" + hospital + "-h/open").then().statusCode(200);
        step("reopen", "{\"reason\":\"Glemt\"}").statusCode(409).body("errors.code", contains("round.overlaps-open"));
    }

    @Test
    void lists_come_in_pages_the_latest_half_year_first() {
        plan(Map.of()).statusCode(201);
        plan(Map.of("id", "\"" + hospital + "-h\"", "halfYears", "[\"2027-H\"]"))
                .statusCode(201);
        plan(Map.of("id", "\"" + hospital + "-x\"", "halfYears", "[\"2028-V\"]"))
                .statusCode(201);
        Response first = given().get(ROUNDS + "?size=2&hospital=" + hospital);
        first.then()
                .body("total", equalTo(3))
                .header("X-Total-Count", "3")
                .body("rounds.id", contains(hospital + "-x", hospital + "-h"));
        assertThat(Lists.link(first, "prev")).isEmpty();
        String next = Lists.link(first, "next").orElseThrow();
        assertThat(next).startsWith(ROUNDS + "?").contains("hospital=" + hospital, "page=1", "size=2");
        Response last = given().urlEncodingEnabled(false).get(next);
        last.then().body("rounds.id", contains(id));
        assertThat(Lists.link(last, "next")).isEmpty();
        assertThat(Lists.link(last, "prev").orElseThrow()).contains("hospital=" + hospital, "page=0", "size=2");
        Response behind = given().get(ROUNDS + "?page=7&size=2&hospital=" + hospital);
        behind.then().statusCode(200).body("rounds", empty());
        assertThat(Lists.link(behind, "prev").orElseThrow()).contains("page=1");
        given().get(ROUNDS + "?size=2&page=1&hospital=" + hospital).then().body("rounds.id", contains(id));
        given().get(ROUNDS + "?state=OPEN&hospital=" + hospital).then().body("rounds", empty());
        given().get(ROUNDS + "?size=501")
                .then()
                .statusCode(422)
                .body("errors.field", contains("size"))
                .body("errors.value", contains("501"))
                .body("errors.message", contains("Tallet må være 500 eller mindre."));
        given().get(ROUNDS + "?size=0").then().statusCode(422).body("errors.field", contains("size"));
        given().get(ROUNDS + "?page=-1").then().statusCode(422).body("errors.field", contains("page"));
        given().get(ROUNDS + "?page=to")
                .then()
                .statusCode(422)
                .body("errors.field", contains("page"))
                .body("errors.message", contains("«to» er ikke et helt tall. Skriv for eksempel 12."));
    }

    @Test
    @TestSecurity(
            user = "ola",
            roles = Roles.MUNICIPALITY,
            attributes = @SecurityAttribute(key = "area", value = "3222"))
    void a_municipality_sees_what_is_published_and_changes_nothing() throws SQLException {
        insertRound("r1-" + hospital, "DRAFT");
        insertRound("r2-" + hospital, "OPEN");
        given().get(ROUNDS + "?hospital=" + hospital).then().body("rounds.id", empty());
        given().get(ROUNDS + "/r2-" + hospital).then().statusCode(404);
        execute("INSERT INTO area VALUES ('3222', 'Lørenskog', 'MUNICIPALITY', 0) ON CONFLICT DO NOTHING");
        execute("INSERT INTO catchment_membership (area_code, hospital_id, first_day) VALUES ('3222', '" + hospital
                + "', '2020-01-01')");
        given().get(ROUNDS + "?hospital=" + hospital).then().body("rounds.id", contains("r2-" + hospital));
        given().get(ROUNDS + "?state=DRAFT&hospital=" + hospital).then().body("rounds", empty());
        given().get(ROUNDS + "/r1-" + hospital).then().statusCode(404);
        given().get(ROUNDS + "/r2-" + hospital)
                .then()
                .statusCode(200)
                .body("lotterySeed", equalTo("synlig-froe"))
                .body("deadline", equalTo("2026-12-15"));
        given().post(ROUNDS + "/r1-" + hospital + "/open").then().statusCode(403);
        plan(Map.of()).statusCode(403);
        given().get("/api/v1/policies").then().statusCode(200).body("id", hasItems("ahus-2020", "ahus-2023"));
    }

    @Test
    @TestSecurity(
            user = "avdeling",
            roles = Roles.DEPARTMENT,
            attributes = @SecurityAttribute(key = "hospital", value = "ahus"))
    void a_department_sees_the_rounds_of_its_hospital() throws SQLException {
        insertRound("r1-" + hospital, "OPEN");
        given().get(ROUNDS + "/r1-" + hospital).then().statusCode(404);
        given().get(ROUNDS + "?hospital=" + hospital).then().statusCode(404);
        given().get(ROUNDS).then().statusCode(200).body("rounds.hospital", not(hasItem(hospital)));
    }

    @Test
    @TestSecurity(user = "plan", roles = Roles.PLANNER)
    void a_planner_reads_drafts_and_changes_nothing() throws SQLException {
        insertRound("r1-" + hospital, "DRAFT");
        given().get(ROUNDS + "/r1-" + hospital).then().statusCode(200);
        given().post(ROUNDS + "/r1-" + hospital + "/open").then().statusCode(403);
    }

    @Test
    void the_criteria_are_told_in_words_and_order() {
        given().get("/api/v1/policies/ahus-2020/1")
                .then()
                .statusCode(200)
                .body("criteria.code", hasItems("affiliation", "seniority", "lottery"))
                .body("criteria.rule", not(hasItem(containsString("policy."))))
                .body("hash", matchesPattern("[0-9a-f]{64}"));
        given().get("/api/v1/policies/ahus-2020/9999").then().statusCode(404).body("errors", hasSize(1));
    }

    private ValidatableResponse plan(Map<String, String> other) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "id", "\"" + id + "\"",
                "hospital", "\"" + hospital + "\"",
                "title", "\"Vår 2027\"",
                "halfYears", "[\"2027-V\",\"2027-H\"]",
                "policyId", "\"ahus-2020\"",
                "policyVersion", "2",
                "deadline", "\"2026-12-15\""));
        fields.putAll(other);
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "{" : ",").append('"' + name + "\":" + value));
        return given().contentType("application/json")
                .body(body.append('}').toString())
                .post(ROUNDS)
                .then();
    }

    private ValidatableResponse step(String step, String body) {
        var request = given();
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.post(ROUNDS + "/" + id + "/" + step).then();
    }

    private ValidatableResponse patch(String body, String ifMatch) {
        var request = given().contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch(ROUNDS + "/" + id)
                .then();
    }

    private void insertRound(String round, String state) throws SQLException {
        execute("INSERT INTO allocation_round (id, hospital_id, title, first_half_year, half_years, policy_id,"
                + " policy_version, objective, lottery_seed, deadline, state, version) VALUES ('" + round + "', '"
                + hospital + "', 'Tittel', '2027-V', 1, 'ahus-2020', 1, 'WISHES_FIRST', 'synlig-froe', '2026-12-15', '"
                + state + "', 0)");
    }

    private String audited(String what) throws SQLException {
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT after FROM audit_log WHERE what = ? AND subject = ? AND who = 'kari'")) {
            query.setString(1, what);
            query.setString(2, "round/" + id);
            var row = query.executeQuery();
            return row.next() ? row.getString(1) : "";
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.createStatement()) {
            update.execute(statement);
        }
    }
}
