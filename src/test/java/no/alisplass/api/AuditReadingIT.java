package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.Test;

/** Those who look after the service read who did what; nobody reads there what people were changed from and to. */
@QuarkusTest
class AuditReadingIT {
    private static final String PASSWORD = "et-langt-nok-passord";

    @Inject
    Users users;

    private void twoUsers() {
        users.create(User.of("logget-en", "Logget En", Roles.PLANNER), PASSWORD);
        users.create(User.of("logget-en-til", "Logget To", Roles.PLANNER), PASSWORD);
        users.setDisabled("logget-en", true);
        users.setDisabled("logget-en", false);
    }

    @Test
    @TestSecurity(user = "root", roles = Roles.ADMIN)
    void an_administrator_reads_it_page_by_page_and_by_subject() {
        twoUsers();
        JsonPath all = given().get("/api/v1/audit?subject=user/logget-en")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(all.<String>getList("acts.what")).startsWith("user.disabled-set", "user.disabled-set");
        assertThat(all.<String>getList("acts.subject")).containsOnly("user/logget-en");
        assertThat(all.getMap("acts[0]")).containsOnlyKeys("at", "who", "what", "subject", "reason");
        assertThat(given().get("/api/v1/audit?subject=user/logget-en&size=1&page=1")
                        .jsonPath()
                        .<String>getList("acts.what"))
                .containsExactly("user.disabled-set");
        assertThat(given().get("/api/v1/audit?size=1").jsonPath().getLong("total"))
                .isGreaterThan(all.getLong("total"));
        given().get("/api/v1/audit?subject=%27--").then().statusCode(422);
        given().get("/api/v1/audit?page=-1").then().statusCode(422);
        String page = given().accept("text/html")
                .get("/admin/logg?om=user/logget-en")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("user.disabled-set").doesNotContain("user/logget-en-til", "Logget En");
        given().get("/admin/logg?om=ingenting&side=3").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void a_coordinator_reads_a_rounds_and_nothing_else() {
        given().get("/api/v1/audit").then().statusCode(403);
        given().get("/admin/logg").then().statusCode(403);
        given().get("/api/v1/rounds/finnes-ikke-i-loggen/audit").then().statusCode(404);
    }
}
