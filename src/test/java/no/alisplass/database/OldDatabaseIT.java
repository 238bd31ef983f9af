package no.alisplass.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.alisplass.SettableClock;
import no.alisplass.SettingsLane;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database of an older version answers as it did: every list, order, proposal, proof and reason of its rounds. */
@QuarkusTest
@Tag(SettingsLane.OTHER_SETTINGS)
@TestProfile(OldDatabaseIT.Apart.class)
@WithTestResource(value = OldDatabase.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class OldDatabaseIT {
    /** Nothing of its own, but that what has a profile starts its application after all others are done with theirs. */
    public static class Apart implements QuarkusTestProfile {}

    private static final String PASSWORD = "et-langt-passord-for-alle";
    private static final String COORDINATOR = "koordinator";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    SettableClock clock;

    @Inject
    Users users;

    @BeforeEach
    void usersOfThen() throws Exception {
        clock.set(Instant.parse("2026-11-26T09:30:00Z"));
        List<User> people = new ArrayList<>();
        people.add(User.of(COORDINATOR, "Koordinator", Roles.COORDINATOR));
        for (Iterator<String> all = OldDatabase.answers().fieldNames(); all.hasNext(); ) {
            String name = user(all.next());
            if (name.startsWith("kommune-")
                    && people.stream().noneMatch(user -> user.username().equals(name))) {
                people.add(
                        User.of(name, name, Roles.MUNICIPALITY).in(new AreaCode(name.substring("kommune-".length()))));
            }
        }
        people.stream()
                .filter(user -> users.find(user.username()).isEmpty())
                .forEach(user -> users.create(user, PASSWORD));
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void what_was_answered_then_is_answered_now() throws Exception {
        int asked = 0;
        for (Map.Entry<String, JsonNode> then : OldDatabase.answers().properties()) {
            asked++;
            Response now = get(
                    user(then.getKey()), then.getKey().substring(then.getKey().indexOf(' ') + 1));
            assertThat(now.statusCode()).as(then.getKey()).isEqualTo(200);
            holds(then.getKey(), then.getValue(), JSON.readTree(now.asByteArray()));
        }
        assertThat(asked).isGreaterThan(200);
    }

    /** Since then, who is early is told when it is over also under rules that ask it on the day a service starts. */
    private static final String READY =
            "Legen har [0-9,]+ av de 24 månedene tellende tjeneste som skal til for å være klar\\."
                    + " I full stilling er det nådd i [a-z]+ 20[0-9]{2}\\.";

    /** More may be told than was; nothing else, and nothing less. */
    private static void holds(String where, JsonNode then, JsonNode now) {
        if (then.isObject()) {
            then.properties().forEach(field -> {
                assertThat(now.has(field.getKey()))
                        .as(where + "." + field.getKey())
                        .isTrue();
                holds(where + "." + field.getKey(), field.getValue(), now.get(field.getKey()));
            });
        } else if (then.isArray()) {
            boolean more = where.endsWith(".told.cause") && now.size() == then.size() + 1;
            if (more) {
                assertThat(now.get(then.size()).asText()).as(where).matches(READY);
            }
            assertThat(now.size()).as(where).isEqualTo(then.size() + (more ? 1 : 0));
            for (int at = 0; at < then.size(); at++) {
                holds(where + "[" + at + "]", then.get(at), now.get(at));
            }
        } else if (where.contains(".summary[") && !now.equals(then)) {
            assertThat(now.asText()).as(where).matches(Pattern.quote(then.asText()) + " " + READY);
        } else {
            assertThat(now).as(where).isEqualTo(then);
        }
    }

    @Test
    void a_closed_round_of_then_gets_the_same_proposal_by_the_same_problem() throws Exception {
        String runs = "/api/v1/rounds/ahus-2028-v/runs";
        JsonNode then = OldDatabase.answers().get(COORDINATOR + " " + runs).get(0);
        Response started = given().auth()
                .preemptive()
                .basic(COORDINATOR, PASSWORD)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(runs);
        assertThat(started.statusCode()).as(started.asString()).isIn(201, 202);
        String run = runs + "/" + started.path("number");
        JsonNode now = Awaitility.await()
                .until(
                        () -> JSON.readTree(get(COORDINATOR, run).asByteArray()),
                        state -> state.get("state").asText().equals("DONE"));
        for (String field : List.of("problemHash", "proposalHash", "proven", "checked")) {
            assertThat(now.get(field)).as(field).isEqualTo(then.get(field));
        }
    }

    private static Response get(String user, String address) {
        return given().auth().preemptive().basic(user, PASSWORD).get(address);
    }

    private static String user(String asked) {
        return asked.substring(0, asked.indexOf(' '));
    }
}
