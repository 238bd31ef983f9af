package no.alisplass.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interface answers in the language it is asked in: refusals, remarks, warnings and the words of policies. */
@QuarkusTest
class SpokenIT {
    private static final String ROUND = "spoken-2080";

    @Inject
    Users users;

    private FrontDesk desk;

    @BeforeEach
    void prepare() throws IOException {
        desk = new FrontDesk(users);
        desk.loadReferenceData();
    }

    @Test
    void policies_are_told_in_the_language_asked_for() {
        desk.coordinator()
                .header("Accept-Language", "en")
                .get("/api/v1/policies/ahus-2020/1")
                .then()
                .header("Content-Language", equalTo("en"))
                .body("title", equalTo("Ahus 2020 – affiliation before seniority"))
                .body("criteria.source", hasItem("The Ahus report of 2020, section 7.3.1.1, criterion 1"));
        desk.coordinator()
                .header("Accept-Language", "nn-NO, en;q=0.5")
                .get("/api/v1/policies/ahus-2020/1")
                .then()
                .body("title", equalTo("Ahus 2020 – tilknyting før ansiennitet"));
        desk.coordinator()
                .get("/api/v1/policies/ahus-2020/1")
                .then()
                .body("title", equalTo("Ahus 2020 – tilknytning før ansiennitet"));
    }

    @Test
    void warnings_and_remarks_are_told_in_the_language_asked_for() {
        desk.coordinator()
                .header("Accept-Language", "en")
                .body("{\"id\":\"" + ROUND
                        + "\",\"hospital\":\"ahus\",\"title\":\" Vår\\u00a02099 \",\"halfYears\":[\"2099-V\"],"
                        + "\"policyId\":\"ahus-2020\",\"deadline\":\"15. desember 2098\"}")
                .post("/api/v1/rounds")
                .then()
                .statusCode(201)
                .body("title", equalTo("Vår 2099"))
                .body("deadline", equalTo("2098-12-15"))
                .body("warnings.message", hasItem(containsString("seats")));
        desk.coordinator()
                .body("{}")
                .post("/api/v1/rounds/" + ROUND + "/open")
                .then()
                .statusCode(200);
        desk.municipality("3222")
                .header("Accept-Language", "en")
                .contentType("multipart/form-data")
                .multiPart("file", "liste.csv", "a;b\r\n1;2\r\n".getBytes(StandardCharsets.UTF_8))
                .post(FrontDesk.list(ROUND, "3222") + "/import")
                .then()
                .header("Content-Language", equalTo("en"))
                .body(containsString("column"));
    }

    @Test
    void what_is_left_out_is_missing_and_what_is_no_number_is_told_as_that() {
        desk.open("""
                {"id": "mangler-2097", "hospital": "ahus", "title": "Det som mangler", "halfYears": ["2097-V"],
                 "policyId": "ahus-2020", "deadline": "2096-12-15"}
                """);
        String list = FrontDesk.list("mangler-2097", "3222");
        String entry =
                "{\"name\":\"Kari\",\"hprNumber\":%s,\"scheme\":\"NEW\",\"statedService\":30,\"statedOpenPractice\":24,"
                        + "%s\"supervision\":\"BEGUN\",\"monthsLeft\":6}";
        desk.municipality("3222")
                .header("If-Match", "\"0\"")
                .body(entry.formatted("\"990400001\"", ""))
                .post(list + "/entries")
                .then()
                .statusCode(422)
                .body("errors.field", contains("entries[0].priority", "entries[0].objectives", "entries[0].activities"))
                .body("errors[1].code", equalTo("waitlist.missing"))
                .body("errors[1].message", equalTo("«objectives» mangler. Fyll det ut."));
        desk.municipality("3222")
                .header("If-Match", "\"0\"")
                .body(entry.formatted("990400001.5", "\"priority\":1,\"objectives\":70,\"activities\":8,"))
                .post(list + "/entries")
                .then()
                .statusCode(422)
                .body("errors.code", contains("waitlist.hpr-number-form"))
                .body("errors.value", contains("990400001.5"));
        desk.municipality("3222")
                .header("If-Match", "\"0\"")
                .body(entry.formatted("990400001.0", "\"priority\":1,\"objectives\":70,\"activities\":8,"))
                .post(list + "/entries")
                .then()
                .statusCode(200);
    }

    @Test
    void one_logs_in_with_a_name_as_one_types_it_and_never_breaks_the_door() {
        desk.coordinator();
        for (String name : new String[] {"Desk-Koordinator", " desk-koordinator ", "DESK-KOORDINATOR\u00a0"}) {
            login(name).statusCode(200).body("name", equalTo("desk-koordinator"));
        }
        for (String name : new String[] {"desk\u0000koordinator", "\u202edesk", "x".repeat(500), "", "\u200b"}) {
            // Or told to wait, where other tests have guessed from this address.
            login(name).statusCode(oneOf(401, 429));
        }
    }

    private static ValidatableResponse login(String name) {
        byte[] pair = (name + ":" + FrontDesk.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return RestAssured.given()
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .get("/api/v1/me")
                .then();
    }

    @Test
    void what_stands_in_an_address_is_told_by_its_name() {
        desk.coordinator()
                .get("/api/v1/rounds?page=to")
                .then()
                .statusCode(422)
                .body("errors.field", contains("page"))
                .body("errors.message", contains("«to» er ikke et helt tall. Skriv for eksempel 12."));
        desk.coordinator()
                .get("/api/v1/areas?on=2027-02-30")
                .then()
                .statusCode(422)
                .body("errors.message", contains("Februar 2027 har 28 dager."));
        desk.coordinator()
                .get("/api/v1/rounds?state=ÅPEN")
                .then()
                .statusCode(422)
                .body("errors.message", contains(containsString("OPEN")));
    }
}
