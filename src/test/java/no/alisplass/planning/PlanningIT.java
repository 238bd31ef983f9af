package no.alisplass.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import no.alisplass.Results;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.forecast.Backwards;
import no.alisplass.forecast.Forecast;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.json.CanonicalJson;
import no.alisplass.platform.AfterCommit;
import no.alisplass.platform.Users;
import no.alisplass.policy.Policies;
import no.alisplass.register.grid.GridReader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planners' long questions: worked off once, whoever works on them, and the same whoever does; who is told what of them. */
@QuarkusTest
class PlanningIT {
    private static final HospitalId AHUS = new HospitalId("ahus");
    private static final String PLANNING = "/api/v1/hospitals/ahus/planning";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    DataSource dataSource;

    @Inject
    AfterCommit afterCommit;

    @Inject
    JobStore store;

    @Inject
    JobWorker worker;

    @Inject
    RegisterInput register;

    @Inject
    Capacity capacity;

    @Inject
    Policies policies;

    /** Other tests have the registers as they need them: whoever is on its lists is registered. */
    private static final String LISTED = "ahus-planlagt";

    private FrontDesk desk;

    @BeforeEach
    void a_register_with_doctors_who_wait() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        if (desk.coordinator().get("/api/v1/rounds/ahus-2027-v").statusCode() == 404) {
            desk.loadReferenceData();
            desk.sendAll(Path.of("sample-data", "ahus-2027-var"));
            desk.close("ahus-2027-v");
        }
        if (desk.coordinator().get("/api/v1/rounds/" + LISTED).statusCode() == 404) {
            desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Planlagt", "halfYears": ["2033-V"],
                 "policyId": "ahus-2020", "deadline": "2027-06-01"}\
                """.formatted(LISTED));
            desk.sendLists(Path.of("sample-data", "ahus-2027-var"), LISTED, area -> true);
        }
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private long ask(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("title", "Prøve", "first", "2028-V", "halfYears", 6, "policy", "ahus-2020", "replications", 60));
        body.putAll(more);
        return desk.planner()
                .body(body)
                .post(PLANNING + "/forecasts")
                .then()
                .statusCode(202)
                .header("Location", containsString(PLANNING))
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private JobState awaitEnd(long job) {
        return Awaitility.await()
                .atMost(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> find(job).state(), JobState::ended);
    }

    private String text(String of, long job) {
        return QuarkusTransaction.requiringNew().call(() -> store.text(of, job).orElseThrow());
    }

    /** What the command writes of what the register holds now, on one thread. */
    private String byHand(long job) {
        ForecastQuestion question = CanonicalJson.read(text("question", job), ForecastQuestion.class);
        FrozenInput frozen = ((Result.Done<RegisterInput.Frozen>)
                        register.freeze(capacity.hospital(AHUS).orElseThrow(), question))
                .value()
                .input();
        ForecastInput input = frozen.with(
                question.assumed(),
                policies.get(question.policy(), question.policyVersion()).orElseThrow());
        assertThat(input.queue()).hasSizeGreaterThan(10);
        return CanonicalJson.write(new ForecastFiles.Whole(
                1,
                Forecast.of(input, question.seed(), question.replications(), 1),
                question.goal() == null
                        ? null
                        : Backwards.search(
                                input, question.goal().goal(), question.seed(), question.goalReplications(), 1)));
    }

    private String kept(long job) {
        return CanonicalJson.write(CanonicalJson.read(text("result", job), ForecastFiles.Whole.class));
    }

    @Test
    void two_processes_on_one_database_give_what_one_thread_gives() {
        PieceQueue other = new PieceQueue(dataSource, worker, afterCommit, Duration.ofMillis(50));
        other.start();
        try {
            long job = ask(Map.of(
                    "replications",
                    120,
                    "goal",
                    Map.of("by", "2029-H", "waitUnderMonths", 24, "share", 0.5, "replications", 30)));
            assertThat(awaitEnd(job)).isEqualTo(JobState.DONE);
            assertThat(kept(job)).isEqualTo(byHand(job));
            Job read = find(job);
            assertThat(read.done()).isEqualTo(read.total()).isGreaterThan(120);
        } finally {
            other.stop();
        }
        assertThat(leftBehind()).isZero();
    }

    /** Two pieces of which a process has taken one and died, and of which one has lost its task. */
    @Test
    void what_a_process_that_died_had_taken_is_worked_off_by_another() {
        long first = ask(Map.of());
        awaitEnd(first);
        long job = takenByTheDead(first, 0);
        takeUpWithinPatience(job, JobState.DONE);
        assertThat(kept(job)).isEqualTo(kept(first));
    }

    @Test
    void what_processes_die_of_is_not_worked_on_for_ever() {
        long first = ask(Map.of());
        awaitEnd(first);
        long job = takenByTheDead(first, JobWorker.MOST_DIED - 1);
        takeUpWithinPatience(job, JobState.FAILED);
        desk.planner().get(PLANNING + "/" + job).then().statusCode(200).body("failure", equalTo("PROCESS_DIED"));
        assertThat(desk.planner().get(PLANNING + "/" + job + "/forecast").asString())
                .contains("stanset flere ganger");
        assertThat(leftBehind()).isZero();
        Awaitility.await().atMost(PATIENCE).until(() -> tasks(job) == 0);
    }

    /** The same question as one that has ended, with a piece that a process had when it died. @param died of that piece before */
    private long takenByTheDead(long first, int died) {
        String question = text("question", first);
        String frozen = CanonicalJson.write(((Result.Done<RegisterInput.Frozen>) register.freeze(
                        capacity.hospital(AHUS).orElseThrow(), CanonicalJson.read(question, ForecastQuestion.class)))
                .value()
                .input());
        return QuarkusTransaction.requiringNew().call(() -> {
            long id = store.add(AHUS, JobKind.FORECAST, "Død", question, frozen, null, "test", clock.instant());
            store.divide(id, 0, 60, 30);
            store.begin(id, 0, 0);
            for (int i = 0; i < died; i++) {
                store.died(id, 0, 0);
            }
            database.createNativeQuery("""
                insert into planning_task (task_name, task_instance, execution_time, picked, picked_by,
                    last_heartbeat, version)
                values (:task, :piece, now() - interval '2 minutes', true, 'dead', now() - interval '1 minute', 1)
                """)
                    .setParameter("task", PieceQueue.PIECE)
                    .setParameter("piece", id + "/0/0")
                    .executeUpdate();
            return id;
        });
    }

    private void takeUpWithinPatience(long job, JobState end) {
        PieceQueue restarted = new PieceQueue(dataSource, worker, afterCommit, Duration.ofMillis(50));
        restarted.start();
        try {
            assertThat(awaitEnd(job)).isEqualTo(end);
        } finally {
            restarted.stop();
        }
    }

    /** So many pieces of a question wait or are worked on. */
    private long tasks(long job) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number)
                        database.createNativeQuery("select count(*) from planning_task where task_instance like :job")
                                .setParameter("job", job + "/%")
                                .getSingleResult())
                .longValue();
    }

    private Job find(long job) {
        return QuarkusTransaction.requiringNew()
                .call(() -> store.find(AHUS, job).orElseThrow());
    }

    @Test
    void what_is_stopped_while_it_is_worked_on_is_let_go_of() {
        long job = ask(Map.of("halfYears", 40, "replications", 2_000));
        Awaitility.await().atMost(PATIENCE).until(() -> find(job).done() > 0);
        assertThat(find(job).state()).isEqualTo(JobState.RUNNING);
        desk.planner()
                .post(PLANNING + "/" + job + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        long done = find(job).done();
        Awaitility.await().atMost(PATIENCE).until(() -> tasks(job) == 0);
        Job after = find(job);
        assertThat(after.state()).isEqualTo(JobState.CANCELLED);
        assertThat(after.done()).isEqualTo(done).isLessThan(after.total());
        assertThat(after.failure()).isNull();
        assertThat(leftBehind()).isZero();
        desk.planner().get(PLANNING + "/" + job + "/file").then().statusCode(409);
        assertThat(awaitEnd(ask(Map.of()))).isEqualTo(JobState.DONE);
    }

    @Test
    void who_asks_is_told_numbers_and_an_area_its_own_doctors_when_the_hospital_lets_it() {
        long job = ask(Map.of(
                "title",
                "To plasser til",
                "seats",
                List.of(Map.of("position", "ahus-geriatri-1", "from", "2028-V", "seats", 3)),
                "assumptions",
                List.of(Map.of("name", "decline", "low", 0, "likely", 0.1, "high", 0.2, "source", "Vår egen"))));
        assertThat(awaitEnd(job)).isEqualTo(JobState.DONE);
        String told = desk.planner()
                .get(PLANNING + "/" + job + "/forecast")
                .then()
                .statusCode(200)
                .body("halfYears.size()", equalTo(6))
                .body("assumptions.find { it.name == 'decline' }.usual", equalTo(false))
                .extract()
                .asString();
        assertThat(told).doesNotContain("hpr", "\"doctors\":[");
        assertThat(firstSheet(job, "nb"))
                .contains("To plasser til", "Når høst 2030 er slutt, venter trolig", "60 forløp, fra");
        assertThat(firstSheet(job, "en")).contains("As autumn 2030 ends", "60 courses, from");
        desk.planner().get(PLANNING + "/" + job + "/doctors").then().statusCode(403);
        JsonPath doctors = desk.coordinator()
                .get(PLANNING + "/" + job + "/doctors?size=500")
                .jsonPath();
        assertThat(doctors.getList("hprNumber")).hasSizeGreaterThan(10);
        List<String> areas = new ArrayList<>(new TreeSet<>(doctors.<String>getList("area")));
        String area = areas.get(0);
        String own = "/api/v1/areas/" + area + "/forecasts";
        desk.planner().post(PLANNING + "/" + job + "/share").then().statusCode(200);
        JsonPath shared = desk.municipality(area)
                .get(own)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(shared.getString("[0].title")).isEqualTo("To plasser til");
        assertThat(Set.copyOf(shared.<String>getList("[0].doctors.area"))).containsExactly(area);
        assertThat(shared.getList("[0].doctors.name")).isNotEmpty().doesNotContainNull();
        assertThat(shared.getList("[0].assumptions")).hasSizeGreaterThan(8);
        desk.municipality(areas.get(1)).get(own).then().statusCode(404);
        desk.coordinator().post(PLANNING + "/" + job + "/unshare").then().statusCode(200);
        assertThat(desk.municipality(area).get(own).asString()).doesNotContain("To plasser til");
    }

    @Test
    void a_coordinator_is_told_when_those_who_wait_now_are_likely_to_begin_by_what_is_shared() {
        long job = ask(Map.of("title", "Til koordinatoren"));
        assertThat(awaitEnd(job)).isEqualTo(JobState.DONE);
        String told = "/api/v1/hospitals/ahus/forecasts";
        assertThat(desk.coordinator().get(told).asString()).doesNotContain("Til koordinatoren");
        desk.planner().post(PLANNING + "/" + job + "/share").then().statusCode(200);
        try {
            JsonPath shared = told(told);
            assertThat(shared.getList("")).hasSize(1);
            assertThat(shared.getString("[0].title")).isEqualTo("Til koordinatoren");
            assertThat(shared.getString("[0].last")).isEqualTo("2030-H");
            assertThat(shared.getList("[0].doctors.name"))
                    .hasSizeGreaterThan(10)
                    .doesNotContainNull();
            List<Integer> before = shared.getList("[0].doctors.hprNumber");
            int untold = shared.getInt("[0].untold");
            int hpr = before.get(0);
            String doctor = "/api/v1/areas/" + shared.getString("[0].doctors.area[0]") + "/doctors/" + hpr;
            post(doctor, "/closing", Map.of("reason", "FINISHED", "on", "2026-10-30"));
            try {
                JsonPath after = told(told);
                assertThat(after.<Integer>getList("[0].doctors.hprNumber"))
                        .doesNotContain(hpr)
                        .hasSize(before.size() - 1);
                assertThat(after.getInt("[0].untold")).isEqualTo(untold);
            } finally {
                post(doctor, "/reopening", null);
            }
            for (RequestSpecification other : List.of(desk.planner(), desk.municipality("3205"))) {
                other.get(told).then().statusCode(403);
            }
        } finally {
            desk.planner().post(PLANNING + "/" + job + "/unshare").then().statusCode(200);
        }
        assertThat(told(told).getList("")).isEmpty();
    }

    private JsonPath told(String address) {
        return desk.coordinator().get(address).then().statusCode(200).extract().jsonPath();
    }

    private void post(String doctor, String act, Map<String, Object> body) {
        RequestSpecification area = desk.municipality(doctor.replaceAll(".*/areas/([0-9]+)/.*", "$1"));
        RequestSpecification request = area.header("If-Match", area.get(doctor).header("ETag"));
        (body == null ? request : request.body(body)).post(doctor + act).then().statusCode(200);
    }

    @Test
    void so_many_are_under_way_at_once_and_what_is_stopped_leaves_nothing_behind() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < Jobs.MOST_UNDERWAY; i++) {
            all.add(ask(Map.of("halfYears", 40, "replications", 2_000)));
        }
        desk.planner()
                .body(Map.of("title", "En til", "halfYears", 1, "policy", "ahus-2020"))
                .post(PLANNING + "/forecasts")
                .then()
                .statusCode(503);
        desk.planner().get(PLANNING + "/" + all.get(0) + "/forecast").then().statusCode(409);
        desk.planner().get(PLANNING + "/" + all.get(0) + "/file").then().statusCode(409);
        for (long each : all) {
            desk.planner()
                    .post(PLANNING + "/" + each + "/cancel")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"));
        }
        assertThat(desk.planner().get(PLANNING).jsonPath().<Integer>getList("id"))
                .startsWith(all.get(2).intValue(), all.get(1).intValue());
        assertThat(leftBehind()).isZero();
        QuarkusTransaction.requiringNew().run(() -> store.forget(clock.instant().plus(Duration.ofDays(91))));
        desk.planner().get(PLANNING + "/" + all.get(0)).then().statusCode(404);
    }

    @Test
    void a_sweep_beyond_what_is_answered_at_once_comes_to_the_frontier_of_all_it_tried() {
        String round = "/api/v1/rounds/ahus-2027-v/scenarios/sweep?size=1";
        List<Map<String, Object>> few = new ArrayList<>();
        List<Map<String, Object>> many = new ArrayList<>();
        for (String department : List.of("ahus-geriatri", "ahus-lunge", "ahus-onh", "ahus-akuttpsykiatri")) {
            few.add(Map.of("department", department, "halfYear", "2027-V", "from", 0, "to", 3));
            many.add(Map.of("department", department, "halfYear", "2027-V", "from", 0, "to", 13));
        }
        desk.planner()
                .body(Map.of("ranges", many, "mode", "ALL"))
                .post(round)
                .then()
                .statusCode(422);
        long job = sweep(many);
        long same = sweep(few);
        assertThat(awaitEnd(same)).isEqualTo(JobState.DONE);
        assertThat(desk.planner()
                        .get(PLANNING + "/" + same + "/frontier")
                        .jsonPath()
                        .getList("rows"))
                .isEqualTo(desk.planner()
                        .body(Map.of("ranges", few, "mode", "ALL"))
                        .post(round)
                        .jsonPath()
                        .getList("frontier"));
        assertThat(awaitEnd(job)).isEqualTo(JobState.DONE);
        JsonPath frontier =
                desk.planner().get(PLANNING + "/" + job + "/frontier").jsonPath();
        assertThat(frontier.getInt("tried")).isEqualTo(14 * 14 * 14 * 14);
        assertThat(frontier.<Integer>getList("rows.placed")).isSorted().doesNotHaveDuplicates();
        desk.planner().get(PLANNING + "/" + job + "/forecast").then().statusCode(404);
        assertThat(firstSheet(job, "nn")).contains("Alle fire (", "38", "Kontrollsummen");
        desk.planner()
                .get(PLANNING + "/" + job + "/file?format=pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("mange-" + job + ".pdf"));
        desk.planner().get(PLANNING + "/" + job + "/file?format=csv").then().statusCode(422);
    }

    /** What the workbook says of what came of a question. */
    private String firstSheet(long job, String language) {
        byte[] book = desk.planner()
                .header("Accept-Language", language)
                .get(PLANNING + "/" + job + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return Results.done(GridReader.read(book, line -> 1)).get(0).lines().toString();
    }

    private long sweep(List<Map<String, Object>> ranges) {
        return desk.planner()
                .body(Map.of("title", "Alle fire", "round", "ahus-2027-v", "ranges", ranges, "mode", "ALL"))
                .post(PLANNING + "/sweeps")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void what_does_not_fit_is_refused_by_its_field() {
        desk.planner()
                .body(Map.of(
                        "title",
                        "Feil",
                        "first",
                        "2020-V",
                        "halfYears",
                        4,
                        "policy",
                        "ahus-2020",
                        "seats",
                        List.of(Map.of("position", "ahus-hud-1", "from", "2028-V", "seats", 1)),
                        "assumptions",
                        List.of(
                                Map.of("name", "decline", "low", 0.3, "likely", 0.1, "high", 0.2, "source", "Vår"),
                                Map.of("name", "regn", "low", 0, "likely", 0, "high", 0, "source", "Vår")),
                        "goal",
                        Map.of("by", "2031-V")))
                .post(PLANNING + "/forecasts")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems(
                                "first",
                                "seats[0].position",
                                "assumptions[0].likely",
                                "assumptions[1].name",
                                "goal.by"));
    }

    @Test
    void whoever_asked_is_told_why_there_is_no_answer_and_nothing_of_the_fault() {
        long job = QuarkusTransaction.requiringNew()
                .call(() -> store.add(
                        AHUS, JobKind.FORECAST, "Feiler", "{\"schema\": 1}", "{}", null, "test", clock.instant()));
        worker.failed(job, new IllegalStateException("Kari Nordmann", new java.sql.SQLException("full")));
        desk.planner()
                .get(PLANNING + "/" + job)
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("failure", equalTo("DATABASE"));
        String told = desk.planner()
                .get(PLANNING + "/" + job + "/forecast")
                .then()
                .statusCode(409)
                .extract()
                .asString();
        assertThat(told).contains("databasen svarte ikke").doesNotContain("Nordmann", "SQL");
    }

    private long leftBehind() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        (Number) database.createNativeQuery("select count(*) from planning_piece p join planning_job j"
                                        + " on j.id = p.job_id where j.ended_at is not null")
                                .getSingleResult())
                .longValue();
    }
}
