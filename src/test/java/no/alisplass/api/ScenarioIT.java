package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.SettableClock;
import no.alisplass.platform.Users;
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
        return desk.planner()
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
            assertThat(difference.getString("problemHash")).isEqualTo(before);
            assertThat(difference.getString("changedHash")).isNotEqualTo(before);
            assertThat(difference.getInt("then.placed")).isGreaterThanOrEqualTo(difference.getInt("now.placed"));
            assertThat(difference.getList("gains")).isNotEmpty();
        }
        String after =
                desk.coordinator().get(desk.run("ahus-2027-v")).jsonPath().getString("problemHash");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void without_any_change_nobody_gains_or_loses() {
        JsonPath difference = whatIf(List.of());
        assertThat(difference.getString("changedHash")).isEqualTo(difference.getString("problemHash"));
        assertThat(difference.getList("gains")).isEmpty();
        assertThat(difference.getList("losses")).isEmpty();
    }

    @Test
    void a_department_without_its_seats_makes_someone_lose() {
        JsonPath difference = whatIf(List.of(Map.of("department", "ahus-lunge", "halfYear", "2027-V", "seats", 0)));
        assertThat(difference.getList("losses")).isNotEmpty();
        assertThat(difference.getInt("then.placed")).isLessThan(difference.getInt("now.placed"));
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
}
