package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the service tells about itself. */
@QuarkusTest
class ServiceIT {
    @Test
    void it_says_whether_it_is_ready() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void it_describes_its_interface_and_how_to_log_in() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("alisplass"))
                .body("info.description", notNullValue())
                .body("components.securitySchemes.basic.scheme", equalTo("basic"))
                .body("paths.'/api/v1/users'.get.summary", notNullValue())
                .body("paths.'/api/v1/users'.get.security", notNullValue())
                .body("paths.'/api/v1/rounds/{id}'.patch.responses", hasKey("412"))
                .body("paths.'/api/v1/rounds/{id}'.patch.responses", hasKey("428"))
                .body("paths.'/api/v1/users'.get.responses", not(hasKey("412")));
    }
}
