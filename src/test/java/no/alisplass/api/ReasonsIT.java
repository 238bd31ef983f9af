package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.alisplass.SettableClock;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.check.Checker;
import no.alisplass.json.CanonicalJson;
import no.alisplass.platform.Users;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why, from both sides, on a small round: three doctors, one seat that all want, and one that is left. */
@QuarkusTest
class ReasonsIT {
    private static int count;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    private FrontDesk desk;
    private String round;
    private String run;

    @BeforeEach
    void runARound() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
        round = "hvorfor-" + ++count;
        String halfYear = (2060 + count) + "-V";
        desk.seats("ahus-geriatri-1", halfYear, 1);
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Hvorfor %s", "halfYears": ["%s"],
                 "policyId": "ahus-2020", "policyVersion": 2, "lotterySeed": "froe-%s", "deadline": "%d-01-10"}
                """.formatted(round, round, halfYear, round, 2060 + count));
        send("3205", "Kari Nordmann", 7654321, "01.09.2022", 1);
        send("3222", "Per Hansen", 8765432, "01.09.2023", 1);
        desk.close(round);
        run = desk.run(round);
    }

    private void send(String area, String name, int hpr, String from, int priority) {
        String csv = "Prioritet;Navn;HPR-nummer;E-post;Kommunenummer;Tilknytning;Ordning;Startdato spesialisering;"
                + "Tellende tjeneste (md);Åpen uselektert praksis (md);Stilling videre i %;Fullførte læringsmål;Fullførte læringsaktiviteter;Gruppeveiledning;"
                + "Gjenstående institusjonstjeneste (md);Ønsket avdeling 1\n"
                + priority + ";" + name + ";" + hpr + ";lege@example.org;" + area + ";Fast ansatt;Ny;" + from + ";"
                + (hpr == 7654321 ? 51 : 44) + ";24;0;60;6;Påbegynt;6;Geriatri\n";
        desk.upload(round, area, "liste.csv", csv.getBytes(StandardCharsets.UTF_8))
                .statusCode(200);
        desk.submit(round, area).statusCode(201);
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private String pseudonym(String name) {
        JsonPath allocation = desk.coordinator()
                .get(run + "/allocation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return allocation.getString("doctors.find { it.name == '" + name + "' }.doctor");
    }

    private static String text(JsonPath answer) {
        Map<String, List<String>> told = answer.getMap("told");
        return told.values().stream()
                .map(sentences -> String.join(" ", sentences))
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_coordinator_reads_who_stands_ahead_by_name() {
        JsonPath answer = desk.coordinator()
                .get(run + "/reasons/" + pseudonym("Per Hansen"))
                .then()
                .statusCode(200)
                .body("standing", equalTo("WAITS"))
                .body("waiting", equalTo("AHEAD"))
                .extract()
                .jsonPath();
        assertThat(text(answer)).contains("Kari Nordmann har plass og står foran ved ansiennitet");
        desk.coordinator().get(run + "/reasons/d999").then().statusCode(404);
        desk.municipality("3222")
                .get(run + "/reasons/" + pseudonym("Per Hansen"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_municipality_reads_of_its_own_doctor_once_the_round_is_approved_and_of_no_other() {
        String own = "/api/v1/rounds/" + round + "/outcomes/8765432/reasons";
        desk.municipality("3222").get(own).then().statusCode(404);
        desk.coordinator().body("{}").post(run + "/approve").then().statusCode(200);
        JsonPath answer = desk.municipality("3222")
                .get(own)
                .then()
                .statusCode(200)
                .body("name", equalTo("Per Hansen"))
                .extract()
                .jsonPath();
        assertThat(text(answer))
                .contains("En lege som har plass, står foran deres lege ved ansiennitet")
                .doesNotContain("Kari", "Nordmann", "7654321", "3205");
        desk.municipality("3205").get(own).then().statusCode(404);
        assertThat(desk.municipality("3222")
                        .header("Accept-Language", "en")
                        .get(own)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("told.outcome[0]"))
                .contains("gets no seat");
    }

    @Test
    void an_export_stands_alone() throws IOException {
        byte[] zip = desk.coordinator()
                .get(run + "/export")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "LESMEG.txt",
                        "certificate.json",
                        "policy.yaml",
                        "problem.json",
                        "proposal.json",
                        "reasons.json",
                        "run.json");
        assertThat(String.join("\n", files.values())).doesNotContain("Kari", "Hansen", "7654321", "8765432");
        assertThat(Checker.check(
                                CanonicalJson.read(files.get("problem.json"), AllocationProblem.class),
                                CanonicalJson.read(files.get("proposal.json"), Proposal.class),
                                CanonicalJson.read(files.get("certificate.json"), Certificate.class),
                                CanonicalJson.read(files.get("reasons.json"), StatedReasons.class))
                        .accepted())
                .isTrue();
        assertThat(desk.coordinator().get(run + "/export").asByteArray()).isEqualTo(zip);
        desk.planner().get(run + "/export").then().statusCode(403);
    }

    @Test
    void comparisons_tell_who_to_the_coordinator_only() {
        String scenarios = "/api/v1/rounds/" + round + "/scenarios";
        desk.coordinator()
                .get(scenarios + "/policies/ahus-2023/1")
                .then()
                .statusCode(200)
                .body("difference.counts.placed.now", equalTo(1))
                .body("difference.gains.doctor", everyItem(hasKey("name")));
        desk.coordinator().get(scenarios + "/policies/ahus-1999/1").then().statusCode(404);
        desk.planner().get(scenarios + "/objectives").then().statusCode(200).body("counts.placed.then", equalTo(1));
        desk.planner()
                .get(scenarios + "/dilemmas")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("$", not(hasKey("dilemmas")))
                .body("counts.dilemmas", notNullValue());
        desk.department().get(scenarios + "/dilemmas").then().statusCode(403);
    }
}
