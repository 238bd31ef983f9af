package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.SettableClock;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One doctor's months are the same number, with the same day, in list, submission, ranking, reasons and files. */
@QuarkusTest
class OneFigureIT {
    private static int count;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    private FrontDesk desk;
    private String round;
    private int year;

    @BeforeEach
    void reference() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
        round = "ett-tall-" + ++count;
        year = 2050 + count;
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private void open(int version, String... halves) {
        List<String> halfYears =
                List.of(halves).stream().map(half -> year + "-" + half).toList();
        for (String position : List.of("ahus-geriatri-1", "ahus-lunge-1", "ahus-onh-1", "ahus-akuttpsykiatri-1")) {
            halfYears.forEach(half -> desk.seats(
                    position,
                    half,
                    position.equals("ahus-lunge-1") && half.endsWith(halves[halves.length - 1]) ? 1 : 0));
        }
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "%s", "halfYears": ["%s"], "policyId": "ahus-2020",
                 "policyVersion": %d, "lotterySeed": "froe-%s", "deadline": "%d-01-10"}
                """.formatted(round, round, String.join("\", \"", halfYears), version, round, year));
    }

    private static String doctor(int hpr, String facts) {
        return """
                {"priority": %d, "name": "Lege %d", "hprNumber": "%d", "affiliation": "PERMANENT", "scheme": "NEW",
                 "activities": 5, "supervision": "BEGUN", "monthsLeft": 6, "leave": "GRANTED", "locum": "SECURED", %s}
                """.formatted(hpr % 10, hpr, hpr, facts);
    }

    private JsonPath write(String... doctors) {
        return desk.write(round, "3205", "{\"entries\": [" + String.join(",", doctors) + "]}")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath ranking() {
        return desk.coordinator()
                .get("/api/v1/rounds/" + round + "/ranking")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String page(String role, String address) {
        return (role.equals("coordinator") ? desk.coordinator() : desk.municipality(role))
                .accept("text/html")
                .header("Accept-Language", "nb")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\\s+", " ");
    }

    /** The same service by the round's day, written as periods and as a figure, and one figure without a day. */
    private void sendBoth() {
        open(2, "V");
        JsonPath draft = write(
                doctor(300_001, "\"statedService\": 32, \"statedOpenPractice\": 24, \"objectives\": 100"),
                doctor(300_002, """
                        "periods": [{"from": "%d-03-01", "percentage": 100, "kind": "OPEN_PRACTICE"}], "objectives": 10
                        """.formatted(year - 3)),
                doctor(300_003, """
                        "statedService": 24, "statedOpenPractice": 20, "statedOn": "%d-03-01", "statedShare": 50,
                        "objectives": 10""".formatted(year - 2)));
        assertThat(draft.getList("counted.on")).containsOnly(year + "-03-01");
        assertThat(draft.getString("remarks[0].message"))
                .startsWith("Det står ikke hvilken dag de 32 månedene gjelder.");
        desk.submit(round, "3205").statusCode(201);
    }

    @Test
    void list_submission_ranking_reasons_pages_and_files_show_one_number_with_its_day() {
        sendBoth();
        String lists = "/api/v1/rounds/" + round + "/waitlists/3205";
        JsonPath sent = desk.municipality("3205").get(lists + "/submissions/1").jsonPath();
        List<Object> months = sent.getList("counted.months");
        assertThat(months.get(1)).hasToString("36");
        assertThat(months.get(2)).hasToString("36");
        assertThat(sent.getList("counted.source")).containsExactly("CARRIED", "COMPUTED", "CARRIED");
        String day = "01.03." + year;
        desk.close(round);
        JsonPath ranking = ranking();
        assertThat(ranking.getString("countedTo")).isEqualTo(year + "-03-01");
        String list = page("coordinator", "/koordinator/runder/" + round + "/ventelister/3205");
        String receipt = page("3205", "/kommune/runder/" + round + "/innsendinger/1");
        String order = page("coordinator", "/koordinator/runder/" + round + "/rangering");
        assertThat(list).contains("Tellende tjeneste per " + day);
        assertThat(receipt).contains("Tellende tjeneste per " + day + " (md.)");
        assertThat(order).contains("ansiennitet per " + day);
        String run = desk.run(round);
        for (int i = 0; i < 3; i++) {
            String number = String.valueOf(months.get(i)).replace('.', ',');
            String name = "Lege " + (300_001 + i);
            String path = "ranked.find { it.name == '" + name + "' }";
            assertThat(String.valueOf(ranking.<Object>get(path + ".countedService"))
                            .replace('.', ','))
                    .isEqualTo(number);
            assertThat(ranking.getList(path + ".values.value", String.class))
                    .anyMatch(value -> value.startsWith(number + " md tellende tjeneste per 1. mars " + year));
            assertThat(list).containsPattern(name + ".{0,400}>" + number + " md\\.");
            assertThat(receipt).containsPattern(name + ".{0,400}>" + number + "<");
            assertThat(order).containsPattern(name + ".{0,600}>" + number + " md,");
            String doctor = ranking.getString(path + ".doctor");
            String own = page(
                    "coordinator",
                    "/koordinator/runder/" + round + "/kjoringer/" + run.replaceAll(".*/", "") + "/lege/" + doctor);
            assertThat(own).containsPattern("Tellende tjeneste per " + day + ".{0,80}>" + number + " md\\.");
        }
    }

    @Test
    void what_is_exported_reads_back_to_the_same() {
        sendBoth();
        String list = FrontDesk.list(round, "3205");
        byte[] file = desk.municipality("3205").get(list + "/export?format=csv").asByteArray();
        List<Object> before = desk.municipality("3205").get(list).jsonPath().getList("entries");
        desk.upload(round, "3205", "liste.csv", file).statusCode(200);
        assertThat(desk.municipality("3205").get(list).jsonPath().getList("entries"))
                .isEqualTo(before);
    }

    @Test
    void the_same_service_ranks_the_same_however_it_is_written() {
        open(2, "V");
        write(doctor(300_011, """
                        "statedService": 24, "statedOpenPractice": 24, "statedOn": "%d-03-01", "statedShare": 100,
                        "objectives": 100""".formatted(year - 1)), doctor(300_012, """
                        "periods": [{"from": "%d-03-01", "percentage": 100, "kind": "OPEN_PRACTICE"}], "objectives": 10
                        """.formatted(year - 3)));
        desk.submit(round, "3205").statusCode(201);
        desk.close(round);
        JsonPath ranking = ranking();
        assertThat(ranking.getString("ranked[0].name")).isEqualTo("Lege 300011");
        assertThat(ranking.getString("ranked[0].next.criterion")).isEqualTo("PROGRESS");
        assertThat(ranking.getList("ranked.countedService")).containsOnly(36);
    }

    @Test
    void a_round_under_the_first_version_leaves_stated_months_as_they_stand_everywhere() {
        open(1, "V");
        JsonPath draft = write(doctor(300_021, "\"statedService\": 32, \"statedOpenPractice\": 24, \"objectives\": 1"));
        assertThat(draft.getList("remarks")).isEmpty();
        desk.submit(round, "3205").statusCode(201);
        desk.close(round);
        assertThat(ranking().<Object>get("ranked[0].countedService")).hasToString("32");
        assertThat(page("coordinator", "/koordinator/runder/" + round + "/ventelister/3205"))
                .contains("Tellende tjeneste per 01.03." + year)
                .contains(">32 md.");
    }

    @Test
    void an_affiliation_from_june_is_offered_the_autumn_place_and_being_ready_is_judged_then() {
        open(2, "V", "H");
        write(doctor(300_031, """
                        "affiliationFrom": "%d-06-01", "statedService": 20, "statedOpenPractice": 20,
                        "statedOn": "%d-03-01", "statedShare": 100, "objectives": 50
                        """.formatted(year, year)), doctor(300_032, """
                        "statedService": 23, "statedOpenPractice": 20, "statedOn": "%d-03-01", "statedShare": 0,
                        "objectives": 50""".formatted(year)));
        desk.submit(round, "3205").statusCode(201);
        desk.close(round);
        JsonPath ranking = ranking();
        assertThat(ranking.getList("ranked.name")).containsExactly("Lege 300031", "Lege 300032");
        assertThat(ranking.getString("ranked[0].values[1].value"))
                .isEqualTo("26 md tellende tjeneste per 1. september " + year + ", klar fra 24 md");
        assertThat(ranking.getString("ranked[1].values[1].value"))
                .isEqualTo("23 md tellende tjeneste per 1. mars " + year + ", under 24 md");
        String run = desk.run(round);
        desk.coordinator()
                .get(run + "/allocation")
                .then()
                .statusCode(200)
                .body("notEligible", hasSize(0))
                .body("doctors.find { it.name == 'Lege 300031' }.stays[0].halfYear", equalTo(year + "-H"));
        String page = page(
                "coordinator",
                "/koordinator/runder/" + round + "/kjoringer/" + run.replaceAll(".*/", "") + "/lege/"
                        + ranking.getString("ranked[0].doctor"));
        assertThat(page)
                .contains("får Lungemedisinsk avdeling høsten " + year)
                // There are no seats in spring, so that nothing was kept from the doctor.
                .doesNotContain("kan ikke tilbys");
    }

    @Test
    void a_day_after_the_rounds_is_refused_with_its_field() {
        open(2, "V");
        desk.write(round, "3205", "{\"entries\": [" + doctor(300_041, """
                        "statedService": 20, "statedOpenPractice": 20, "statedOn": "%d-03-02", "objectives": 1
                        """.formatted(year)) + "]}")
                .statusCode(422)
                .body("errors[0].field", equalTo("entries[0].statedOn"))
                .body("errors[0].message", containsString("runden regner tellende tjeneste til 01.03." + year));
    }

    @Test
    void the_form_tells_both_what_is_and_what_will_be() {
        open(2, "V");
        String form = page("3205", "/kommune/runder/" + round + "/leger/ny");
        assertThat(form).contains("De oppgitte månedene gjelder per", "Stilling videre i %");
    }
}
