package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ExceptionMappers;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UsersIT {
    private static final String PASSWORD = "et-langt-nok-passord";

    @Inject
    Users users;

    @Test
    void a_user_logs_in_with_the_password_and_is_bound_to_the_own_area() {
        users.create(User.of("lorenskog", "Lørenskog", Roles.MUNICIPALITY).in(new AreaCode("3222")), PASSWORD);
        me("lorenskog", PASSWORD)
                .statusCode(200)
                .body("name", equalTo("lorenskog"))
                .body("roles", equalTo(List.of("municipality")))
                .body("area", equalTo("3222"));
        me("lorenskog", "et-annet-langt-passord").statusCode(401).contentType(ExceptionMappers.TYPE);
    }

    @Test
    void a_disabled_user_is_turned_away_until_let_in_again() {
        users.create(User.of("stengt", "Stengt", Roles.PLANNER), PASSWORD);
        me("stengt", PASSWORD).statusCode(200);
        users.setDisabled("stengt", true);
        me("stengt", PASSWORD).statusCode(401);
        users.setDisabled("stengt", false);
        me("stengt", PASSWORD).statusCode(200);
    }

    @Test
    void a_demo_user_is_turned_away_outside_the_demo() {
        users.createDemo(List.of(User.of("demo-planlegger", "Planlegger", Roles.PLANNER)), PASSWORD);
        me("demo-planlegger", PASSWORD).statusCode(401);
    }

    @Test
    void the_demo_does_not_touch_an_ordinary_user_of_the_same_name() {
        users.create(User.of("ekte", "Ekte", Roles.PLANNER), PASSWORD);
        users.createDemo(List.of(User.of("ekte", "Demo", Roles.ADMIN)), "demoens-eget-passord");
        me("ekte", PASSWORD).statusCode(200).body("roles", equalTo(List.of("planner")));
        me("ekte", "demoens-eget-passord").statusCode(401);
    }

    @Test
    @TestSecurity(user = "root", roles = Roles.ADMIN)
    void an_administrator_makes_lists_and_changes_users() {
        given().contentType("application/json")
                .body(body("ny.bruker", "planner"))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .body("username", equalTo("ny.bruker"))
                .body(not(containsString("assword")));
        assertThat(Lists.<String>all(RestAssured::given, "/api/v1/users", "username"))
                .contains("ny.bruker");
        given().get("/api/v1/users?size=500").then().statusCode(200).body(not(containsString("$2")));
        given().contentType("application/json")
                .body("{\"password\":\"et-nytt-langt-passord\"}")
                .put("/api/v1/users/ny.bruker/password")
                .then()
                .statusCode(204);
        given().contentType("application/json")
                .body("{\"disabled\":true}")
                .put("/api/v1/users/ny.bruker/disabled")
                .then()
                .statusCode(200)
                .body("disabled", equalTo(true));
        given().contentType("application/json")
                .body(body("ny.bruker", "planner"))
                .post("/api/v1/users")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("platform.username-taken"));
        given().contentType("application/json")
                .body("{\"disabled\":true}")
                .put("/api/v1/users/ingen/disabled")
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "root", roles = Roles.ADMIN)
    void every_fault_of_a_new_user_is_told() {
        given().contentType("application/json")
                .body("{\"username\":\"Kari Nordmann\",\"password\":\"" + "ø".repeat(40)
                        + "\",\"displayName\":\"Kari\",\"roles\":[\"municipality\",\"department\",\"boss\"]}")
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors.field.sort()", equalTo(List.of("area", "hospital", "password", "roles", "username")))
                .body("errors.find { it.field == 'roles' }.message", containsString("«boss»"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.COORDINATOR, Roles.PLANNER})
    @TestSecurity(user = "root", roles = Roles.ADMIN)
    void who_coordinates_or_plans_is_of_one_hospital_or_said_to_be_of_all(String role) {
        String said = body("av-" + role, role);
        given().contentType("application/json")
                .body(said.replace("\"allHospitals\":true,", ""))
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("hospital")))
                .body("errors[0].message", containsString("eller si at det er alle sykehus"));
        given().contentType("application/json")
                .body(said.replace("true", "true,\"hospital\":\"ahus\""))
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("allHospitals")));
        given().contentType("application/json")
                .body(said.replace("\"allHospitals\":true", "\"hospital\":\"ahus\""))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .body("hospital", equalTo("ahus"));
        assertThat(given().get("/admin?sok=ekte").asString()).contains("Alle sykehus");
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER})
    void only_an_administrator_sees_users(String role) {
        String name = "ser-" + role;
        User user = User.of(name, name, role).in(new AreaCode("3222")).in(new no.alisplass.domain.HospitalId("ahus"));
        Answers.of(users.create(user, PASSWORD));
        given().auth()
                .preemptive()
                .basic(name, PASSWORD)
                .get("/api/v1/users")
                .then()
                .statusCode(403)
                .contentType(ExceptionMappers.TYPE);
    }

    private static String body(String username, String role) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD
                + "\",\"displayName\":\"Ny Bruker\",\"allHospitals\":true,\"roles\":[\"" + role + "\"]}";
    }

    private static ValidatableResponse me(String username, String password) {
        return given().auth()
                .preemptive()
                .basic(username, password)
                .get("/api/v1/me")
                .then();
    }
}
