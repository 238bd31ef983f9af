package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.alisplass.Heard;
import no.alisplass.SettableClock;
import no.alisplass.api.http.EventStreams;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.ReadRecord;
import no.alisplass.problem.RunManifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A round from empty lists to an approved allocation, by the REST API alone, with real files. */
@QuarkusTest
class WholeRoundIT {
    private static final Path SAMPLE = Path.of("sample-data", "ahus-2027-var");
    private static final Path BROKEN = Path.of("sample-data", "feil");
    private static int count;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    ReadRecord reads;

    @Inject
    EventStreams streams;

    @TestHTTPResource(value = "/", management = true)
    URL management;

    private FrontDesk desk;
    private String round;

    @BeforeEach
    void openRound() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
        round = "hel-runde-" + ++count;
        int year = 2040 + count;
        List<String> halfYears = List.of(year + "-V", year + "-H");
        for (String position : List.of("ahus-geriatri-1", "ahus-lunge-1", "ahus-onh-1", "ahus-akuttpsykiatri-1")) {
            halfYears.forEach(halfYear -> desk.seats(position, halfYear, 1));
        }
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Hel %s", "halfYears": ["%s", "%s"],
                 "policyId": "ahus-2020", "policyVersion": 2, "lotterySeed": "froe-%s", "deadline": "%d-01-10"}
                """.formatted(round, round, halfYears.get(0), halfYears.get(1), round, year));
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private static Path file(String area) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE.resolve("ventelister"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(area))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void upload(String area) throws IOException {
        desk.upload(round, area, file(area).getFileName().toString(), Files.readAllBytes(file(area)))
                .statusCode(200);
    }

    /** Page by page it is the same as at once, the last doctor of a page told apart from the first of the next. */
    private void theRankingInPages(String ranking) {
        List<Map<String, Object>> whole =
                desk.coordinator().get(ranking + "?size=500").jsonPath().getList("ranked");
        assertThat(Lists.<Map<String, Object>>all(desk::coordinator, ranking + "?size=4", "ranked"))
                .isEqualTo(whole);
        desk.coordinator()
                .get(ranking + "?size=4&page=1")
                .then()
                .header("X-Total-Count", Integer.toString(whole.size()))
                .body("total", equalTo(whole.size()))
                .body("ranked.position", contains(5, 6, 7, 8))
                .body("ranked[3].next.behind", equalTo(whole.get(8).get("name")));
        List<Object> contraries = Lists.all(desk::coordinator, ranking + "/contradictions?size=3", "$");
        desk.coordinator().get(ranking).then().body("contradictions", equalTo(contraries.size()));
    }

    /** The figures of one name, each with what tells it apart. */
    private Map<String, Double> figures(String name) {
        String all = RestAssured.given()
                .port(management.getPort())
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Pattern.compile("(?m)^(alisplass_\\S+|cache_\\S+) ([0-9.E-]+)$")
                .matcher(all)
                .results()
                .filter(line -> line.group(1).startsWith(name))
                .collect(Collectors.toMap(line -> line.group(1), (MatchResult line) -> Double.valueOf(line.group(2))));
    }

    /** What was told of the round from its first file to its approval, and that it was told with nobody's name or number. */
    private void every_step_is_told_and_nobody_named(List<String> told, JsonPath allocation, int doctors) {
        String run = "Run 1 of round " + round + ": ";
        assertThat(told)
                .filteredOn(line -> line.contains(round))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("A file for the list of 030110 in round " + round
                                        + " is read in \\d+ ms: \\d+ rows, \\d+ without faults"),
                        line -> assertThat(line)
                                .matches("The list of 030110 in round " + round + ": imported, \\d+ doctors now"),
                        line -> assertThat(line).startsWith("A file for the list of 030111"),
                        line -> assertThat(line).startsWith("The list of 030111"),
                        line -> assertThat(line)
                                .matches("The list of 030110 in round " + round + ": sent as number 1, \\d+ doctors"),
                        line -> assertThat(line).startsWith("The list of 030111"),
                        line -> assertThat(line)
                                .isEqualTo("The list of 3205 in round " + round + ": sent as number 1, 7 doctors"),
                        line -> assertThat(line)
                                .isEqualTo("A run of round " + round + " is refused: allocation.round-not-closed"),
                        line -> assertThat(line).isEqualTo(run + "queued, " + doctors + " doctors"),
                        line -> assertThat(line).matches(run + "started \\d+ ms after it was queued"),
                        line -> assertThat(line)
                                .matches(
                                        run + "solved in \\d+ ms, \\d+ of " + doctors + " doctors placed, 0 left open"),
                        line -> assertThat(line)
                                .matches(run + "proved in \\d+ ms, " + doctors + " claims, 0 not proven"),
                        line -> assertThat(line).matches(run + "checked in \\d+ ms, accepted"),
                        line -> assertThat(line)
                                .matches(run + "stored \\d+ ms after it was started, \\d+ ms after it was queued"),
                        line -> assertThat(line).matches(run + "approved, \\d+ of " + doctors + " doctors placed"),
                        line -> assertThat(line).matches("Run 1 of round " + round + ": approval refused: \\S+"));
        List<String> persons = new ArrayList<>(allocation.getList("doctors.name", String.class));
        persons.addAll(allocation.getList("doctors.hprNumber", String.class));
        assertThat(persons).hasSize(2 * doctors).allSatisfy(person -> assertThat(told)
                .noneMatch(line -> line.contains(person)));
    }

    @Test
    void three_municipalities_send_excel_csv_and_json_and_the_allocation_is_proven_and_approved() throws IOException {
        Map<String, Double> before = figures("");
        Heard heard = new Heard();
        upload("030110");
        upload("030111");
        desk.write(round, "3205", Files.readString(file("3205"))).statusCode(200);
        for (String area : List.of("030110", "030111", "3205")) {
            desk.submit(round, area).statusCode(201).body("receipt.sha256", notNullValue());
        }
        desk.coordinator()
                .body("{}")
                .post("/api/v1/rounds/" + round + "/runs")
                .then()
                .statusCode(409);
        desk.close(round);
        desk.coordinator()
                .get("/api/v1/rounds/" + round + "/ranking")
                .then()
                .statusCode(200)
                .body("ranked", hasSize(greaterThan(8)))
                .body("ranked[0].next.criterionName", notNullValue())
                .body("ranked[0].values", hasSize(7));
        theRankingInPages("/api/v1/rounds/" + round + "/ranking");
        String run = desk.run(round);
        desk.coordinator()
                .get(run)
                .then()
                .body("proven", equalTo(true))
                .body("checked", equalTo(true))
                .body("exhausted", equalTo(true));
        assertThat(desk.coordinator()
                        .accept("text/event-stream")
                        .get(run + "/events")
                        .asString())
                .contains("data:", "\"DONE\"");
        one_stream_too_many_is_told_when_to_come_again(run + "/events");
        List<String> held = desk.table(run).values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
        assertThat(held).hasSize(8);
        desk.municipality("3205")
                .get("/api/v1/rounds/" + round + "/outcomes")
                .then()
                .statusCode(409);
        desk.coordinator()
                .body("{}")
                .post(run + "/approve")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        desk.coordinator().body("{}").post(run + "/approve").then().statusCode(409);
        heard.close();
        JsonPath allocation = desk.coordinator().get(run + "/allocation").jsonPath();
        every_step_is_told_and_nobody_named(
                heard.lines(), allocation, allocation.getList("doctors").size());
        the_figures_have_moved(before);
        JsonPath own = desk.municipality("3205")
                .get("/api/v1/rounds/" + round + "/outcomes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> areas = new ArrayList<>(own.getList("doctors.area"));
        areas.addAll(own.getList("notEligible.area"));
        assertThat(areas).hasSize(7).containsOnly("3205");
        assertThat(own.getString("problemHash"))
                .isEqualTo(Sha256.hex(exported(run).get("problem.json")))
                .isEqualTo(card(run).problemHash());
        assertThat(own.getString("proposalHash"))
                .isEqualTo(Sha256.hex(exported(run).get("proposal.json")))
                .isEqualTo(card(run).proposalHash());
        everything_read_is_recorded(run);
    }

    private void the_figures_have_moved(Map<String, Double> before) {
        Map<String, Double> after = figures("");
        Map.of(
                        "alisplass_runs_total{outcome=\"done\"}", 1,
                        "alisplass_runs_total{outcome=\"refused\"}", 1,
                        "alisplass_run_wait_seconds_count", 1,
                        "alisplass_run_prove_seconds_count", 1,
                        "alisplass_run_check_seconds_count", 1,
                        "alisplass_run_whole_seconds_count", 1,
                        "alisplass_imports_total{outcome=\"imported\"}", 2,
                        "alisplass_import_read_seconds_count", 2,
                        "alisplass_submissions_total{outcome=\"sent\"}", 3)
                .forEach((figure, more) -> assertThat(after.get(figure) - before.getOrDefault(figure, 0.0))
                        .as(figure)
                        .isEqualTo(more.doubleValue()));
        assertThat(after.get("alisplass_run_whole_seconds_sum"))
                .isGreaterThanOrEqualTo(after.get("alisplass_run_solve_seconds_sum"));
        assertThat(figures("alisplass_runs_waiting")).containsOnlyKeys("alisplass_runs_waiting");
        assertThat(figures("alisplass_logins_total{outcome=\"right\"}")).isNotEmpty();
        assertThat(figures("cache_gets_total{cache=\"frozen-rounds\"")).hasSize(2);
        desk.coordinator().get("/q/metrics").then().statusCode(404);
    }

    private void one_stream_too_many_is_told_when_to_come_again(String events) {
        List<Cancellable> open = new ArrayList<>();
        for (int n = 0; n < EventStreams.MAX_OF_ONE; n++) {
            open.add(streams.open("desk-koordinator", () -> Multi.createFrom().<Integer>nothing())
                    .subscribe()
                    .with(item -> {}));
        }
        desk.coordinator()
                .accept("text/event-stream")
                .get(events)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "10")
                .body("type", equalTo("urn:alisplass:problem:too-many-streams"));
        open.forEach(Cancellable::cancel);
        desk.coordinator().accept("text/event-stream").get(events).then().statusCode(200);
    }

    /** What the programs above were shown, and nothing they were refused; who was shown, and no doctor. */
    private void everything_read_is_recorded(String run) {
        int number = Integer.parseInt(run.substring(run.lastIndexOf('/') + 1));
        List<ReadRecord.Read> recorded =
                reads.page("", "round/" + round, 0, 100).reads();
        assertThat(recorded)
                .filteredOn(each -> each.kind().equals("ranking"))
                .as("page by page, and one line of them all")
                .extracting(ReadRecord.Read::who, ReadRecord.Read::subject, each -> each.times() > 1)
                .containsExactly(tuple("desk-koordinator", "round/" + round, true));
        assertThat(recorded)
                .filteredOn(each -> each.kind().equals("coded-run"))
                .extracting(ReadRecord.Read::subject, ReadRecord.Read::times)
                .as("the folder was fetched four times")
                .containsExactly(tuple("round/" + round + "/run/" + number, 4));
        List<ReadRecord.Read> ofList =
                reads.page("", "waitlist/" + round + "/3205", 0, 100).reads();
        assertThat(ofList)
                .filteredOn(each -> each.kind().equals("outcome"))
                .extracting(ReadRecord.Read::times)
                .as("refused once before the round was approved")
                .containsExactly(1);
        assertThat(ofList).extracting(ReadRecord.Read::kind).contains("waitlist", "submission");
        assertThat(recorded.toString() + ofList)
                .doesNotContainPattern("\\bd[0-9]{3}\\b")
                .doesNotContain("hpr");
    }

    /** The files of a run's folder by name. */
    private Map<String, String> exported(String run) throws IOException {
        Map<String, String> files = new HashMap<>();
        byte[] zip = desk.coordinator().get(run + "/export").asByteArray();
        try (ZipInputStream folder = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = folder.getNextEntry(); file != null; file = folder.getNextEntry()) {
                files.put(file.getName(), new String(folder.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private RunManifest card(String run) throws IOException {
        return CanonicalJson.read(exported(run).get("run.json"), RunManifest.class);
    }

    @Test
    void what_leaves_the_house_names_no_municipality() throws IOException {
        Set<String> senders = Set.of("3214", "3224", "3232");
        desk.sendLists(SAMPLE, round, senders::contains);
        desk.close(round);
        String run = desk.run(round);
        Map<String, String> exported = exported(run);
        assertThat(exported.get("problem.json")).contains("away:a0");
        Map<String, String> leaving = new HashMap<>(exported);
        leaving.put("planner", planner(run));
        for (String paper : List.of("/problem", "/proposal", "/certificate")) {
            leaving.put(
                    paper,
                    desk.coordinator()
                            .get(run + paper)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
            desk.planner().get(run + paper).then().statusCode(403);
        }
        for (JsonNode area :
                FrontDesk.json(Path.of("sample-data", "ahus", "omrader.json")).get("areas")) {
            String named = "(?<![0-9a-f])" + area.get("code").asText() + "(?![0-9a-f])|(?<!\\p{L})"
                    + area.get("name").asText() + "(?!\\p{L})";
            leaving.forEach(
                    (what, text) -> assertThat(text).as(what).isNotEmpty().doesNotContainPattern(named));
        }
    }

    private String planner(String address) {
        return desk.planner().get(address).then().statusCode(200).extract().asString();
    }

    @Test
    void broken_files_save_nothing_and_every_fault_is_named() throws IOException {
        upload("030110");
        String before =
                desk.municipality("3205").get(FrontDesk.list(round, "3205")).asString();
        List<Path> files;
        try (Stream<Path> listed = Files.list(BROKEN)) {
            files = listed.filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            JsonPath refused = desk.upload(round, "3205", file.getFileName().toString(), Files.readAllBytes(file))
                    .statusCode(422)
                    .extract()
                    .jsonPath();
            assertThat(refused.getList("errors.message", String.class))
                    .as(file.getFileName().toString())
                    .isNotEmpty()
                    .allSatisfy(message ->
                            assertThat(message).hasSizeGreaterThan(20).doesNotContain("waitlist."));
        }
        assertThat(desk.municipality("3205").get(FrontDesk.list(round, "3205")).asString())
                .isEqualTo(before);
    }

    @Test
    void a_round_that_is_open_cannot_be_run_and_a_closed_one_takes_no_list() throws IOException {
        desk.coordinator()
                .body("{}")
                .post("/api/v1/rounds/" + round + "/runs")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("allocation.round-not-closed"));
        desk.close(round);
        desk.upload(round, "030110", "liste.xlsx", Files.readAllBytes(file("030110")))
                .statusCode(409);
    }

    @Test
    void an_outdated_run_cannot_be_approved() throws IOException {
        upload("030110");
        desk.submit(round, "030110").statusCode(201);
        desk.close(round);
        String run = desk.run(round);
        String address = "/api/v1/rounds/" + round;
        desk.coordinator()
                .body(Map.of("reason", "En kommune kom for sent."))
                .post(address + "/reopen")
                .then()
                .statusCode(200);
        upload("030111");
        desk.submit(round, "030111").statusCode(201);
        desk.close(round);
        desk.coordinator()
                .body("{}")
                .post(run + "/approve")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("allocation.run-outdated"));
    }
}
