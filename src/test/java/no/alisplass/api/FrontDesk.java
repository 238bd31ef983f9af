package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import no.alisplass.api.http.Answers;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.awaitility.Awaitility;

/** Carries rounds through the REST API as the people who use it would, each with a user of their own. */
public final class FrontDesk {
    static final String PASSWORD = "et langt passord for desken";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Users users;
    private final Set<String> known = new HashSet<>();

    public FrontDesk(Users users) {
        this.users = users;
        users.all().forEach(user -> known.add(user.username()));
    }

    public RequestSpecification coordinator() {
        return as(User.of("desk-koordinator", "Koordinator", Roles.COORDINATOR));
    }

    public RequestSpecification planner() {
        return as(User.of("desk-planlegger", "Planlegger", Roles.PLANNER));
    }

    RequestSpecification department() {
        return as(User.of("desk-avdeling", "Avdeling", Roles.DEPARTMENT).in(new HospitalId("ahus")));
    }

    public RequestSpecification municipality(String area) {
        return as(User.of("desk-" + area, "Kommune " + area, Roles.MUNICIPALITY).in(new AreaCode(area)));
    }

    RequestSpecification as(User user) {
        if (known.add(user.username())) {
            Answers.of(users.create(user, PASSWORD));
        }
        return given().auth().preemptive().basic(user.username(), PASSWORD).contentType("application/json");
    }

    public void loadReferenceData() throws IOException {
        Path folder = Path.of("sample-data", "ahus");
        put("/api/v1/hospitals/ahus", Files.readString(folder.resolve("sykehus.json")));
        for (JsonNode position : json(folder.resolve("stillinger.json")).get("positions")) {
            put(
                    "/api/v1/hospitals/ahus/positions/" + position.get("id").asText(),
                    "{\"parts\":" + position.get("parts") + "}");
        }
        put("/api/v1/areas", Files.readString(folder.resolve("omrader.json")));
    }

    /** Sets the seats of a position; whatever stood there before. */
    public void seats(String position, String halfYear, int seats) {
        String address = "/api/v1/hospitals/ahus/positions/" + position + "/seats/" + halfYear;
        Response refused = coordinator().body(Map.of("seats", seats)).put(address);
        if (refused.statusCode() == 428) {
            String now = refused.jsonPath().getString("errors[0].message").replaceAll(".*If-Match \"(\\d+)\".*", "$1");
            coordinator()
                    .header("If-Match", "\"" + now + "\"")
                    .body(Map.of("seats", seats))
                    .put(address)
                    .then()
                    .statusCode(200);
        } else {
            refused.then().statusCode(200);
        }
    }

    private void put(String address, String body) {
        coordinator().body(body).put(address).then().statusCode(200);
    }

    /** Makes and opens a round. What the body has as its seed is what will be drawn. */
    public void open(String body) {
        ObjectNode plan = plan(body);
        String id = plan.get("id").asText();
        JsonNode seed = plan.remove("lotterySeed");
        if (seed != null) {
            System.setProperty("alisplass.lottery-seeds." + id, seed.asText());
        }
        coordinator().body(plan.toString()).post("/api/v1/rounds").then().statusCode(201);
        String drawn = coordinator()
                .body("{}")
                .post("/api/v1/rounds/" + id + "/open")
                .then()
                .statusCode(200)
                .extract()
                .path("lotterySeed");
        if (seed != null && !seed.asText().equals(drawn)) {
            throw new AssertionError("The seed is " + drawn);
        }
    }

    private static ObjectNode plan(String body) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(body);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Replaces the area's draft by a file's entries. */
    public ValidatableResponse upload(String round, String area, String name, byte[] file) {
        return edit(round, area)
                .contentType("multipart/form-data")
                .multiPart("mode", "commit")
                .multiPart("file", name, file)
                .post(list(round, area) + "/import")
                .then();
    }

    /** Replaces the area's draft. */
    public ValidatableResponse write(String round, String area, String body) {
        return edit(round, area).body(body).put(list(round, area)).then();
    }

    public ValidatableResponse submit(String round, String area) {
        return edit(round, area)
                .body("{}")
                .post(list(round, area) + "/submissions")
                .then();
    }

    /** Moves a doctor from the register of one area to that of another: what the first has sent stands. */
    public void move(int hpr, String from, String to, LocalDate last) {
        municipality(to)
                .body("{}")
                .put("/api/v1/areas/" + to + "/moves/" + hpr)
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(201)));
        municipality(from)
                .body(Map.of("to", to, "on", last.toString()))
                .post("/api/v1/areas/" + from + "/moves/" + hpr + "/release")
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(204)));
    }

    private RequestSpecification edit(String round, String area) {
        String version = municipality(area).get(list(round, area)).header("ETag");
        return municipality(area).header("If-Match", version);
    }

    static String list(String round, String area) {
        return "/api/v1/rounds/" + round + "/waitlists/" + area;
    }

    /** Opens the round of a sample folder and sends all its lists. */
    public void sendAll(Path folder) throws IOException {
        JsonNode round = json(folder.resolve("runde.json"));
        for (JsonNode seats : json(folder.resolve("plasser.json")).get("seats")) {
            seats(
                    seats.get("position").asText(),
                    seats.get("halfYear").asText(),
                    seats.get("seats").asInt());
        }
        open(round.toString());
        sendLists(folder, round.get("id").asText(), area -> true);
    }

    /** Sends the lists of a sample folder's areas to a round. */
    public void sendLists(Path folder, String id, Predicate<String> which) throws IOException {
        for (JsonNode list : json(folder.resolve("lister.json")).get("lists")) {
            String area = list.get("area").asText();
            if (!which.test(area)) {
                continue;
            }
            Path file = folder.resolve(list.get("file").asText());
            boolean asJson = file.toString().endsWith(".json");
            ObjectNode draft =
                    asJson ? (ObjectNode) json(file) : (ObjectNode) new ObjectMapper().readTree("{\"entries\":[]}");
            draft.set("awayLimit", list.get("awayLimit"));
            write(id, area, draft.toString()).statusCode(200);
            if (!asJson) {
                upload(id, area, file.getFileName().toString(), Files.readAllBytes(file))
                        .statusCode(200);
            }
            submit(id, area).statusCode(201);
        }
    }

    public void close(String round) {
        coordinator()
                .body(Map.of("reason", "Alle har svart."))
                .post("/api/v1/rounds/" + round + "/close")
                .then()
                .statusCode(200);
    }

    /** Starts a run and waits for its end; its address. */
    public String run(String round) {
        String runs = "/api/v1/rounds/" + round + "/runs";
        int number = coordinator()
                .body("{}")
                .post(runs)
                .then()
                .statusCode(202)
                .extract()
                .path("number");
        await(runs + "/" + number, Set.of("DONE"));
        return runs + "/" + number;
    }

    /** Waits until a run is in one of the states. */
    void await(String run, Set<String> states) {
        Awaitility.await("run in " + states)
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(
                        () -> coordinator()
                                .get(run)
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("state"),
                        states::contains);
    }

    /** Department to the names in each half-year, as the allocation's table has them. */
    Map<String, List<List<String>>> table(String run) {
        Map<String, List<List<String>>> table = new TreeMap<>();
        JsonPath allocation = coordinator()
                .get(run + "/allocation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Map<String, Object>> rows = allocation.getList("table.rows");
        for (int row = 0; row < rows.size(); row++) {
            table.put(
                    allocation.getString("table.rows[" + row + "].department"),
                    allocation.getList("table.rows[" + row + "].cells"));
        }
        return table;
    }

    static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
