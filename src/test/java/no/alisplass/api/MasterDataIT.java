package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import no.alisplass.SettableClock;
import no.alisplass.platform.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hospitals, positions, seats, vacancies and areas through the front door. Each test has its own hospital. */
@QuarkusTest
class MasterDataIT {
    private static int count;

    private final String id = "hospital-" + ++count;
    private final String hospital = "/api/v1/hospitals/" + id;
    private final String number = NUMBERS[count];

    /** Numbers with the right check digit. */
    private static final String[] NUMBERS = numbers();

    @Inject
    SettableClock clock;

    @BeforeEach
    void inJanuary() {
        clock.set(LocalDate.of(2027, 1, 10));
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void a_change_names_the_version_it_edits() {
        put(hospital, document("hud", "onh"), null).statusCode(200).header("ETag", "\"0\"");
        put(hospital, document("hud", "onh"), null).statusCode(200).header("ETag", "\"0\"");
        put(hospital, document("hud"), null)
                .statusCode(428)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:alisplass:problem:version-missing"))
                .body("status", equalTo(428))
                .body("errors.code", contains("capacity.version-missing"))
                .body("errors[0].message", containsString("If-Match \"0\""));
        String next = put(hospital, document("hud"), "\"0\"")
                .statusCode(200)
                .extract()
                .header("ETag");
        put(hospital, document("hud", "lunge"), "\"0\"")
                .statusCode(412)
                .body("type", equalTo("urn:alisplass:problem:changed-by-others"))
                .body("errors.code", contains("capacity.changed-meanwhile"));
        put(hospital, document("hud", "lunge"), next).statusCode(200);
        put(hospital, document("hud", "lunge"), "tull").statusCode(422).body("errors.code", contains("api.if-match"));
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void all_faults_of_a_document_are_told_at_once() {
        put(hospital, document("hud", "hud").replace(number, "123456789"), null)
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("capacity.organisation-number", "capacity.department-twice"))
                .body("errors.field", containsInAnyOrder("organisationNumber", "divisions[0].departments[1].id"))
                .body("errors.message", notNullValue());
        given().get(hospital).then().statusCode(404).body("errors.code", contains("capacity.hospital-unknown"));
        put(hospital, document("Hud!"), null)
                .statusCode(422)
                .body("errors.field", contains("divisions[0].departments[0].id"));
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void a_department_in_use_cannot_vanish_and_the_use_is_named() {
        put(hospital, document("hud", "onh"), null).statusCode(200);
        put(
                        hospital + "/positions/" + id + "-p1",
                        "{\"parts\":[{\"department\":\"" + id + "-hud\",\"months\":6}]}",
                        null)
                .statusCode(200);
        put(hospital, document("onh"), "\"0\"")
                .statusCode(409)
                .body("errors.code", contains("capacity.department-in-use"))
                .body("errors[0].message", containsString(id + "-p1"));
        given().get(hospital).then().header("ETag", "\"0\"").body("divisions[0].departments.id", hasSize(2));
        put(hospital, document("hud"), "\"0\"")
                .statusCode(200)
                .body("divisions[0].departments.id", contains(id + "-hud"));
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void departments_and_numbers_belong_to_one_hospital() {
        put(hospital, document("hud"), null).statusCode(200);
        put(hospital + "-b", document("hud"), null)
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder("capacity.organisation-number-taken", "capacity.department-elsewhere"));
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void departments_move_between_divisions_and_divisions_are_renamed() {
        put(hospital, document("hud", "onh"), null).statusCode(200);
        put(hospital, document("hud", "onh").replace("Medisinsk", "Kirurgisk"), "\"0\"")
                .statusCode(200)
                .body("divisions.name", contains("Kirurgisk"))
                .body("divisions[0].departments.id", contains(id + "-hud", id + "-onh"));
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void positions_and_seats_are_set_and_changed() {
        put(hospital, document("hud", "onh"), null).statusCode(200);
        String position = hospital + "/positions/" + id + "-delt";
        String shared = "{\"parts\":[{\"department\":\"" + id + "-hud\",\"months\":3},{\"department\":\"" + id
                + "-onh\",\"months\":3}]}";
        put(position, shared.replace("3}]", "4}]").replace("months\":3", "months\":2"), null)
                .statusCode(422)
                .body("errors.code", contains("capacity.part-too-short"));
        put(position, shared, null).statusCode(200).header("ETag", "\"0\"").body("parts.months", contains(3, 3));
        put(position + "/seats/2027-V", "{\"seats\":2}", null).statusCode(200).body("seats", equalTo(2));
        put(position + "/seats/2027-V", "{\"seats\":1}", null).statusCode(428);
        put(position + "/seats/2027-V", "{\"seats\":1}", "\"0\"")
                .statusCode(200)
                .header("ETag", "\"1\"");
        put(position + "/seats/2027-V", "{\"seats\":51}", "\"1\"").statusCode(422);
        put(position + "/seats/2027-X", "{\"seats\":1}", null).statusCode(422);
        put(hospital + "/positions/ukjent/seats/2027-V", "{\"seats\":1}", null)
                .statusCode(404)
                .body("errors.code", contains("capacity.position-unknown"));
        given().get(hospital + "/positions?from=2027-V&to=2027-H")
                .then()
                .body("[0].seats.seats", contains(1, 0))
                .body("[0].seats.version", contains(1, null));
        given().get(hospital + "/positions?from=2027-H&to=2027-V")
                .then()
                .statusCode(422)
                .body("errors.code", contains("capacity.half-years"));
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void a_vacancy_is_reported_extended_withdrawn_and_opened_again() {
        put(hospital, document("hud"), null).statusCode(200);
        String place = given().contentType("application/json")
                .body(vacancy("2027-02-01", "2027-06-30"))
                .post(hospital + "/vacancies")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("state", equalTo("OPEN"))
                .extract()
                .header("Location");
        patch(place, "{\"to\":\"2027-08-31\"}", "\"0\"").statusCode(200).body("to", equalTo("2027-08-31"));
        patch(place, "{\"state\":\"WITHDRAWN\"}", "\"0\"").statusCode(412);
        patch(place, "{\"state\":\"WITHDRAWN\"}", "\"1\"").statusCode(200);
        patch(place, "{\"state\":\"FILLED\"}", "\"2\"")
                .statusCode(409)
                .body("errors.code", contains("capacity.vacancy-state"));
        given().get(hospital + "/vacancies?state=OPEN").then().body("$", empty());
        patch(place, "{\"state\":\"OPEN\"}", "\"2\"").statusCode(200);
        given().get(hospital + "/vacancies?state=OPEN").then().body("$", hasSize(1));
        given().contentType("application/json")
                .body(vacancy("2026-02-01", "2026-06-30"))
                .post(hospital + "/vacancies")
                .then()
                .statusCode(422)
                .body("errors.code", contains("capacity.vacancy-is-over"));
    }

    @Test
    @TestSecurity(
            user = "avdeling",
            roles = Roles.DEPARTMENT,
            attributes = @SecurityAttribute(key = "hospital", value = "ahus"))
    void a_department_reaches_its_own_hospital_only_and_changes_no_master_data() {
        given().get("/api/v1/hospitals/ous").then().statusCode(404);
        given().get("/api/v1/hospitals/ous/positions?from=2027-V&to=2027-V")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(vacancy("2027-02-01", "2027-06-30"))
                .post("/api/v1/hospitals/ous/vacancies")
                .then()
                .statusCode(404);
        put(hospital, document("hud"), null).statusCode(403);
        put("/api/v1/hospitals/ahus/positions/p1/seats/2027-V", "{\"seats\":1}", null)
                .statusCode(403);
        put("/api/v1/areas/3222", "{\"name\":\"Lørenskog\",\"kind\":\"MUNICIPALITY\"}", null)
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"hospitals", "areas"})
    void nobody_reads_without_logging_in(String what) {
        given().get("/api/v1/" + what).then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "ola", roles = Roles.MUNICIPALITY)
    void a_municipality_reads_but_changes_nothing() {
        given().get("/api/v1/hospitals").then().statusCode(200);
        given().get("/api/v1/areas").then().statusCode(200);
        put(hospital, document("hud"), null).statusCode(403);
        given().contentType("application/json")
                .body(vacancy("2027-02-01", "2027-06-30"))
                .post(hospital + "/vacancies")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void an_agreement_is_entered_changed_and_told_of_for_a_day() {
        put(hospital, document("hud"), null).statusCode(200);
        String area = "/api/v1/areas/4681";
        put(area, "{\"name\":\"Avtalebygd\",\"kind\":\"MUNICIPALITY\"}", null).statusCode(200);
        String agreement = hospital + "/agreements/4681";
        String signed = "{\"signedOn\":\"2026-06-05\",\"from\":\"2026-07-01\",\"to\":\"2027-06-30\","
                + "\"reference\":\" 23/01234-5 \",\"registeredSince\":\"2022-01-01\"}";
        put(agreement, signed, "\"0\"").statusCode(422).body("errors.code", contains("catchment.agreement-outside"));
        put(area + "/memberships", "{\"memberships\":[{\"hospital\":\"" + id + "\",\"from\":\"2020-01-01\"}]}", "\"0\"")
                .statusCode(200);
        given().get(agreement).then().statusCode(200).header("ETag", "\"0\"").body("state", equalTo("NONE"));
        put(agreement, signed, null)
                .statusCode(428)
                .body("errors.code", contains("catchment.agreement-version-missing"));
        put(agreement, signed, "\"0\"")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("HOLDS"))
                .body("reference", equalTo("23/01234-5"))
                .body("registered", equalTo(true));
        put(agreement, signed, "\"0\"").statusCode(200).header("ETag", "\"1\"");
        put(agreement, "{}", "\"0\"")
                .statusCode(412)
                .body("errors.code", contains("catchment.agreement-changed-meanwhile"))
                .body("errors[0].message", containsString("Avtalebygd"));
        put(agreement, "{\"from\":\"2026-07-01\"}", "\"1\"")
                .statusCode(422)
                .body("errors.code", contains("catchment.agreement-unsigned"))
                .body("errors.field", contains("signedOn"));
        given().get(hospital + "/agreements?on=2027-07-01")
                .then()
                .statusCode(200)
                .body("area", contains("4681"))
                .body("state", contains("ENDED"));
        given().get(hospital + "/agreements/4699999").then().statusCode(404);
        given().get("/api/v1/hospitals/finnes-ikke/agreements").then().statusCode(404);
        put(agreement, "{}", "\"1\"")
                .statusCode(200)
                .body("state", equalTo("NONE"))
                .body("registered", equalTo(false));
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void an_area_keeps_its_periods_apart() {
        put(hospital, document("hud"), null).statusCode(200);
        String area = "/api/v1/areas/" + (4700 + count);
        put(area + "/shortages", "{\"shortages\":[]}", null).statusCode(404);
        put(area, "{\"name\":\"Prøve\",\"kind\":\"DISTRICT\"}", null)
                .statusCode(422)
                .body("errors.code", contains("catchment.kind-misfits-code"));
        put(area, "{\"name\":\"Prøve\",\"kind\":\"MUNICIPALITY\"}", null).statusCode(200);
        String one = "{\"hospital\":\"" + id + "\",\"from\":\"2020-01-01\",\"to\":\"2025-12-31\"}";
        String other = "{\"hospital\":\"" + id + "\",\"service\":\"PSYCHIATRY\",\"from\":\"2025-12-31\"}";
        put(area + "/memberships", "{\"memberships\":[" + one + "," + other + "]}", "\"0\"")
                .statusCode(422)
                .body("errors.code", contains("catchment.memberships-overlap"))
                .body("errors.field", contains("memberships[1].from"));
        put(area + "/memberships", "{\"memberships\":[" + one.replace(id, "ukjent") + "]}", "\"0\"")
                .statusCode(422)
                .body("errors.code", contains("catchment.hospital-unknown"));
        put(area + "/memberships", "{\"memberships\":[" + one + "]}", null).statusCode(428);
        String next = put(area + "/memberships", "{\"memberships\":[" + one + "]}", "\"0\"")
                .statusCode(200)
                .extract()
                .header("ETag");
        put(area + "/shortages", "{\"shortages\":[{\"from\":\"2024-01-01\",\"source\":\"Melding\"}]}", "\"0\"")
                .statusCode(412)
                .body("errors.code", contains("catchment.changed-meanwhile"));
        put(area + "/shortages", "{\"shortages\":[{\"from\":\"2024-01-01\",\"source\":\"Melding\"}]}", next)
                .statusCode(200)
                .body("shortOfSpecialists", equalTo(true))
                .body("memberships", hasSize(1));
        put(area + "/shortages", "{\"shortages\":[{\"from\":\"1024-01-01\",\"source\":\"Melding\"}]}", next)
                .statusCode(400)
                .body("errors.code", contains("text.date-year"));
        put(area + "/shortages", "{\"shortages\":[{\"from\":\"1924-01-01\",\"source\":\"Melding\"}]}", next)
                .statusCode(422)
                .body("errors.code", contains("api.day"));
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void a_list_of_areas_is_taken_whole_or_not_at_all() {
        int code = 4800 + count;
        String good = "{\"code\":\"" + code
                + "\",\"name\":\"God\",\"kind\":\"MUNICIPALITY\",\"memberships\":[],\"shortages\":[]}";
        String bad = good.replace("MUNICIPALITY", "DISTRICT").replace(String.valueOf(code), String.valueOf(code + 50));
        put("/api/v1/areas", "{\"areas\":[" + good + "," + bad + "]}", null)
                .statusCode(422)
                .body("errors.field", contains("areas[1].kind"));
        given().get("/api/v1/areas/" + code).then().statusCode(404);
        put("/api/v1/areas", "{\"areas\":[" + good + "]}", null).statusCode(200);
        given().get("/api/v1/areas/" + code).then().statusCode(200);
    }

    private ValidatableResponse put(String address, String body, String ifMatch) {
        var request = given().contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(address)
                .then();
    }

    private ValidatableResponse patch(String address, String body, String ifMatch) {
        return given().contentType("application/json")
                .body(body)
                .header("If-Match", ifMatch)
                .patch(address)
                .then();
    }

    private String document(String... departments) {
        StringBuilder list = new StringBuilder();
        for (String department : departments) {
            list.append(list.isEmpty() ? "" : ",")
                    .append("{\"id\":\"" + id + "-" + department + "\",\"name\":\"Avdeling\",\"onCall\":true}");
        }
        return "{\"organisationNumber\":\"" + number + "\",\"name\":\"Sykehus\",\"divisions\":[{\"name\":\"Medisinsk\","
                + "\"service\":\"SOMATIC\",\"departments\":[" + list + "]}]}";
    }

    private String vacancy(String from, String to) {
        return "{\"department\":\"" + id + "-hud\",\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"onCall\":false}";
    }

    private static String[] numbers() {
        int[] weights = {3, 2, 7, 6, 5, 4, 3, 2};
        return java.util.stream.IntStream.range(81000000, 81000100)
                .mapToObj(Integer::toString)
                .flatMap(stem -> {
                    int sum = 0;
                    for (int at = 0; at < 8; at++) {
                        sum += weights[at] * (stem.charAt(at) - '0');
                    }
                    int check = (11 - sum % 11) % 11;
                    return check == 10 ? java.util.stream.Stream.empty() : java.util.stream.Stream.of(stem + check);
                })
                .toArray(String[]::new);
    }
}
