package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Service;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.Rounds;
import no.alisplass.waitlist.WaitlistEdits;
import no.alisplass.waitlist.Waitlists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists through the front door: written, read from files, sent, and out of others' reach. */
@QuarkusTest
class WaitlistIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final AtomicInteger YEAR = new AtomicInteger(2040);
    private static final String DOCTOR = """
            {"priority": %d, "name": "Kari Nordmann", "hprNumber": "%s", "affiliation": "PERMANENT", "scheme": "NEW",
             "statedService": 30.5, "statedOpenPractice": 24, "statedOn": "2026-01-01", "statedShare": 0, "objectives": 70, "activities": 8, "supervision": "BEGUN",
             "monthsLeft": 6, "wishes": {"ranked": [["vl-geriatri"], ["vl-lunge"]], "weight": "START"}}""";
    private static final String CSV =
            "Prioritet;Navn;HPR-nummer;Kommunenummer;Tilknytning;Ordning;Tellende tjeneste (md);"
                    + "Åpen uselektert praksis (md);Fullførte læringsmål;Fullførte læringsaktiviteter;Gruppeveiledning;"
                    + "Gjenstående institusjonstjeneste (md);Ønsket avdeling 1;Tellende tjeneste per;Stilling videre i %\r\n";
    private static final String ROW =
            "1;Åse Sørbø;9144889;%s;fast ansatt;ny;30,5;24;70;8;påbegynt;6;Geriatri;01.01.2026;100\r\n";

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    Rounds rounds;

    @Inject
    Waitlists waitlists;

    @Inject
    WaitlistEdits edits;

    @Inject
    DataSource database;

    private String round;

    @BeforeEach
    void anOpenRound() {
        HospitalId hospital = new HospitalId("vl");
        if (capacity.hospital(hospital).isEmpty()) {
            done(capacity.put(
                    new Hospital(
                            hospital,
                            "974588951",
                            "Sykehuset",
                            List.of(new Division(
                                    "Medisin",
                                    Service.SOMATIC,
                                    List.of(
                                            new Department(
                                                    new DepartmentId("vl-geriatri"), "Geriatrisk avdeling", true),
                                            new Department(new DepartmentId("vl-lunge"), "Lungeavdelingen", true))))),
                    null));
            for (String code : List.of("9101", "9102", "0399")) {
                done(catchment.put(new Area(new AreaCode(code), "Kommune " + code, AreaKind.MUNICIPALITY), null));
                done(catchment.putMemberships(
                        new AreaCode(code),
                        List.of(new Membership(hospital, null, LocalDate.of(2020, 1, 1), null)),
                        hospital::equals,
                        0L));
                users.create(User.of("k" + code, code, Roles.MUNICIPALITY).in(new AreaCode(code)), PASSWORD);
            }
            users.create(User.of("vl-koordinator", "Koordinator", Roles.COORDINATOR), PASSWORD);
        }
        HalfYear half = HalfYear.parse(YEAR.getAndIncrement() + "-V");
        round = "vl-" + half.year();
        done(rounds.create(new RoundPlan(
                new RoundId(round),
                hospital,
                "Lister vår " + half.year(),
                List.of(half),
                "ahus-2020",
                null,
                null,
                null,
                half.start().minusMonths(3))));
        done(rounds.open(new RoundId(round), null));
    }

    @Test
    void a_draft_is_written_edited_and_sent_and_what_was_sent_stands() throws Exception {
        own("").get().then().statusCode(200).header("ETag", "\"0\"").body("entries", hasSize(0));
        json(own("0"))
                .body(list(doctor(1, "9144889")))
                .put()
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        json(own("0")).body(list(doctor(1, "1"))).put().then().statusCode(412);
        json(own("")).body(list(doctor(1, "1"))).put().then().statusCode(428);
        json(own("1"))
                .body(doctor(2, "77"))
                .post("/entries")
                .then()
                .statusCode(200)
                .body("entries", hasSize(2));
        json(own("2"))
                .body(doctor(2, "77"))
                .post("/entries")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
        json(own("2"))
                .body("{\"numbers\":[2,1]}")
                .put("/order")
                .then()
                .statusCode(200)
                .body("entries[0].hprNumber", equalTo("77"));
        json(own("3")).body(doctor(1, "78")).put("/entries/1").then().statusCode(200);
        own("4").delete("/entries/9").then().statusCode(404);
        own("4").delete("/entries/2").then().statusCode(200).body("entries.hprNumber", equalTo(List.of("78")));

        String hash = own("5").header("Idempotency-Key", "a")
                .post("/submissions")
                .then()
                .statusCode(201)
                .body("receipt.number", equalTo(1))
                .extract()
                .path("receipt.sha256");
        own("5").header("Idempotency-Key", "a")
                .post("/submissions")
                .then()
                .statusCode(201)
                .body("receipt.number", equalTo(1))
                .body("receipt.sha256", equalTo(hash));
        json(own("5")).body(list(doctor(1, "9144889"))).put().then().statusCode(200);
        own("6").post("/submissions").then().statusCode(201).body("receipt.number", equalTo(2));
        own("").get("/submissions")
                .then()
                .statusCode(200)
                .body("version", equalTo(List.of(2, 1)))
                .body("entries", everyItem(nullValue()));
        own("").get("/submissions/1")
                .then()
                .statusCode(200)
                .body("receipt.sha256", equalTo(hash))
                .body("entries.hprNumber", equalTo(List.of("78")))
                .body("counted[0].source", equalTo("CARRIED"))
                .body("counted[0].months", equalTo(30.5f));
        own("").get("/submissions/3").then().statusCode(404);
        assertThat(waitlists.submitted(new RoundId(round))).hasSize(1).allMatch(sent -> sent.version() == 2);
        for (String change :
                List.of("UPDATE waitlist_submission SET away_limit = 9", "DELETE FROM waitlist_submission")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeUpdate(change)).hasMessageContaining("stands as it was sent");
            }
        }
        as("vl-koordinator", "")
                .get("/api/v1/rounds/" + round + "/waitlists")
                .then()
                .statusCode(200)
                .body("find { it.area == '9101' }.answered", equalTo(true))
                .body("find { it.area == '9101' }.doctors", equalTo(1))
                .body("find { it.area == '9102' }.answered", equalTo(false));
    }

    /** A list is begun in order to lock it, before anything is compared with it. */
    @Test
    void a_refused_change_does_not_begin_a_list() throws Exception {
        assertThat(edits.replace(new RoundId(round), new AreaCode("9101"), null, List.of(), 7L))
                .isInstanceOf(Result.Refused.class);
        assertThat(drafts()).isZero();
        done(edits.replace(new RoundId(round), new AreaCode("9101"), null, List.of(), 0L));
        assertThat(drafts()).isOne();
    }

    private int drafts() throws Exception {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT count(*) FROM waitlist_draft WHERE round_id = ?")) {
            query.setString(1, round);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void a_file_is_looked_at_first_and_taken_whole_or_only_its_good_rows() {
        byte[] mixed = (CSV
                        + ROW.formatted("9101")
                        + ROW.formatted("9101").replace("9144889", "X").replace("1;Å", "2;Å"))
                .getBytes(Charset.forName("windows-1252"));
        file("", mixed, "preview", "all")
                .statusCode(200)
                .body("rowsInFile", equalTo(2))
                .body("rows", hasSize(1))
                .body("rows[0].entry.name", equalTo("Åse Sørbø"))
                .body("remarks[0].field", equalTo("rad 3, HPR-nummer"))
                .body("remarks[0].message", containsString("«X»"));
        file("0", mixed, "commit", "all").statusCode(422).body("errors[0].field", equalTo("rad 3, HPR-nummer"));
        own("").get().then().header("ETag", "\"0\"");
        file("0", mixed, "commit", "good")
                .statusCode(200)
                .body("entries", hasSize(1))
                .header("ETag", "\"1\"");
        for (String format : List.of("xlsx", "csv")) {
            byte[] out = own("").get("/export?format=" + format)
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString("." + format))
                    .extract()
                    .asByteArray();
            String seen = own("").get().then().extract().header("ETag").replace("\"", "");
            file(seen, out, "commit", "all")
                    .statusCode(200)
                    .body("entries[0].name", equalTo("Åse Sørbø"))
                    .body("entries[0].wishes.ranked", equalTo(List.of(List.of("vl-geriatri"))));
            as("k9101", "")
                    .get("/api/v1/waitlist-template?format=" + format + "&round=" + round)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_column_that_a_file_has_not_takes_nothing_away() {
        json(own("0"))
                .body(list(doctor(1, "9144902")
                        .replace(
                                "\"wishes\"",
                                "\"email\": \"kari@kommune.no\", \"leave\": \"GRANTED\", \"locum\": \"SECURED\","
                                        + " \"note\": \"Ringer selv.\", \"wishes\"")))
                .put()
                .then()
                .statusCode(200);
        byte[] without = (CSV + ROW.formatted("9101").replace("9144889", "9144902")).getBytes(StandardCharsets.UTF_8);
        file("1", without, "commit", "all").statusCode(200);
        theRestIsAsItWas("2");
        // Of who is in the register alone, what stands there.
        json(own("2")).body(list()).put().then().statusCode(200);
        file("3", without, "commit", "all").statusCode(200);
        theRestIsAsItWas("4");
        // A blank cell says that there is nothing.
        String blank = (CSV + ROW.formatted("9101").replace("9144889", "9144902"))
                .replace("%\r\n", "%;E-post;Permisjon innvilget\r\n")
                .replace("100\r\n", "100;;\r\n");
        file("4", blank.getBytes(StandardCharsets.UTF_8), "commit", "all").statusCode(200);
        own("").get()
                .then()
                .body("entries[0].email", nullValue())
                .body("entries[0].leave", equalTo("NOT_APPLIED"))
                .body("entries[0].locum", equalTo("SECURED"));
        done(rounds.close(new RoundId(round), "Alle har svart", null));
    }

    private void theRestIsAsItWas(String version) {
        own("").get()
                .then()
                .header("ETag", "\"" + version + "\"")
                .body("entries[0].name", equalTo("Åse Sørbø"))
                .body("entries[0].email", equalTo("kari@kommune.no"))
                .body("entries[0].leave", equalTo("GRANTED"))
                .body("entries[0].locum", equalTo("SECURED"))
                .body("entries[0].note", equalTo("Ringer selv."))
                .body("entries[0].wishes.weight", equalTo("START"));
    }

    @Test
    void broken_files_are_refused_and_nothing_is_stored() {
        file("0", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "commit", "good")
                .statusCode(422)
                .body("errors[0].code", equalTo("waitlist.file-pdf"));
        file("0", new byte[6 * 1024 * 1024], "commit", "good")
                .statusCode(422)
                .body("errors[0].code", equalTo("waitlist.file-too-large"));
        file("0", (CSV + ROW.formatted("9102")).getBytes(StandardCharsets.UTF_8), "commit", "good")
                .statusCode(422)
                .body("errors.code", hasItem("waitlist.area-of-another"));
        file(
                        "0",
                        (CSV + ROW.formatted("9101").replace("9144889", "01019012345"))
                                .getBytes(StandardCharsets.UTF_8),
                        "commit",
                        "all")
                .statusCode(422)
                .body("errors.code", equalTo(List.of("waitlist.identity-number")))
                .body(not(containsString("12345")));
        json(own("0"))
                .body(list(doctor(1, "01019012345")))
                .put()
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("waitlist.identity-number")))
                .body(not(containsString("12345")));
        own("").get().then().header("ETag", "\"0\"").body("entries", hasSize(0));
    }

    @Test
    void another_area_is_as_if_it_did_not_exist() {
        String other = "/api/v1/rounds/" + round + "/waitlists/9102";
        as("k9101", "").get(other).then().statusCode(404);
        as("k9101", "").get(other + "/submissions").then().statusCode(404);
        as("k9101", "").get(other + "/export").then().statusCode(404);
        json(as("k9101", "0")).body(list(doctor(1, "1"))).put(other).then().statusCode(404);
        as("k9101", "0").post(other + "/submissions").then().statusCode(404);
        as("k9101", "0")
                .multiPart("file", "x.csv", new byte[] {1})
                .post(other + "/import")
                .then()
                .statusCode(404);
        as("k9101", "").get("/api/v1/rounds/" + round + "/waitlists").then().statusCode(403);
        as("vl-koordinator", "").get(other).then().statusCode(200);
        json(as("vl-koordinator", "0")).body(list()).put(other).then().statusCode(403);
    }

    @Test
    void a_closed_round_takes_nothing_and_for_the_next_doctors_are_chosen_from_the_register() {
        json(own("0")).body(list(doctor(1, "9144889"))).put().then().statusCode(200);
        own("1").post("/submissions").then().statusCode(201);
        done(rounds.close(new RoundId(round), "Alle har svart", null));
        own("1").post("/submissions").then().statusCode(409).body("errors[0].code", equalTo("waitlist.round-not-open"));
        json(own("1")).body(list()).put().then().statusCode(409);
        own("").get().then().statusCode(200).body("entries", hasSize(1));
        anOpenRound();
        json(own("0"))
                .body("{\"hprNumbers\": [\"9144889\"]}")
                .put("/choice")
                .then()
                .statusCode(200)
                .body("entries.hprNumber", equalTo(List.of("9144889")));
        json(own("1"))
                .body("{\"hprNumbers\": [\"9144889\", \"9144889\", \"999999998\", \"x\"]}")
                .put("/choice")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("hprNumbers[3]")));
        json(own("1"))
                .body("{\"hprNumbers\": [\"9144889\", \"9144889\", \"999999998\"]}")
                .put("/choice")
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("waitlist.chosen-twice", "waitlist.not-in-register")));
    }

    private io.restassured.response.ValidatableResponse file(String seen, byte[] content, String mode, String rows) {
        return own(seen)
                .multiPart("file", "liste", content)
                .multiPart("mode", mode)
                .multiPart("rows", rows)
                .post("/import")
                .then();
    }

    private RequestSpecification own(String seen) {
        return as("k9101", seen).basePath("/api/v1/rounds/" + round + "/waitlists/9101");
    }

    private static RequestSpecification as(String user, String seen) {
        RequestSpecification request = given().auth().preemptive().basic(user, PASSWORD);
        return seen.isEmpty() ? request : request.header("If-Match", "\"" + seen + "\"");
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType("application/json");
    }

    private static String doctor(int priority, String hpr) {
        return DOCTOR.formatted(priority, hpr);
    }

    private static String list(String... doctors) {
        return "{\"awayLimit\": 1, \"entries\": [" + String.join(",", doctors) + "]}";
    }

    private static <T> T done(Result<T> outcome) {
        assertThat(outcome).isInstanceOf(Result.Done.class);
        return ((Result.Done<T>) outcome).value();
    }
}
