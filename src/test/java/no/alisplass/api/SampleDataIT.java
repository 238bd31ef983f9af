package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import no.alisplass.platform.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reference data of Ahus goes in by the endpoints, and again without changing anything. */
@QuarkusTest
@TestSecurity(user = "kari", roles = Roles.COORDINATOR)
class SampleDataIT {
    private static final Path FOLDER = Path.of("sample-data", "ahus");
    private static final String AHUS = "/api/v1/hospitals/ahus";

    @Inject
    Catchment catchment;

    @BeforeEach
    void load() throws IOException {
        load(FOLDER);
    }

    static void load(Path folder) throws IOException {
        put(AHUS, Files.readString(folder.resolve("sykehus.json")));
        JsonNode positions = new ObjectMapper().readTree(Files.readString(folder.resolve("stillinger.json")));
        for (JsonNode position : positions.get("positions")) {
            String address = AHUS + "/positions/" + position.get("id").asText();
            put(address, "{\"parts\":" + position.get("parts") + "}");
            for (JsonNode seats : position.get("seats")) {
                put(address + "/seats/" + seats.get("halfYear").asText(), "{\"seats\":" + seats.get("seats") + "}");
            }
        }
        put("/api/v1/areas", Files.readString(folder.resolve("omrader.json")));
    }

    private static void put(String address, String body) {
        given().contentType("application/json").body(body).put(address).then().statusCode(200);
    }

    @Test
    void the_hospital_reads_as_it_was_sent() {
        given().get(AHUS)
                .then()
                .statusCode(200)
                .body("organisationNumber", equalTo("983971636"))
                .body(
                        "divisions.departments.id.flatten()",
                        contains("ahus-geriatri", "ahus-lunge", "ahus-onh", "ahus-akuttpsykiatri"))
                .body("divisions.service", contains("SOMATIC", "SOMATIC", "PSYCHIATRY"));
    }

    @Test
    void sending_it_again_changes_nothing() throws IOException {
        String before = given().get(AHUS).header("ETag");
        String area = given().get("/api/v1/areas/030112").header("ETag");
        load();
        assertThat(given().get(AHUS).header("ETag")).isEqualTo(before);
        assertThat(given().get("/api/v1/areas/030112").header("ETag")).isEqualTo(area);
    }

    @Test
    void every_position_has_a_seat_in_every_half_year_and_none_after() {
        given().queryParam("from", "2027-V")
                .queryParam("to", "2028-H")
                .get(AHUS + "/positions")
                .then()
                .statusCode(200)
                .body("id", hasItems("ahus-akuttpsykiatri-1", "ahus-geriatri-1", "ahus-lunge-1", "ahus-onh-1"))
                .body(
                        "find { it.id == 'ahus-geriatri-1' }.seats.halfYear",
                        contains("2027-V", "2027-H", "2028-V", "2028-H"))
                .body("find { it.id == 'ahus-geriatri-1' }.seats.seats", everyItem(equalTo(1)));
        given().queryParam("from", "2029-V")
                .queryParam("to", "2029-V")
                .get(AHUS + "/positions")
                .then()
                .body("find { it.id == 'ahus-geriatri-1' }.seats.seats", contains(0));
    }

    @Test
    void the_catchment_is_the_real_one_with_alna_for_psychiatry_only_from_2026() {
        given().queryParam("hospital", "ahus")
                .queryParam("on", "2027-03-01")
                .get("/api/v1/areas")
                .then()
                .statusCode(200)
                .body("code", hasSize(24))
                .body("code", hasItems("3205", "3417", "030110"))
                .body("code", not(hasItem("3216")))
                .body("code", not(hasItem("3418")))
                .body("find { it.code == '030112' }.covered", contains("PSYCHIATRY"))
                .body("find { it.code == '3222' }.covered", hasItems("SOMATIC", "PSYCHIATRY"));
        given().queryParam("hospital", "ahus")
                .queryParam("on", "2010-12-31")
                .get("/api/v1/areas")
                .then()
                .body("$", empty());
        HospitalId ahus = new HospitalId("ahus");
        AreaCode alna = new AreaCode("030112");
        assertThat(catchment.covered(ahus, alna, LocalDate.of(2025, 12, 31)))
                .containsExactlyInAnyOrder(Service.SOMATIC, Service.PSYCHIATRY);
        assertThat(catchment.covered(ahus, alna, LocalDate.of(2026, 1, 1))).containsExactly(Service.PSYCHIATRY);
    }

    @Test
    void the_shortages_are_marked_as_invented_and_dated() {
        given().get("/api/v1/areas/3414")
                .then()
                .body("shortages.source", everyItem(startsWith("Oppdiktet")))
                .body("shortages", hasSize(2));
        AreaCode nordOdal = new AreaCode("3414");
        assertThat(catchment.shortOfSpecialists(nordOdal, LocalDate.of(2024, 12, 31)))
                .isTrue();
        assertThat(catchment.shortOfSpecialists(nordOdal, LocalDate.of(2025, 1, 1)))
                .isFalse();
        assertThat(catchment.shortOfSpecialists(nordOdal, LocalDate.of(2026, 7, 1)))
                .isTrue();
    }
}
