package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.alisplass.SettableClock;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A municipality walks every endpoint there is with its neighbour's addresses, and finds and changes nothing. */
@QuarkusTest
class NeighbourAccessIT {
    private static final String OWN = "030110";
    private static final String NEIGHBOUR = "3205";
    private static final String ROUND = "nabo-runde";
    private static final String DOCTOR = "990000022";
    private static final String NOBODY = "990009999";

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    private FrontDesk desk;

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void no_endpoint_gives_or_changes_anything_of_the_neighbours() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
        desk.seats("ahus-geriatri-1", "2060-V", 1);
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Nabo", "halfYears": ["2060-V"],
                 "policyId": "ahus-2020", "policyVersion": 2, "lotterySeed": "nabo", "deadline": "2059-12-01"}
                """.formatted(ROUND));
        Path lists = Path.of("sample-data", "ahus-2027-var", "ventelister");
        String sent = Files.readString(lists.resolve("3205-lillestrom.json"));
        desk.write(ROUND, NEIGHBOUR, sent).statusCode(200);
        desk.submit(ROUND, NEIGHBOUR).statusCode(201);
        desk.upload(ROUND, OWN, "grorud.xlsx", Files.readAllBytes(lists.resolve("030110-grorud.xlsx")))
                .statusCode(200);
        desk.submit(ROUND, OWN).statusCode(201);
        int whileOpen = walk(secrets(sent));
        desk.close(ROUND);
        String run = desk.run(ROUND);
        desk.coordinator().body("{}").post(run + "/approve").then().statusCode(200);
        int approved = walk(secrets(sent));
        assertThat(approved).isEqualTo(whileOpen).isGreaterThan(40);
    }

    /** Names, numbers and addresses of the neighbour's doctors. */
    private static List<String> secrets(String list) throws IOException {
        List<String> secrets = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper().readTree(list).get("entries")) {
            secrets.add(entry.get("name").asText());
            secrets.add(entry.get("hprNumber").asText());
            secrets.add(entry.get("email").asText());
        }
        return secrets;
    }

    private int walk(List<String> secrets) throws IOException {
        String before = lists();
        JsonNode paths = new ObjectMapper()
                .readTree(RestAssured.given().get("/q/openapi?format=json").asString())
                .get("paths");
        List<String> walked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (String method : List.of("get", "put", "post", "patch", "delete")) {
                if (path.getValue().has(method)) {
                    String call = method.toUpperCase(Locale.ROOT) + " " + path.getKey();
                    Response response = call(method, path.getKey());
                    assertThat(withoutItsAddress(response)).as(call).doesNotContain(secrets);
                    if (path.getKey().contains("{hprNumber}")) {
                        Response unknown = call(method, path.getKey().replace("{hprNumber}", NOBODY));
                        assertThat(withoutItsAddress(response))
                                .as("%s tells whether a number is a neighbour's doctor", call)
                                .isEqualTo(unknown.asString().replace(NOBODY, ""));
                    }
                    if (path.getKey().contains("/waitlists")) {
                        assertThat(response.statusCode()).as(call).isIn(403, 404, 415, 422);
                    }
                    walked.add(call);
                }
            }
        }
        assertThat(lists()).as("what the neighbour wrote and sent").isEqualTo(before);
        return walked.size();
    }

    /** A number in the address may come back as what was asked for: that tells the caller nothing. */
    private static String withoutItsAddress(Response response) {
        return response.asString().replace(DOCTOR, "");
    }

    private String lists() {
        String draft = FrontDesk.list(ROUND, NEIGHBOUR);
        return desk.municipality(NEIGHBOUR).get(draft).asString()
                + desk.municipality(NEIGHBOUR).get(draft + "/submissions").asString()
                + desk.municipality(NEIGHBOUR).get(draft + "/submissions/1").asString();
    }

    private Response call(String method, String path) {
        String address = path.replace("{round}", ROUND)
                .replace("{area}", NEIGHBOUR)
                .replace("{code}", NEIGHBOUR)
                .replace("/rounds/{id}", "/rounds/" + ROUND)
                .replace("/policies/{id}", "/policies/ahus-2020")
                .replace("{id}", "ahus")
                .replace("{positionId}", "ahus-geriatri-1")
                .replace("{halfYear}", "2060-V")
                .replace("{username}", "desk-koordinator")
                .replace("{hprNumber}", DOCTOR)
                .replace("{doctor}", "d001")
                .replaceAll("\\{[a-zA-Z]+\\}", "1");
        RequestSpecification caller = desk.municipality(OWN).header("If-Match", "\"1\"");
        if (path.endsWith("/import")) {
            caller.contentType("multipart/form-data")
                    .multiPart("mode", "preview")
                    .multiPart("file", "x.csv", new byte[] {1});
        } else if (!method.equals("get")) {
            caller.body(body(path));
        }
        return caller.request(method, address);
    }

    /** What would be taken if the caller might send it; anything else could be refused for its form alone. */
    private static String body(String path) {
        if (path.endsWith("/waitlists/{area}")) {
            return "{\"entries\": []}";
        }
        return path.endsWith("/order") ? "{\"numbers\": [1]}" : "{}";
    }
}
