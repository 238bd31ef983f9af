package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Service;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files into the register and out of it, through the front door: as shown, by their key, once. */
@QuarkusTest
class RegisterFileIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final AtomicInteger NUMBER = new AtomicInteger(840_000);
    private static final HospitalId HOSPITAL = new HospitalId("rf");
    private static final String HEADER = "Navn;HPR-nummer;Tilknytning;Ordning;Tellende tjeneste (md);"
            + "Åpen uselektert praksis (md);Fullførte læringsmål;Fullførte læringsaktiviteter;Gruppeveiledning;"
            + "Gjenstående institusjonstjeneste (md)";
    private static final String FACTS = """
            {"name": "%s", "email": "lege@kommune.no", "affiliation": "PERMANENT", "scheme": "NEW", "statedService": 30.5,
             "statedOpenPractice": 24, "statedOn": "2026-01-01", "statedShare": 100, "objectives": 70, "activities": 8,
             "supervision": "BEGUN", "monthsLeft": 4, "onCall": "PREFERABLY_WITHOUT",
             "stays": [{"department": "rf-geriatri", "from": "2025-01-01", "to": "2025-02-28", "months": 2}],
             "wishes": {"ranked": [["rf-geriatri"]], "weight": "START"}}""";

    @Inject
    Users users;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    DataSource database;

    @Inject
    EntityManagerFactory factory;

    @Inject
    SettableClock clock;

    @BeforeEach
    void a_hospital_and_its_areas() {
        clock.set(TODAY);
        if (capacity.hospital(HOSPITAL).isPresent()) {
            return;
        }
        done(capacity.put(
                new Hospital(
                        HOSPITAL,
                        "974600048",
                        "Sykehuset rf",
                        List.of(new Division(
                                "Medisin",
                                Service.SOMATIC,
                                List.of(new Department(
                                        new DepartmentId("rf-geriatri"), "Geriatrisk avdeling", true))))),
                null));
        for (String code : List.of("9221", "9222", "9223", "9224")) {
            AreaCode area = new AreaCode(code);
            done(catchment.put(new Area(area, "Kommune " + code, AreaKind.MUNICIPALITY), null));
            done(catchment.putMemberships(
                    area,
                    List.of(new Membership(HOSPITAL, null, LocalDate.of(2020, 1, 1), null)),
                    HOSPITAL::equals,
                    0L));
            users.create(User.of("rf-" + code, code, Roles.MUNICIPALITY).in(area), PASSWORD);
        }
        users.create(User.of("rf-deputy", "V", Roles.MUNICIPALITY).in(new AreaCode("9221")), PASSWORD);
        users.create(User.of("rf-k", "K", Roles.COORDINATOR).in(HOSPITAL), PASSWORD);
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void each_row_says_how_it_stands_to_the_register_and_what_was_shown_is_taken_in_once() {
        String changed = registered("9221", "Endret Lege");
        String same = registered("9221", "Uendret Lege");
        String closed = registered("9221", "Avsluttet Lege");
        String missing = registered("9221", "Borte Fra Fila");
        String others = registered("9222", "Hemmelig Navn");
        close("9221", closed);
        String fresh = hpr();
        String file = csv(
                row("Endret Lege", changed, 81),
                row("Uendret Lege", same, 70),
                row("Avsluttet Lege", closed, 70),
                row("Ny Lege", fresh, 12),
                row("Hos Naboen", others, 70),
                row("Feil Lege", hpr(), 113));
        String key = look("9221", file)
                .statusCode(200)
                .body("rowsInFile", equalTo(6))
                .body("rows.state", contains("CHANGED", "UNCHANGED", "CHANGED", "NEW", "HELD_ELSEWHERE", "FAULTY"))
                .body("rows.reopens", contains(false, false, true, false, false, false))
                .body("rows[0].row", equalTo(2))
                .body("rows[0].fields", hasSize(1))
                .body("rows[0].fields[0].field", equalTo("objectives"))
                .body("rows[0].fields[0].before", equalTo(70))
                .body("rows[0].fields[0].after", equalTo(81))
                .body("rows[1].fields", empty())
                .body("rows[3].fields.field", hasItems("name", "objectives"))
                .body("rows[4].fields", empty())
                .body("rows[5].remarks.code", hasItem("waitlist.number-out-of-bounds"))
                .body("absentColumns", hasItems("E-post", "Tjeneste med vakt", "Godkjent institusjonstjeneste"))
                .body("absentColumns", not(hasItem("Prioritet")))
                .body("notInFile.hprNumber", hasItem(missing))
                .body("notInFile.hprNumber", not(hasItem(closed)))
                .body(not(containsString("Hemmelig")))
                .body(not(containsString("9222")))
                .extract()
                .path("key");
        take("rf-9221", "9221", key, "{\"rows\": [3]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("register.file-row-not-takeable"))
                .body("errors[0].field", equalTo("rad 3"));
        take("rf-9221", "9221", key, "{\"rows\": []}")
                .statusCode(422)
                .body("errors[0].code", equalTo("register.file-nothing-chosen"));
        take("rf-deputy", "9221", key, "{}").statusCode(422).body("errors[0].code", equalTo("waitlist.file-gone"));
        String chosen = "{\"rows\": [5, 2]}";
        for (int time = 0; time < 2; time++) {
            take("rf-9221", "9221", key, chosen)
                    .statusCode(200)
                    .body("registered", equalTo(1))
                    .body("changed", equalTo(1))
                    .body("reopened", equalTo(0))
                    .body("confirmed", equalTo(0));
        }
        take("rf-9221", "9221", key, "{}").statusCode(409).body("errors[0].code", equalTo("register.file-taken"));
        get("9221", changed)
                .body("version", equalTo(2))
                .body("facts.objectives", equalTo(81))
                .body("facts.email", equalTo("lege@kommune.no"))
                .body("facts.onCall", equalTo("PREFERABLY_WITHOUT"))
                .body("facts.stays[0].from", equalTo("2025-01-01"));
        get("9221", fresh).body("version", equalTo(1)).body("confirmedBy", equalTo("rf-9221"));
        get("9221", same).body("version", equalTo(1));
        get("9221", missing).body("version", equalTo(1)).body("closedOn", nullValue());
        get("9221", closed).body("closedOn", equalTo("2026-11-01"));
        history("9221", changed)
                .body("what", contains("CHANGED", "REGISTERED"))
                .body("[0].fields.field", contains("objectives"));
        history("9221", same).body("what", contains("REGISTERED"));
    }

    @Test
    void one_tick_confirms_what_is_taken_in_and_what_stood_so() {
        String changed = registered("9222", "Endret Lege");
        String same = registered("9222", "Uendret Lege");
        String closed = registered("9222", "Avsluttet Lege");
        String left = registered("9222", "Ikke Valgt");
        close("9222", closed);
        clock.set(TODAY.plusDays(200));
        String file = csv(
                row("Endret Lege", changed, 81),
                row("Uendret Lege", same, 70),
                row("Avsluttet Lege", closed, 70),
                row("Ikke Valgt", left, 71));
        String key = key("9222", file);
        take("rf-9222", "9222", key, "{\"rows\": [2, 4], \"confirm\": true}")
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("reopened", equalTo(1))
                .body("confirmed", equalTo(1));
        String day = TODAY.plusDays(200).toString();
        for (String hpr : List.of(changed, same, closed)) {
            get("9222", hpr).body("confirmedOn", equalTo(day));
        }
        get("9222", left).body("confirmedOn", equalTo(TODAY.toString()));
        history("9222", changed)
                .body("what", contains("CHANGED", "REGISTERED"))
                .body("[0].fields.field", containsInAnyOrder("objectives", "confirmedOn"));
        history("9222", same).body("what", contains("CONFIRMED", "REGISTERED"));
        history("9222", closed).body("what", contains("REOPENED", "CLOSED", "REGISTERED"));
        // Looked at and confirmed once more: nothing is left to write, and the rest can still be chosen.
        String again = key("9222", file);
        take("rf-9222", "9222", again, "{\"rows\": [], \"confirm\": true}")
                .statusCode(200)
                .body("confirmed", equalTo(0));
        String third = key("9222", file);
        assertThat(third).isNotEqualTo(again);
        take("rf-9222", "9222", third, "{\"rows\": [5]}").statusCode(200).body("changed", equalTo(1));
    }

    @Test
    void what_was_changed_meanwhile_is_named_and_nothing_is_taken_in() {
        String one = registered("9223", "Første Lege");
        String two = registered("9223", "Andre Lege");
        String fresh = hpr();
        String file = csv(row("Første Lege", one, 81), row("Andre Lege", two, 81), row("Tredje Lege", fresh, 5));
        String key = key("9223", file);
        put("9223", two, "1", facts("Andre Lege").replace("\"activities\": 8", "\"activities\": 9"));
        put("9222", fresh, "", facts("Naboens Lege"));
        take("rf-9223", "9223", key, "{}")
                .statusCode(409)
                .body("errors.code", contains("register.file-doctor-changed", "register.held-elsewhere"))
                .body("errors.field", contains("rad 3, HPR-nummer", "rad 4, HPR-nummer"))
                .body("errors[0].value", equalTo(two))
                .body(not(containsString("Naboens")));
        get("9223", one).body("version", equalTo(1));
        // Those that are as they were shown can be chosen; and so can all, looked at again.
        String again = look("9223", file)
                .body("rows.state", contains("CHANGED", "CHANGED", "HELD_ELSEWHERE"))
                .extract()
                .path("key");
        take("rf-9223", "9223", key, "{\"rows\": [2]}").statusCode(200).body("changed", equalTo(1));
        take("rf-9223", "9223", again, "{}").statusCode(409);
        clock.set(TODAY.plusDays(1));
        take("rf-9223", "9223", key("9223", file), "{}").statusCode(200).body("changed", equalTo(1));
    }

    @Test
    void a_number_that_another_area_registered_in_error_is_new_in_a_file() {
        String hpr = registered("9222", "Feil Nummer");
        close("9222", hpr, "ENTERED_IN_ERROR");
        String file = csv(row("Riktig Nummer", hpr, 5));
        look("9223", file).body("rows.state", contains("NEW"));
        take("rf-9223", "9223", key("9223", file), "{}").statusCode(200).body("registered", equalTo(1));
        get("9223", hpr).body("version", equalTo(4)).body("facts.name", equalTo("Riktig Nummer"));
        history("9223", hpr).body("what", contains("REGISTERED"));
    }

    @Test
    void what_is_right_no_longer_is_refused_as_in_the_file() {
        Hospital hospital = capacity.hospital(HOSPITAL).orElseThrow();
        Department passing = new Department(new DepartmentId("rf-passing"), "Midlertidig avdeling", true);
        List<Division> more = new ArrayList<>(hospital.divisions());
        more.add(new Division("For en stund", Service.SOMATIC, List.of(passing)));
        replaced(new Hospital(HOSPITAL, hospital.organisationNumber(), hospital.name(), more));
        String hpr = hpr();
        String key = key(
                "9223", HEADER + ";Ønsket avdeling 1\r\n" + row("Sjette Lege", hpr, 5) + ";Midlertidig avdeling\r\n");
        replaced(hospital);
        take("rf-9223", "9223", key, "{}")
                .statusCode(422)
                .body("errors[0].code", startsWith("waitlist.department-unknown"))
                .body("errors[0].field", equalTo("rad 2, Ønsket avdeling 1"));
        as("rf-9223", "").get(path("9223", hpr)).then().statusCode(404);
    }

    private void replaced(Hospital hospital) {
        long version = done(capacity.read(HOSPITAL)).version();
        done(capacity.put(hospital, version));
    }

    @Test
    void two_who_take_the_same_in_at_once_make_one_change() throws Exception {
        String hpr = registered("9223", "Samtidig Lege");
        String key = key("9223", csv(row("Samtidig Lege", hpr, 81)));
        List<CompletableFuture<Integer>> both = IntStream.range(0, 2)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> take("rf-9223", "9223", key, "{}").extract().statusCode()))
                .toList();
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactly(200, 200);
        get("9223", hpr).body("version", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void what_is_exported_is_unchanged_when_it_is_read(String format) {
        registered("9224", "Eksportert Lege");
        Response file = as("rf-9224", "").get(path("9224", "export?format=" + format));
        file.then().statusCode(200).header("Content-Disposition", containsString("leger-9224." + format));
        upload("rf-9224", "9224", file.asByteArray())
                .statusCode(200)
                .body("rows", not(empty()))
                .body("rows.state", everyItem(equalTo("UNCHANGED")))
                .body("absentColumns", empty())
                .body("notInFile", empty())
                .body("remarks", empty());
        as("rf-k", "").get(path("9224", "export?format=" + format)).then().statusCode(200);
        as("rf-9223", "").get(path("9224", "export")).then().statusCode(404);
        as("rf-9224", "").get(path("9224", "export?format=pdf")).then().statusCode(422);
        Response template = as("rf-9224", "").get(path("9224", "template?format=" + format));
        template.then().statusCode(200);
        upload("rf-9224", "9224", template.asByteArray())
                .body("rows", empty())
                .body("remarks.code", contains("waitlist.file-without-rows"));
    }

    @Test
    void columns_are_asked_about_and_a_file_with_an_identity_number_is_not_kept() throws SQLException {
        String hpr = hpr();
        String file = csv(row("Ny Lege", hpr, 10))
                .replace("(md)\r\n", "(md);Mobil;Vaktliste\r\n")
                .replaceFirst("\r\n$", ";911 22 333;aldri\r\n");
        look("9221", file)
                .body("rows.state", contains("UNDECIDED"))
                .body("remarks.code", hasItem("waitlist.column-unknown"))
                .body("notInFile", empty());
        given().auth()
                .preemptive()
                .basic("rf-9221", PASSWORD)
                .multiPart("file", "leger.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("ignore", "Mobil")
                .multiPart("columns", "Vaktliste=Tjeneste med vakt")
                .post(path("9221", "import"))
                .then()
                .statusCode(200)
                .body("rows.state", contains("NEW"))
                .body("rows[0].fields.find { it.field == 'onCall' }.after", equalTo("NEVER"));
        assertThat(ask("SELECT file IS NULL FROM register_file WHERE user_name = 'rf-9221'"))
                .containsOnly("f");
        String secret = key("9221", csv(row("Ny Lege 01019012345", hpr, 10), row("God Lege", hpr(), 10)));
        assertThat(ask("SELECT file IS NULL, content::text LIKE '%01019012345%' FROM register_file WHERE id = '"
                        + secret + "'"))
                .containsExactly("t f");
        clock.set(TODAY.plusDays(1));
        take("rf-9221", "9221", secret, "{}").statusCode(422).body("errors[0].code", equalTo("waitlist.file-gone"));
        look("9221", csv(row("Ny Lege", hpr, 10)));
        assertThat(ask("SELECT count(*) FROM register_file WHERE user_name = 'rf-9221'"))
                .containsExactly("1");
    }

    @Test
    void a_file_costs_as_many_statements_for_three_hundred_doctors_as_for_one() {
        String one = csv(row("Lege En", hpr(), 10));
        String all = csv(IntStream.range(0, 300)
                .mapToObj(each -> row("Lege Nummer", hpr(), 10))
                .toArray(String[]::new));
        String[] keys = new String[2];
        long few = statements(() -> keys[0] = key("9222", one));
        assertThat(statements(() -> keys[1] = key("9222", all))).isEqualTo(few);
        long fewTaken = statements(
                () -> take("rf-9222", "9222", keys[0], "{}").statusCode(200).body("registered", equalTo(1)));
        assertThat(statements(() ->
                        take("rf-9222", "9222", keys[1], "{}").statusCode(200).body("registered", equalTo(300))))
                .isEqualTo(fewTaken);
        assertThat(few + fewTaken).isLessThan(60);
    }

    @Test
    void the_record_of_acts_tells_how_many_and_of_reads_that_a_file_was_shown() throws SQLException {
        String hpr = registered("9221", "Uskrevet Navn");
        String key = key("9221", csv(row("Uskrevet Navn", hpr, 82)));
        take("rf-9221", "9221", key, "{}").statusCode(200);
        as("rf-k", "").get(path("9221", "export")).then().statusCode(200);
        assertThat(ask("SELECT subject, coalesce(before::text, ''), after FROM audit_log WHERE what = 'register.filed'"
                        + " AND subject = 'register/9221' ORDER BY id DESC LIMIT 1"))
                .containsExactly("register/9221  {\"doctors\": 1}");
        assertThat(ask("SELECT DISTINCT kind, subject FROM persons_read WHERE who IN ('rf-9221', 'rf-k')"))
                .contains("register-preview register/9221", "register-file register/9221");
    }

    private static String csv(String... rows) {
        return HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    private static String row(String name, String hpr, int objectives) {
        return name + ";" + hpr + ";fast ansatt;ny;30,5;24;" + objectives + ";8;påbegynt;4";
    }

    private ValidatableResponse look(String area, String csv) {
        return upload("rf-" + area, area, csv.getBytes(StandardCharsets.UTF_8)).statusCode(200);
    }

    private String key(String area, String csv) {
        return look(area, csv).extract().path("key");
    }

    private static ValidatableResponse upload(String who, String area, byte[] file) {
        return as(who, "")
                .multiPart("file", "leger.csv", file, "application/octet-stream")
                .post(path(area, "import"))
                .then();
    }

    private static ValidatableResponse take(String who, String area, String key, String body) {
        return as(who, "")
                .contentType("application/json")
                .body(body)
                .post(path(area, "import/" + key))
                .then();
    }

    private String registered(String area, String name) {
        String hpr = hpr();
        put(area, hpr, "", facts(name));
        return hpr;
    }

    private static void put(String area, String hpr, String seen, String facts) {
        as("rf-" + area, seen)
                .contentType("application/json")
                .body(facts)
                .put(path(area, hpr))
                .then()
                .statusCode(200);
    }

    private static void close(String area, String hpr) {
        close(area, hpr, "FINISHED");
    }

    private static void close(String area, String hpr, String reason) {
        as("rf-" + area, "1")
                .contentType("application/json")
                .body("{\"reason\": \"" + reason + "\", \"on\": \"2026-11-01\"}")
                .post(path(area, hpr) + "/closing")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(String area, String hpr) {
        return as("rf-" + area, "").get(path(area, hpr)).then().statusCode(200);
    }

    private static ValidatableResponse history(String area, String hpr) {
        return as("rf-" + area, "").get(path(area, hpr) + "/history").then().statusCode(200);
    }

    private static String facts(String name) {
        return FACTS.formatted(name);
    }

    private static String hpr() {
        return Integer.toString(NUMBER.incrementAndGet());
    }

    private static String path(String area, String rest) {
        return "/api/v1/areas/" + area + "/doctors/" + rest;
    }

    private static RequestSpecification as(String user, String seen) {
        RequestSpecification request = given().auth().preemptive().basic(user, PASSWORD);
        return seen.isEmpty() ? request : request.header("If-Match", "\"" + seen + "\"");
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
