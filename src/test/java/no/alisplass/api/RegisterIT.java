package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.alisplass.SettableClock;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Division;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.AreaKind;
import no.alisplass.catchment.Catchment;
import no.alisplass.catchment.Membership;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Service;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.platform.login.Sessions;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.look.LookDoor;
import no.alisplass.register.look.OwnRecords;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.Rounds;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register through the front door: kept all year, never older than the lists, and out of others' reach. */
@QuarkusTest
class RegisterIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final AtomicInteger NUMBER = new AtomicInteger(820_000);
    private static final AtomicInteger YEAR = new AtomicInteger(2040);
    private static final String FACTS = """
            {"name": "%s", "affiliation": "PERMANENT", "affiliationFrom": "2024-01-01", "scheme": "NEW",
             "statedService": 30.5, "statedOpenPractice": 24, "statedOn": "2026-01-01", "statedShare": 100,
             "objectives": 70, "activities": 8, "supervision": "BEGUN", "monthsLeft": 4, "onCall": "PREFERABLY_WITHOUT",
             "stays": [{"elsewhere": "Sykehjemmet", "from": "2025-01-01", "to": "2025-02-28", "months": 2}],
             "wishes": {"ranked": [["rg-geriatri"]], "weight": "START"}}""";
    private static final String ENTRY = """
            {"priority": %d, "name": "%s", "hprNumber": "%s", "affiliation": "PERMANENT", "scheme": "NEW",
             "statedService": 30.5, "statedOpenPractice": 24, "statedOn": "2026-01-01", "statedShare": 0,
             "objectives": %d, "activities": 8, "supervision": "BEGUN", "monthsLeft": 6}""";

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    @Inject
    RegisterLists lists;

    @Inject
    LookDoor door;

    @Inject
    OwnRecords own;

    @Inject
    DataSource database;

    @Inject
    EntityManagerFactory factory;

    @Inject
    SettableClock clock;

    @BeforeEach
    void two_hospitals_and_their_areas() {
        clock.set(TODAY);
        if (capacity.hospital(new HospitalId("rg")).isPresent()) {
            return;
        }
        hospital("rg", "974600005");
        hospital("rg-nabo", "974600013");
        area("9201", "rg");
        area("9202", "rg");
        area("9203", "rg-nabo");
        area("9204", "rg");
        area("9205", "rg");
        users.create(User.of("rg-k", "K", Roles.COORDINATOR).in(new HospitalId("rg")), PASSWORD);
        users.create(User.of("rg-nabo-k", "K", Roles.COORDINATOR).in(new HospitalId("rg-nabo")), PASSWORD);
        users.create(User.of("rg-p", "P", Roles.PLANNER).in(new HospitalId("rg")), PASSWORD);
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private void hospital(String id, String number) {
        done(capacity.put(
                new Hospital(
                        new HospitalId(id),
                        number,
                        "Sykehuset " + id,
                        List.of(new Division(
                                "Medisin",
                                Service.SOMATIC,
                                List.of(new Department(
                                        new DepartmentId(id + "-geriatri"), "Geriatrisk avdeling " + id, true))))),
                null));
    }

    private void area(String code, String hospital) {
        AreaCode area = new AreaCode(code);
        HospitalId serving = new HospitalId(hospital);
        done(catchment.put(new Area(area, "Kommune " + code, AreaKind.MUNICIPALITY), null));
        done(catchment.putMemberships(
                area, List.of(new Membership(serving, null, LocalDate.of(2020, 1, 1), null)), serving::equals, 0L));
        users.create(User.of("rg-" + code, code, Roles.MUNICIPALITY).in(area), PASSWORD);
    }

    @Test
    void a_doctor_is_registered_changed_confirmed_closed_and_opened_again() throws Exception {
        String hpr = hpr();
        put("9201", hpr, "", facts("Kari Nordmann"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("area", equalTo("9201"))
                .body("facts.onCall", equalTo("PREFERABLY_WITHOUT"))
                .body("facts.stays[0].known", equalTo("STATED"))
                .body("confirmedOn", equalTo("2026-11-02"))
                .body("confirmedBy", equalTo("rg-9201"))
                .body("affiliations[0].from", equalTo("2024-01-01"))
                .body("remarks", hasSize(0));
        Response known = get("rg-9201", "9201", hpr);
        known.then().statusCode(200).header("ETag", "\"1\"");
        String same = new ObjectMapper().writeValueAsString(known.path("facts"));
        put("9201", hpr, "", same).statusCode(200).header("ETag", "\"1\"");
        String locum = facts("Kari Nordmann")
                .replace(
                        "\"PERMANENT\", \"affiliationFrom\": \"2024-01-01\"",
                        "\"LOCUM\", \"affiliationFrom\": \"2026-06-01\", \"affiliationTo\": \"2027-05-31\"")
                .replace("\"objectives\": 70", "\"objectives\": 75");
        put("9201", hpr, "", locum).statusCode(428).body("errors[0].code", equalTo("register.version-missing"));
        put("9201", hpr, "7", locum).statusCode(412).body("errors[0].code", equalTo("register.changed-meanwhile"));
        put("9201", hpr, "1", locum)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("affiliations.kind", contains("PERMANENT", "LOCUM"))
                .body("affiliations[0].to", equalTo("2026-05-31"))
                .body("confirmedOn", equalTo("2026-11-02"));
        clock.set(TODAY.plusDays(9));
        post("9201", hpr, "1", "/confirmation", null).statusCode(412);
        post("9201", hpr, "2", "/confirmation", null).statusCode(200).body("confirmedOn", equalTo("2026-11-11"));
        post("9201", hpr, "3", "/closing", "{\"reason\": \"FINISHED\", \"on\": \"2026-11-12\"}")
                .statusCode(422)
                .body("errors[0].message", containsString("12. november 2026"));
        post("9201", hpr, "3", "/closing", "{\"reason\": \"MOVED\", \"on\": \"2026-11-10\"}")
                .statusCode(200)
                .body("closedReason", equalTo("MOVED"))
                .body("affiliations[1].to", equalTo("2026-11-10"));
        put("9201", hpr, "4", facts("Kari Nordmann"))
                .statusCode(409)
                .body("errors[0].message", containsString("10. november 2026 (har flyttet"));
        put("9201", hpr, "4", locum).statusCode(409).body("errors[0].code", equalTo("register.is-closed"));
        post("9201", hpr, "4", "/confirmation", null).statusCode(409);
        post("9201", hpr, "4", "/reopening", null)
                .statusCode(200)
                .body("closedOn", nullValue())
                .body("affiliations[1].to", equalTo("2027-05-31"));
        as("rg-9201", "")
                .get(path("9201", hpr) + "/history")
                .then()
                .statusCode(200)
                .header("X-Total-Count", "5")
                .body("what", contains("REOPENED", "CLOSED", "CONFIRMED", "CHANGED", "REGISTERED"))
                .body("[3].by", equalTo("rg-9201"))
                .body("[3].fields.field", hasItem("affiliationTo"))
                .body("[3].fields.find { it.field == 'objectives' }.before", equalTo(70))
                .body("[3].fields.find { it.field == 'objectives' }.after", equalTo(75))
                .body("[3].fields.field", not(hasItem("name")))
                .body("[4].fields.find { it.field == 'wishes.weight' }.after", equalTo("START"))
                .body("[4].fields.before", hasItem(nullValue()));
        as("rg-9201", "")
                .get(path("9201", hpr) + "/history?size=2&page=1")
                .then()
                .body("version", contains(3, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"objectives\": 70 | \"objectives\": 113 | objectives | waitlist.number-out-of-bounds",
                "\"rg-geriatri\" | \"rg-nabo-geriatri\" | wishes.ranked[0] | waitlist.department-unknown",
                "\"to\": \"2025-02-28\" | \"to\": \"2024-12-31\" | stays[0].to | waitlist.dates-reversed",
                "\"monthsLeft\": 4 | \"monthsLeft\": 7 | monthsLeft | waitlist.months-left-too-many"
            })
    void what_is_wrong_is_refused_at_its_field(String was, String is, String field, String code) {
        put("9201", hpr(), "", facts("Kari Nordmann").replace(was, is))
                .statusCode(422)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].code", containsString(code));
    }

    @Test
    void of_a_doctor_whom_another_area_has_it_is_told_that_the_number_is_taken_and_no_more() throws SQLException {
        String hpr = hpr();
        put("9202", hpr, "", facts("Hemmelig Navn")).statusCode(200);
        String refused = put("9201", hpr, "1", facts("Kari Nordmann"))
                .statusCode(409)
                .body("errors", hasSize(1))
                .body("errors[0].code", equalTo("register.held-elsewhere"))
                .extract()
                .asString();
        assertThat(refused).doesNotContain("9202", "Hemmelig");
        String nobodys = hpr();
        for (String inner : List.of("", "/history")) {
            assertThat(as("rg-9201", "")
                            .get(path("9201", hpr) + inner)
                            .then()
                            .statusCode(404)
                            .extract()
                            .asString())
                    .isEqualTo(as("rg-9201", "")
                            .get(path("9201", nobodys) + inner)
                            .then()
                            .statusCode(404)
                            .extract()
                            .asString()
                            .replace(nobodys, hpr));
        }
        for (String act : List.of("/confirmation", "/reopening")) {
            post("9201", hpr, "1", act, null).statusCode(404);
        }
        post("9201", hpr, "1", "/closing", "{\"reason\": \"FINISHED\", \"on\": \"2026-11-01\"}")
                .statusCode(404);
        // Another area's register is as none, also to the coordinator of another hospital.
        for (String who : List.of("rg-9201", "rg-nabo-k")) {
            for (String address : List.of("", "/" + hpr, "/" + hpr + "/history")) {
                assertThat(as(who, "")
                                .get("/api/v1/areas/9202/doctors" + address)
                                .then()
                                .statusCode(404)
                                .extract()
                                .asString())
                        .isEqualTo(as(who, "")
                                .get("/api/v1/areas/9299/doctors" + address)
                                .asString()
                                .replace("9299", "9202"));
            }
        }
        as("rg-9201", "1")
                .contentType("application/json")
                .body(facts("X"))
                .put(path("9202", hpr))
                .then()
                .statusCode(404);
        get("rg-k", "9202", hpr).then().statusCode(200);
        as("rg-k", "")
                .contentType("application/json")
                .body(facts("X"))
                .put(path("9202", hpr))
                .then()
                .statusCode(403);
        assertThat(ask("SELECT version FROM registered_doctor WHERE hpr = " + hpr))
                .containsExactly("1");
    }

    @Test
    void a_link_opens_once_on_one_device_and_dies_with_whatever_ends_it() throws SQLException {
        String hpr = hpr();
        put("9201", hpr, "", facts("Solveig Ser")).statusCode(200);
        String looks = path("9201", hpr) + "/looks";
        String first = link(looks);
        String second = link(looks);
        as("rg-9201", "")
                .get(looks)
                .then()
                .body("state", contains("WAITS", "REPLACED"))
                .header("X-Total-Count", "2");
        String dead = shut(first);
        Response opened = open(second, null);
        opened.then().statusCode(303).header("Location", endsWith("/innsyn/mine"));
        String device = opened.cookie("alis-innsyn");
        assertThat(opened.getHeaders().getValues("Set-Cookie")).anySatisfy(set -> assertThat(set)
                .contains("alis-innsyn=", "Max-Age=7200", "Path=/innsyn;", "HTTPOnly", "SameSite=Strict"));
        Response mine = looking(device).get("/innsyn/mine");
        mine.then().statusCode(200).header("Cache-Control", containsString("no-store"));
        assertThat(mine.asString()).contains("Solveig Ser").doesNotContain("rg-9201", "Logg ut");
        // Again on the device that opened it, it leads to what it opened; anywhere else it is as any that opens
        // nothing.
        open(second, device).then().statusCode(303);
        assertThat(shut(second)).isEqualTo(dead);
        assertThat(shut("ikke-en-nokkel")).isEqualTo(dead);
        looking("x".repeat(43))
                .get("/innsyn/mine")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/innsyn?over=ja"));
        // Who had logged in is sent to do it again, and comes back to what was typed.
        looking(null)
                .cookie(Sessions.COOKIE, "utlopt")
                .get("/innsyn/mine")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/logg-inn?til=%2Finnsyn%2Fmine&utlopt=ja"));
        // Nothing else is opened by it, whichever address it is shown at.
        looking(device).get("/kommune/leger").then().statusCode(303).header("Location", containsString("/logg-inn"));
        looking(device).get("/api/v1/me").then().statusCode(401);
        looking(device).get("/innsyn").then().statusCode(200);

        clock.set(TODAY.atTime(14, 1).atZone(OSLO).toInstant());
        looking(device).get("/innsyn/mine").then().statusCode(303);
        assertThat(shut(second)).isEqualTo(dead);

        String third = link(looks);
        String withdrawn = as("rg-9201", "").get(looks).path("[0].id").toString();
        as("rg-9201", "").delete(looks + "/" + withdrawn).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(shut(third)).isEqualTo(dead);
        String fourth = link(looks);
        String shown = open(fourth, null).cookie("alis-innsyn");
        post("9201", hpr, "1", "/closing", "{\"reason\": \"FINISHED\", \"on\": \"2026-11-01\"}")
                .statusCode(200);
        looking(shown).get("/innsyn/mine").then().statusCode(303);
        as("rg-9201", "").post(looks).then().statusCode(409).body("errors[0].code", equalTo("register.look-closed"));
        post("9201", hpr, "2", "/reopening", null).statusCode(200);
        looking(shown).get("/innsyn/mine").then().statusCode(303);
        String fifth = link(looks);
        clock.set(TODAY.plusDays(7).atTime(14, 1).atZone(OSLO).toInstant());
        assertThat(shut(fifth)).isEqualTo(dead);

        String sixth = link(looks);
        as("rg-9202", "").put("/api/v1/areas/9202/moves/" + hpr).then().statusCode(200);
        as("rg-9201", "")
                .contentType("application/json")
                .body("{\"to\": \"9202\", \"on\": \"2026-11-01\"}")
                .post("/api/v1/areas/9201/moves/" + hpr + "/release")
                .then()
                .statusCode(200);
        assertThat(shut(sixth)).isEqualTo(dead);
        post("9202", hpr, "5", "/confirmation", null).statusCode(200);
        // The area that let go, and one that never had the doctor, learn nothing.
        for (String area : List.of("9201", "9203")) {
            as("rg-" + area, "").get(path(area, hpr) + "/looks").then().statusCode(404);
            as("rg-" + area, "").post(path(area, hpr) + "/looks").then().statusCode(404);
        }
        assertThat(ask("SELECT count(*) FROM look_link WHERE hpr = " + hpr + " AND (look_link::text LIKE '%" + sixth
                        + "%' OR look_link::text LIKE '%" + device + "%')"))
                .containsExactly("0");
        String opener =
                ask("SELECT who FROM audit_log WHERE what = 'register.look-opened' AND after ->> 'hprNumber' = '" + hpr
                                + "' ORDER BY id LIMIT 1")
                        .get(0);
        assertThat(opener).matches("look:[0-9]+");
        assertThat(ask("SELECT DISTINCT subject FROM persons_read WHERE kind = 'own-record' AND who = '" + opener
                        + "'"))
                .containsExactly("register/9201");
    }

    @Test
    void what_a_doctor_says_is_a_task_of_the_area_that_holds_the_doctor() {
        String hpr = hpr();
        put("9202", hpr, "", facts("Solveig Sier")).statusCode(200);
        String device = open(link(path("9202", hpr) + "/looks"), null).cookie("alis-innsyn");
        says(device, Map.of("svar", "feil", "version", "1", "wrong", "Jeg var sykmeldt"))
                .then()
                .statusCode(422);
        says(device, Map.of("svar", "stemmer", "version", "1")).then().statusCode(303);
        // Neither answer is about what the doctor was not shown, and what was typed is kept.
        for (Map<String, String> other : List.of(
                Map.of("version", "0", "area", "9202"),
                Map.of("version", "2", "area", "9202"),
                Map.of("version", "1", "area", "9201"))) {
            for (String answer : List.of("stemmer", "feil")) {
                Map<String, String> fields = new HashMap<>(other);
                fields.putAll(Map.of("svar", answer, "wrong", "Jeg har 72 mål"));
                Response refused = says(device, fields);
                refused.then().statusCode(409);
                assertThat(refused.asString()).contains("Opplysningene er endret siden du så dem.", "Jeg har 72 mål");
            }
        }
        says(device, Map.of("svar", "feil", "version", "1", "wrong", "Jeg har 71 mål"))
                .then()
                .statusCode(303);
        String tasks = "/api/v1/areas/9202/doctor-tasks";
        Response open = as("rg-9202", "").get(tasks + "?open=true");
        open.then()
                .body("hprNumber", contains(hpr))
                .body("wrong", contains("Jeg har 71 mål"))
                .body("name", contains("Solveig Sier"));
        String done = path("9202", hpr) + "/tasks/" + open.path("[0].id") + "/done";
        as("rg-9201", "").get(tasks).then().statusCode(404);
        as("rg-9201", "")
                .contentType("application/json")
                .body("{\"outcome\": \"STANDS\"}")
                .post(done.replace("9202", "9201"))
                .then()
                .statusCode(404);
        for (int times = 0; times < 2; times++) {
            as("rg-9202", "")
                    .contentType("application/json")
                    .body("{\"outcome\": \"STANDS\"}")
                    .post(done)
                    .then()
                    .statusCode(200)
                    .body("doneBy", equalTo("rg-9202"));
        }
        as("rg-9202", "")
                .contentType("application/json")
                .body("{\"outcome\": \"CHANGED\"}")
                .post(done)
                .then()
                .statusCode(409);
        as("rg-9202", "").get(tasks + "?open=true").then().body("", hasSize(0));
        as("rg-9202", "").get(tasks).then().body("outcome", contains("STANDS"));
        // Saying that it is right confirms nothing.
        get("rg-9202", "9202", hpr).then().header("ETag", "\"1\"");
        // A doctor says so much at a time, and no more.
        for (int times = 0; times < 10; times++) {
            says(device, Map.of("svar", "feil", "version", "1", "wrong", "Og " + times))
                    .then()
                    .statusCode(303);
        }
        says(device, Map.of("svar", "feil", "version", "1", "wrong", "Og mer"))
                .then()
                .statusCode(409);
        // Who has moved is the new area's, and what was said to the old one is not.
        as("rg-9201", "").put("/api/v1/areas/9201/moves/" + hpr).then().statusCode(200);
        as("rg-9202", "")
                .contentType("application/json")
                .body("{\"to\": \"9201\", \"on\": \"2026-11-01\"}")
                .post("/api/v1/areas/9202/moves/" + hpr + "/release")
                .then()
                .statusCode(200);
        post("9201", hpr, "3", "/confirmation", null).statusCode(200);
        as("rg-9202", "").get(tasks).then().body("hprNumber", not(hasItem(hpr)));
        as("rg-9201", "").get("/api/v1/areas/9201/doctor-tasks").then().body("hprNumber", not(hasItem(hpr)));
        says(device, Map.of("svar", "stemmer", "version", "1"))
                .then()
                .statusCode(303)
                .header("Location", containsString("over="));
    }

    @Test
    void keys_that_open_nothing_are_bounded_by_where_they_come_from() {
        String key = "k".repeat(43);
        for (int times = 0; times < 300; times++) {
            assertThat(door.open(key, null, "203.0.113.7")).isInstanceOf(LookDoor.Answer.Shut.class);
        }
        assertThat(door.open(key, null, "203.0.113.7")).isInstanceOf(LookDoor.Answer.HeldBack.class);
        assertThat(door.open(key, null, "203.0.113.8")).isInstanceOf(LookDoor.Answer.Shut.class);
    }

    private String link(String looks) {
        String link = as("rg-" + looks.split("/")[4], "")
                .post(looks)
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        return link.substring(link.indexOf("/innsyn#") + "/innsyn#".length());
    }

    private RequestSpecification looking(String device) {
        RequestSpecification browser = RestAssured.given()
                .redirects()
                .follow(false)
                .cookie("alis-csrf", "a-token-of-the-browser-of-this-test")
                .header("X-Csrf-Token", "a-token-of-the-browser-of-this-test");
        return device == null ? browser : browser.cookie("alis-innsyn", device);
    }

    private Response open(String key, String device) {
        return looking(device).formParam("nokkel", key).post("/innsyn");
    }

    /** What is answered where the key opens nothing. */
    private String shut(String key) {
        Response answer = open(key, null);
        answer.then().statusCode(404);
        assertThat(answer.cookie("alis-innsyn")).isNull();
        return answer.asString();
    }

    private Response says(String device, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(Map.of("area", "9202"));
        all.putAll(fields);
        return looking(device).formParams(all).post("/innsyn/mine");
    }

    @Test
    void a_register_is_listed_by_name_and_by_what_is_asked_for() {
        List<String> numbers = new ArrayList<>();
        for (String name : List.of("Åge Liste", "Øyvind Liste", "Ærlig Liste", "Zara Liste", "anne Liste")) {
            numbers.add(hpr());
            put("9202", numbers.get(numbers.size() - 1), "", facts(name)).statusCode(200);
        }
        put("9202", numbers.get(0), "1", facts("Åge Liste").replace("\"NEW\"", "\"OLD\""))
                .statusCode(200);
        put(
                        "9202",
                        numbers.get(1),
                        "1",
                        facts("Øyvind Liste").replace("\"weight\"", "\"earliestStart\": \"2028-V\", \"weight\""))
                .statusCode(200);
        put(
                        "9202",
                        numbers.get(2),
                        "1",
                        facts("Ærlig Liste").replace("\"weight\"", "\"blocked\": [\"2027-H\"], \"weight\""))
                .statusCode(200);
        put(
                        "9202",
                        numbers.get(3),
                        "1",
                        facts("Zara Liste").replace("\"monthsLeft\"", "\"interrupted\": true, \"monthsLeft\""))
                .statusCode(200);
        assertThat(listed(""))
                .containsSubsequence("anne Liste", "Zara Liste", "Ærlig Liste", "Øyvind Liste", "Åge Liste");
        assertThat(listed("?scheme=OLD")).containsExactly("Åge Liste");
        assertThat(listed("?interrupted=true")).containsExactly("Zara Liste");
        assertThat(listed("?interrupted=false")).contains("Åge Liste").doesNotContain("Zara Liste");
        assertThat(listed("?neededIn=2027-H")).contains("Åge Liste").doesNotContain("Ærlig Liste", "Øyvind Liste");
        assertThat(listed("?neededIn=2028-V")).contains("Ærlig Liste", "Øyvind Liste");
        post("9202", numbers.get(4), "1", "/closing", "{\"reason\": \"ENTERED_IN_ERROR\", \"on\": \"2026-11-01\"}")
                .statusCode(200);
        assertThat(listed("")).doesNotContain("anne Liste");
        assertThat(listed("?closed=true")).contains("anne Liste").doesNotContain("Zara Liste");
        as("rg-9202", "")
                .get("/api/v1/areas/9202/doctors?closed=kanskje")
                .then()
                .statusCode(422);
        as("rg-9202", "").get("/api/v1/areas/9202/doctors?scheme=ny").then().statusCode(422);
        // What is sought by in the room, where no address has a name in it.
        assertThat(sought("ÆRLIG")).containsExactly("Ærlig Liste");
        assertThat(sought(numbers.get(0))).containsExactly("Åge Liste");
        assertThat(sought("%")).isEmpty();

        ValidatableResponse waiting = as("rg-k", "")
                .get("/api/v1/hospitals/rg/doctors?size=500")
                .then()
                .statusCode(200)
                .body("facts.name", hasItem("Zara Liste"));
        int all = Integer.parseInt(waiting.extract().header("X-Total-Count"));
        as("rg-k", "")
                .get("/api/v1/hospitals/rg/doctors?area=9202&scheme=OLD")
                .then()
                .statusCode(200)
                .body("facts.name", contains("Åge Liste"));
        as("rg-k", "").get("/api/v1/hospitals/rg/doctors?area=9203").then().statusCode(404);
        as("rg-k", "").get("/api/v1/hospitals/rg-nabo/doctors").then().statusCode(404);
        as("rg-nabo-k", "")
                .get("/api/v1/hospitals/rg-nabo/doctors")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        Response counts = as("rg-p", "").get("/api/v1/hospitals/rg/doctors/counts");
        counts.then().statusCode(200).body("area", contains("9201", "9202", "9204", "9205"));
        assertThat(counts.jsonPath().<Integer>getList("waiting").stream()
                        .mapToInt(each -> each)
                        .sum())
                .isEqualTo(all);
        counts.then()
                .body("[1].oldScheme", equalTo(1))
                .body("[1].interrupted", equalTo(1))
                .body("[1].old", equalTo(0));
        as("rg-p", "").get("/api/v1/hospitals/rg/doctors").then().statusCode(403);
    }

    @Test
    void what_nobody_has_confirmed_for_half_a_year_is_old() {
        String hpr = hpr();
        put("9203", hpr, "", facts("Gammel Kjent").replace("rg-geriatri", "rg-nabo-geriatri"))
                .statusCode(200);
        clock.set(LocalDate.of(2027, 5, 2));
        get("rg-9203", "9203", hpr).then().body("remarks", hasSize(0));
        clock.set(LocalDate.of(2027, 5, 3));
        get("rg-9203", "9203", hpr)
                .then()
                .body("remarks.code", contains("register.old-information"))
                .body("remarks[0].message", containsString("2. november 2026"));
        as("rg-9203", "")
                .get("/api/v1/areas/9203/doctors?old=true")
                .then()
                .body("hprNumber", contains(hpr))
                .body("[0].remarks.code", contains("register.old-information"));
        as("rg-nabo-k", "")
                .get("/api/v1/hospitals/rg-nabo/doctors/counts")
                .then()
                .body("[0].old", equalTo(1));
        post("9203", hpr, "1", "/confirmation", null).statusCode(200).body("remarks", hasSize(0));
        as("rg-9203", "").get("/api/v1/areas/9203/doctors?old=true").then().body("", hasSize(0));
        post("9203", hpr, "2", "/closing", "{\"reason\": \"FINISHED\", \"on\": \"2027-05-03\"}")
                .statusCode(200);
    }

    @Test
    void a_number_is_registered_by_one_of_two_who_do_so_at_once() throws Exception {
        for (int time = 0; time < 5; time++) {
            String hpr = hpr();
            List<CompletableFuture<Integer>> both = java.util.stream.Stream.of("9201", "9202")
                    .map(area -> CompletableFuture.supplyAsync(() ->
                            put(area, hpr, "", facts("Samtidig")).extract().statusCode()))
                    .toList();
            assertThat(Set.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void what_is_written_on_a_list_is_in_the_register_and_what_is_taken_off_it_stays() throws SQLException {
        int acts = acts().size();
        String round = openRound();
        String mine = hpr();
        String others = hpr();
        put("9202", others, "", facts("Hos naboen")).statusCode(200);
        as("rg-9201", "0")
                .contentType("application/json")
                .body("{\"entries\": [" + entry(1, "Kari Liste", mine, 70) + "," + entry(2, "Hos meg", others, 70)
                        + "]}")
                .put(address(round))
                .then()
                .statusCode(422)
                .body("errors.code", contains("waitlist.held-elsewhere"))
                .body("errors.field", contains("entries[1].hprNumber"));
        get("rg-9201", "9201", mine).then().statusCode(404);
        list(round, "0", entry(1, "Kari Liste", mine, 70));
        get("rg-9201", "9201", mine)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("facts.objectives", equalTo(70));
        get("rg-9202", "9202", others).then().header("ETag", "\"1\"").body("facts.name", equalTo("Hos naboen"));
        // What the register is told stands on the draft at once, which is another version then.
        String known = facts("Kari Liste").replace("\"objectives\": 70", "\"objectives\": 80");
        put("9201", mine, "1", known).statusCode(200);
        as("rg-9201", "").get(address(round)).then().header("ETag", "\"2\"").body("entries.objectives", contains(80));
        as("rg-9201", "1").post(address(round) + "/submissions").then().statusCode(412);
        list(round, "2", entry(1, "Kari Liste", mine, 90));
        get("rg-9201", "9201", mine)
                .then()
                .header("ETag", "\"3\"")
                .body("facts.objectives", equalTo(90))
                .body("facts.onCall", equalTo("PREFERABLY_WITHOUT"));
        clock.set(TODAY.plusDays(1));
        assertThat(neverListed()).contains(mine);
        // What is sent is confirmed, and it is told which version that was; the draft is as it was.
        as("rg-9201", "3")
                .post(address(round) + "/submissions")
                .then()
                .statusCode(201)
                .body("recordVersions", contains(4));
        assertThat(neverListed()).doesNotContain(mine);
        get("rg-9201", "9201", mine).then().header("ETag", "\"4\"").body("confirmedOn", equalTo("2026-11-03"));
        list(round, "3");
        get("rg-9201", "9201", mine).then().statusCode(200).header("ETag", "\"4\"");
        post("9201", mine, "4", "/closing", "{\"reason\": \"LEFT_LIST\", \"on\": \"2026-11-01\"}")
                .statusCode(422)
                .body("errors.code", contains("register.closing-reason-not-given"));
        post("9201", mine, "4", "/closing", "{\"reason\": \"NO_LONGER_NEEDED\", \"on\": \"2026-11-01\"}")
                .statusCode(200);
        choose(round, "4", mine)
                .statusCode(422)
                .body("errors.code", contains("waitlist.not-waiting"))
                .body("errors.field", contains("hprNumbers[0]"));
        // Written on a list, the doctor waits again.
        list(round, "4", entry(1, "Kari Liste", mine, 90));
        get("rg-9201", "9201", mine).then().header("ETag", "\"6\"").body("closedOn", nullValue());
        as("rg-9201", "5")
                .post(address(round) + "/submissions")
                .then()
                .statusCode(201)
                .body("recordVersions", contains(6));
        String completed = known.replace(
                "\"stays\": [", "\"stays\": [{\"elsewhere\": \"Her\", \"months\": 1, \"known\": \"COMPLETED\"}, ");
        put("9201", mine, "6", completed).statusCode(422).body("errors.code", contains("register.completed-here"));
        put("9201", mine, "6", known.replace("80", "99")).statusCode(200);
        as("rg-9201", "").get(address(round)).then().body("entries.objectives", contains(99));
        assertThat(as("rg-9201", "")
                        .accept("text/html")
                        .get("/kommune/runder/" + round)
                        .asString())
                .contains("Endret etter innsending", "Se over og send på nytt");
        post("9201", mine, "7", "/closing", "{\"reason\": \"FINISHED\", \"on\": \"2026-11-01\"}")
                .statusCode(200);
        // Who waits no longer keeps the list from being sent, until taken off it or opened again.
        as("rg-9201", "7")
                .post(address(round) + "/submissions")
                .then()
                .statusCode(422)
                .body("errors.code", contains("waitlist.not-waiting"));
        post("9201", mine, "8", "/reopening", null).statusCode(200);
        done(rounds.close(new RoundId(round), "Alle har svart", null));
        // The round takes no lists any more: its draft is what was sent.
        as("rg-9201", "").get(address(round) + "/criteria").then().statusCode(409);
        as("rg-9201", "").get(address(round)).then().body("entries.objectives", contains(90));
        String next = openRound();
        choose(next, "0", mine).statusCode(200).body("entries.objectives", contains(99));
        String listed = hpr();
        put("9201", listed, "", facts("Kjent Fra Før")).statusCode(200);
        as("rg-9201", "1")
                .contentType("application/json")
                .body(entry(2, "Kjent Fra Før", listed, 1))
                .post(address(next) + "/entries")
                .then()
                .statusCode(422)
                .body("errors.code", contains("waitlist.in-register"))
                .body("errors.field", contains("entries[1].hprNumber"));
        post("9201", listed, "1", "/closing", "{\"reason\": \"FINISHED\", \"on\": \"2026-11-01\"}")
                .statusCode(200);
        String second = hpr();
        as("rg-9201", "1")
                .contentType("application/json")
                .body(entry(2, "Foran Etterkriteriene", second, 110)
                        .replace("30.5", "42.5")
                        .replace("\"statedShare\": 0", "\"statedShare\": 100"))
                .post(address(next) + "/entries")
                .then()
                .statusCode(200);
        as("rg-9201", "")
                .get(address(next) + "/criteria")
                .then()
                .statusCode(200)
                .body("order", contains(Integer.parseInt(second), Integer.parseInt(mine)))
                .body("notEligible", hasSize(0))
                .body("partings.first", contains(Integer.parseInt(mine)))
                .body("partings.second", contains(Integer.parseInt(second)));
        choose(next, "2", others).statusCode(422).body("errors.code", contains("waitlist.not-in-register"));
        assertThat(acts().subList(acts, acts().size()))
                .containsExactly(
                        "register.listed", "register.listed", "register.sent", "register.listed", "register.listed");
        done(rounds.close(new RoundId(next), "Alle har svart", null));
    }

    @Test
    void who_cannot_be_done_under_the_old_scheme_is_told_of_while_the_list_is_written() {
        String round = openRound();
        as("rg-9201", "0")
                .contentType("application/json")
                .body("{\"entries\": [" + entry(1, "Kari Gammel", hpr(), 70).replace("\"NEW\"", "\"OLD\"") + "]}")
                .put(address(round))
                .then()
                .statusCode(200)
                .body("remarks.find { it.code == 'policy.scheme-ends' }.field", equalTo("entries[0].scheme"))
                .body(
                        "remarks.find { it.code == 'policy.scheme-ends' }.message",
                        containsString("Går legen over til den, rett ordning og gjenstående måneder på listen."));
        done(rounds.close(new RoundId(round), "Alle har svart", null));
    }

    @Test
    void a_list_costs_as_many_statements_for_three_hundred_doctors_as_for_three() {
        String round = openRound();
        long few = statements(() -> list(round, "0", entries(3)));
        long many = statements(() -> list(round, "1", entries(300)));
        assertThat(many).isLessThanOrEqualTo(few);
        listed("?size=3");
        long fewListed = statements(() -> listed("?size=3"));
        assertThat(statements(() -> listed("?size=500"))).isEqualTo(fewListed);
        done(rounds.close(new RoundId(round), "Alle har svart", null));
    }

    @Test
    void the_record_of_acts_and_of_reads_names_no_doctor() throws SQLException {
        String hpr = hpr();
        put("9201", hpr, "", facts("Uskrevet Navn")).statusCode(200);
        get("rg-k", "9201", hpr).then().statusCode(200);
        as("rg-k", "").get("/api/v1/hospitals/rg/doctors").then().statusCode(200);
        as("rg-k", "").get(path("9201", hpr) + "/history").then().statusCode(200);
        assertThat(ask(
                        "SELECT subject, coalesce(before::text, ''), after FROM audit_log WHERE what = 'register.registered'"
                                + " ORDER BY id DESC LIMIT 1"))
                .containsExactly("register/9201  {\"version\": 1, \"hprNumber\": " + hpr + "}");
        assertThat(ask("SELECT DISTINCT kind, subject FROM persons_read WHERE who = 'rg-k'"))
                .contains("registered-doctor register/9201", "register-history register/9201", "waiting hospital/rg");
        assertThat(ask("SELECT a::text FROM audit_log a UNION ALL SELECT r::text FROM persons_read r"))
                .noneMatch(row -> row.contains("Uskrevet"));
    }

    @Test
    void a_doctor_moves_with_the_service_done_and_without_what_was_wished_and_noted() throws Exception {
        String hpr = hpr();
        put("9202", hpr, "", facts("Flytter Seg").replace("\"onCall\"", "\"note\": \"Hemmelig\", \"onCall\""))
                .statusCode(200);
        for (int time = 0; time < 2; time++) {
            as("rg-9201", "")
                    .put(move("9201", hpr))
                    .then()
                    .statusCode(200)
                    .body("asking", equalTo("9201"))
                    .body("name", nullValue())
                    .body("holder", nullValue());
        }
        as("rg-9202", "")
                .put(move("9202", hpr))
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("register.move-own"));
        as("rg-9201", "").put(move("9201", hpr())).then().statusCode(404);
        as("rg-9202", "")
                .get("/api/v1/areas/9202/moves")
                .then()
                .body("hprNumber", contains(hpr))
                .body("name", contains("Flytter Seg"))
                .body("askingName", contains("Kommune 9201"));
        as("rg-9201", "")
                .get("/api/v1/areas/9201/moves")
                .then()
                .body("hprNumber", contains(hpr))
                .body("[0].name", nullValue());
        as("rg-9201", "").get("/api/v1/areas/9202/moves").then().statusCode(404);
        as("rg-k", "").get("/api/v1/hospitals/rg/moves").then().body("holder", contains("9202"));
        String yesterday = "{\"to\": \"9201\", \"on\": \"2026-11-01\"}";
        release("rg-9201", move("9201", hpr), yesterday).statusCode(404);
        release("rg-9202", move("9202", hpr), yesterday.replace("9201", "9203")).statusCode(404);
        release("rg-9202", move("9202", hpr), yesterday.replace("11-01", "11-03"))
                .statusCode(422)
                .body("errors[0].message", containsString("Siste dag av tilknytningen kan ikke være 3. november 2026"));
        release("rg-9202", move("9202", hpr), yesterday).statusCode(200).body("hprNumber", equalTo(hpr));
        get("rg-9202", "9202", hpr).then().statusCode(404);
        get("rg-9201", "9201", hpr)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("facts.name", equalTo("Flytter Seg"))
                .body("facts.objectives", equalTo(70))
                .body("facts.stays", hasSize(1))
                .body("facts.wishes.ranked", hasSize(0))
                .body("facts.onCall", nullValue())
                .body("facts.note", nullValue())
                .body("facts.affiliation", nullValue())
                .body("affiliations", hasSize(0))
                .body("remarks.code", hasItem("register.never-confirmed"));
        as("rg-9201", "")
                .get(path("9201", hpr) + "/history")
                .then()
                .body("what", contains("TAKEN_OVER"))
                .body("by", contains("rg-9201"))
                .body("[0].fields.find { it.field == 'affiliations' }.after", hasSize(0))
                .body("[0].fields.before", not(hasItem(equalTo("Hemmelig"))))
                .body("[0].fields.field", not(hasItem("note")));
        assertThat(ask("SELECT number, area_code, what, before IS NULL, after IS NULL FROM registered_change"
                        + " WHERE hpr = " + hpr + " ORDER BY number"))
                .containsExactly("1 9202 REGISTERED t f", "2 9202 RELEASED f t", "3 9201 TAKEN_OVER t f");
        // The chain is whole; how the doctor belonged to another area, and until when, is not for the new one.
        Map<String, Object> here = get("rg-9201", "9201", hpr).path("facts");
        here.put("affiliation", "OWN_LIST");
        put("9201", hpr, "3", new ObjectMapper().writeValueAsString(here))
                .statusCode(200)
                .body("affiliations.area", contains("9201"))
                .body("affiliations[0].from", nullValue());
        here.put("affiliationFrom", "2026-11-03");
        put("9201", hpr, "4", new ObjectMapper().writeValueAsString(here))
                .statusCode(200)
                .body("affiliations.from", contains("2026-11-03"));
        assertThat(as("rg-9201", "").get(path("9201", hpr) + "/history").asString())
                .doesNotContain("9202", "PERMANENT", "2026-11-01");
        assertThat(ask("SELECT area_code, kind, first_day, last_day FROM registered_affiliation WHERE hpr = " + hpr
                        + " ORDER BY first_day"))
                .containsExactly("9202 PERMANENT 2024-01-01 2026-11-01", "9201 OWN_LIST 2026-11-03 null");
        as("rg-9201", "").get("/api/v1/areas/9201/moves").then().body("", hasSize(0));
    }

    @Test
    void the_coordinator_lets_go_in_place_of_an_area_that_has_had_its_time() {
        String hpr = hpr();
        put("9202", hpr, "", facts("Venter Lenge")).statusCode(200);
        as("rg-9201", "").put(move("9201", hpr)).then().statusCode(200);
        as("rg-9201", "").delete(move("9201", hpr)).then().statusCode(200);
        as("rg-9201", "").delete(move("9201", hpr)).then().statusCode(404);
        as("rg-9201", "").put(move("9201", hpr)).then().statusCode(200);
        String release = "{\"to\": \"9201\", \"on\": \"2026-11-01\"}";
        String address = "/api/v1/hospitals/rg/moves/";
        release("rg-k", address + hpr, release)
                .statusCode(409)
                .body("errors[0].message", containsString("16. november 2026"));
        release("rg-nabo-k", "/api/v1/hospitals/rg-nabo/moves/" + hpr, release).statusCode(404);
        as("rg-k", "").get(address + "days").then().statusCode(200).body("days", equalTo(14));
        days("366").statusCode(422).body("errors[0].code", equalTo("register.move-days"));
        days("1").statusCode(200);
        clock.set(TODAY.plusDays(1));
        release("rg-k", address + hpr, release).statusCode(200);
        get("rg-9201", "9201", hpr).then().statusCode(200);
        days("14").statusCode(200);
    }

    @Test
    void a_number_registered_in_error_is_registered_anew_by_another_area_and_takes_nothing_along() throws SQLException {
        String hpr = hpr();
        HprNumber number = new HprNumber(Integer.parseInt(hpr));
        put("9205", hpr, "", facts("Feil Nummer")).statusCode(200);
        assertThat(own.of(number)).isPresent();
        as("rg-9204", "").put(move("9204", hpr)).then().statusCode(200);
        post("9205", hpr, "1", "/closing", "{\"reason\": \"ENTERED_IN_ERROR\", \"on\": \"2026-11-02\"}")
                .statusCode(200);
        // Whose number it is sees nothing of the other person.
        assertThat(own.of(number)).isEmpty();
        for (String area : List.of("9204", "9205")) {
            as("rg-" + area, "").get("/api/v1/areas/" + area + "/moves").then().body("hprNumber", not(hasItem(hpr)));
        }
        release("rg-9205", move("9205", hpr), "{\"to\": \"9204\", \"on\": \"2026-11-02\"}")
                .statusCode(409)
                .body("errors[0].message", containsString("Da er det ingenting å gi fra seg"));
        as("rg-9201", "")
                .put(move("9201", hpr))
                .then()
                .statusCode(404)
                .body("errors[0].code", equalTo("register.doctor-unknown"));
        clock.set(TODAY.plusDays(1));
        put("9204", hpr, "", facts("Riktig Nummer").replace("\"PERMANENT\"", "\"OWN_LIST\""))
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("facts.name", equalTo("Riktig Nummer"))
                .body("affiliations.kind", contains("OWN_LIST"));
        assertThat(own.of(number)).hasValueSatisfying(seen -> assertThat(
                        seen.record().doctor().facts().entry().name())
                .isEqualTo("Riktig Nummer"));
        as("rg-9204", "")
                .get(path("9204", hpr) + "/history")
                .then()
                .body("what", contains("REGISTERED"))
                .body("by", contains("rg-9204"));
        get("rg-9205", "9205", hpr).then().statusCode(404);
        put("9205", hpr, "2", facts("Feil Nummer"))
                .statusCode(409)
                .body("errors[0].code", equalTo("register.held-elsewhere"));
        assertThat(ask(
                        "SELECT number, area_code, what, changed_by, before IS NULL, after IS NULL FROM registered_change"
                                + " WHERE hpr = " + hpr + " ORDER BY number"))
                .containsExactly(
                        "1 9205 REGISTERED rg-9205 t f",
                        "2 9205 CLOSED rg-9205 f f",
                        "3 9205 RELEASED system f t",
                        "4 9204 REGISTERED rg-9204 t f");
        // What was asked for has come; who asks again later asks anew.
        as("rg-9204", "").get("/api/v1/areas/9204/moves").then().body("hprNumber", not(hasItem(hpr)));
        as("rg-9205", "").put(move("9205", hpr)).then().statusCode(200);
        clock.set(TODAY.plusDays(2));
        release("rg-9204", move("9204", hpr), "{\"to\": \"9205\", \"on\": \"2026-11-02\"}")
                .statusCode(200);
        as("rg-9204", "").get("/api/v1/areas/9204/moves").then().body("hprNumber", not(hasItem(hpr)));
        clock.set(TODAY.plusDays(3));
        as("rg-9204", "").put(move("9204", hpr)).then().statusCode(200);
        as("rg-9205", "")
                .get("/api/v1/areas/9205/moves")
                .then()
                .body("find { it.hprNumber == '" + hpr + "' }.askedAt", containsString("2026-11-05"));
        as("rg-9204", "").delete(move("9204", hpr)).then().statusCode(200);
    }

    @Test
    void who_got_a_doctor_later_has_its_time_from_then_on() {
        String hpr = hpr();
        put("9202", hpr, "", facts("Flytter To Ganger")).statusCode(200);
        as("rg-9201", "").put(move("9201", hpr)).then().statusCode(200);
        as("rg-9204", "").put(move("9204", hpr)).then().statusCode(200);
        clock.set(TODAY.plusDays(13));
        release("rg-9202", move("9202", hpr), "{\"to\": \"9201\", \"on\": \"2026-11-15\"}")
                .statusCode(200);
        clock.set(TODAY.plusDays(14));
        String release = "{\"to\": \"9204\", \"on\": \"2026-11-16\"}";
        String address = "/api/v1/hospitals/rg/moves/" + hpr;
        release("rg-k", address, release)
                .statusCode(409)
                .body("errors[0].message", containsString("29. november 2026"));
        clock.set(TODAY.plusDays(27));
        release("rg-k", address, release).statusCode(200);
        get("rg-9204", "9204", hpr).then().statusCode(200);
    }

    @Test
    void of_a_doctor_of_another_hospital_a_coordinator_is_told_no_more_than_who_asks() {
        String hpr = hpr();
        put("9203", hpr, "", facts("Langt Unna").replace("rg-geriatri", "rg-nabo-geriatri"))
                .statusCode(200);
        as("rg-9201", "").put(move("9201", hpr)).then().statusCode(200);
        as("rg-k", "")
                .get("/api/v1/hospitals/rg/moves")
                .then()
                .body("find { it.hprNumber == '" + hpr + "' }.asking", equalTo("9201"))
                .body("find { it.hprNumber == '" + hpr + "' }.name", nullValue())
                .body("find { it.hprNumber == '" + hpr + "' }.holder", nullValue());
        as("rg-nabo-k", "")
                .get("/api/v1/hospitals/rg-nabo/moves")
                .then()
                .body("find { it.hprNumber == '" + hpr + "' }.name", equalTo("Langt Unna"))
                .body("find { it.hprNumber == '" + hpr + "' }.holder", equalTo("9203"));
        as("rg-9201", "").delete(move("9201", hpr)).then().statusCode(200);
    }

    private ValidatableResponse days(String days) {
        return as("rg-k", "")
                .contentType("application/json")
                .body("{\"days\": " + days + "}")
                .put("/api/v1/hospitals/rg/moves/days")
                .then();
    }

    private static ValidatableResponse release(String who, String move, String body) {
        return as(who, "")
                .contentType("application/json")
                .body(body)
                .post(move + "/release")
                .then();
    }

    private static String move(String area, String hpr) {
        return "/api/v1/areas/" + area + "/moves/" + hpr;
    }

    private List<String> acts() throws SQLException {
        return ask("SELECT what FROM audit_log WHERE subject = 'register/9201'"
                + " AND what IN ('register.listed', 'register.sent') ORDER BY id");
    }

    /** Those who wait in the catchment and have never been on a list that was sent. */
    private List<String> neverListed() {
        Response found = as("rg-k", "").get("/api/v1/hospitals/rg/doctors?neverListed=true&size=500");
        List<Integer> counts = as("rg-k", "")
                .get("/api/v1/hospitals/rg/doctors/counts")
                .jsonPath()
                .getList("neverListed");
        List<String> numbers = found.jsonPath().getList("hprNumber");
        assertThat(counts.stream().mapToInt(each -> each).sum())
                .isEqualTo(Integer.parseInt(found.header("X-Total-Count")));
        return numbers;
    }

    private String[] entries(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(at -> entry(at, "Lege Nummer", hpr(), 60))
                .toArray(String[]::new);
    }

    private long statements(Runnable act) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        act.run();
        long statements = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return statements;
    }

    private List<String> listed(String filter) {
        return as("rg-9202", "")
                .get("/api/v1/areas/9202/doctors" + filter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("facts.name");
    }

    private List<String> sought(String text) {
        Result<DoctorPage> found = lists.doctors(new AreaCode("9202"), DoctorFilter.WAITING.text(text), 0, 10);
        return done(found).doctors().stream()
                .map(each -> each.doctor().facts().entry().name())
                .toList();
    }

    private String openRound() {
        HalfYear half = HalfYear.parse(YEAR.getAndIncrement() + "-V");
        RoundId id = new RoundId("rg-" + half.year());
        done(rounds.create(new RoundPlan(
                id,
                new HospitalId("rg"),
                "Registrert vår " + half.year(),
                List.of(half),
                "ahus-2020",
                null,
                null,
                null,
                half.start().minusMonths(3))));
        done(rounds.open(id, null));
        return id.value();
    }

    private void list(String round, String seen, String... entries) {
        as("rg-9201", seen)
                .contentType("application/json")
                .body("{\"entries\": [" + String.join(",", entries) + "]}")
                .put(address(round))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse choose(String round, String seen, String... doctors) {
        return as("rg-9201", seen)
                .contentType("application/json")
                .body("{\"hprNumbers\": [\"" + String.join("\",\"", doctors) + "\"]}")
                .put(address(round) + "/choice")
                .then();
    }

    private static String address(String round) {
        return "/api/v1/rounds/" + round + "/waitlists/9201";
    }

    private static String entry(int priority, String name, String hpr, int objectives) {
        return ENTRY.formatted(priority, name, hpr, objectives);
    }

    private static String facts(String name) {
        return FACTS.formatted(name);
    }

    private static String hpr() {
        return Integer.toString(NUMBER.incrementAndGet());
    }

    private static String path(String area, String hpr) {
        return "/api/v1/areas/" + area + "/doctors/" + hpr;
    }

    private Response get(String who, String area, String hpr) {
        return as(who, "").get(path(area, hpr));
    }

    private ValidatableResponse put(String area, String hpr, String seen, String facts) {
        return as("rg-" + area, seen)
                .contentType("application/json")
                .body(facts)
                .put(path(area, hpr))
                .then();
    }

    private ValidatableResponse post(String area, String hpr, String seen, String act, String body) {
        RequestSpecification request = as("rg-" + area, seen);
        return (body == null ? request : request.contentType("application/json").body(body))
                .post(path(area, hpr) + act)
                .then();
    }

    private static RequestSpecification as(String user, String seen) {
        RequestSpecification request = given().auth().preemptive().basic(user, PASSWORD);
        return seen.isEmpty() ? request : request.header("If-Match", "\"" + seen + "\"");
    }

    private List<String> ask(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                int columns = rows.getMetaData().getColumnCount();
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(rows.getString(column));
                }
                found.add(row.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
            return found;
        }
    }

    private static <T> T done(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done<T>) result).value();
    }
}
