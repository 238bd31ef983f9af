package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.alisplass.SettableClock;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.ReadRecord;
import no.alisplass.platform.seen.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who look after the service read who did what; nobody reads there what people were changed from and to. */
@QuarkusTest
class AuditReadingIT {
    private static final String PASSWORD = "et-langt-nok-passord";

    @Inject
    Users users;

    @Inject
    ReadRecord reads;

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

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

    @Test
    @TestSecurity(user = "root", roles = Roles.ADMIN)
    void an_administrator_reads_who_was_shown_what() {
        clock.set(Instant.parse("2026-11-26T09:01:00Z"));
        reads.add("sett-kari", Seen.RANKING, "round/sett-2027-v");
        clock.set(Instant.parse("2026-11-26T09:14:59Z"));
        reads.add("sett-kari", Seen.RANKING, "round/sett-2027-v");
        reads.add("sett-kari", Seen.REASONS, "round/sett-2027-v/run/2");
        reads.add("sett-ola", Seen.RANKING, "round/sett-2027-v");
        clock.set(Instant.parse("2026-11-26T09:15:00Z"));
        reads.add("sett-kari", Seen.RANKING, "round/sett-2027-v");
        JsonPath hers = given().get("/api/v1/audit/reads?who=sett-kari")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(hers.<String>getList("reads.kind")).containsExactly("ranking", "ranking", "reasons");
        assertThat(hers.<Integer>getList("reads.times"))
                .as("two within a quarter of an hour are one row; the next quarter is another")
                .containsExactly(1, 2, 1);
        assertThat(hers.<String>getList("reads.firstAt")).element(1).isEqualTo("2026-11-26T09:01:00Z");
        assertThat(hers.<String>getList("reads.lastAt")).element(1).isEqualTo("2026-11-26T09:14:59Z");
        assertThat(hers.getMap("reads[0]")).containsOnlyKeys("firstAt", "lastAt", "who", "kind", "subject", "times");
        assertThat(given().get("/api/v1/audit/reads?subject=round/sett-2027-v&size=2&page=1")
                        .jsonPath()
                        .getLong("total"))
                .isEqualTo(4);
        given().get("/api/v1/audit/reads?subject=%27--").then().statusCode(422);
        String page = given().get("/admin/logg/sett?om=user/sett-kari")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("Rangeringen", "Begrunnelsen for én lege").doesNotContain("sett-ola");
        assertThat(given().get("/admin/logg/sett?om=round/sett-2027-v/run/2").asString())
                .contains("Begrunnelsen for én lege")
                .doesNotContain("sett-ola");
        for (Seen seen : Seen.values()) {
            reads.add("sett-alt", seen, "round/sett-2027-v");
        }
        given().get("/admin/logg/sett?om=sett-alt").then().statusCode(200);
        given().get("/admin/logg/sett?om=ingenting&side=3").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "kari", roles = Roles.COORDINATOR)
    void a_coordinator_does_not_read_who_was_shown_what() {
        given().get("/api/v1/audit/reads").then().statusCode(403);
        given().get("/admin/logg/sett").then().statusCode(403);
    }

    @Test
    void what_was_recorded_only_counts_on_until_it_is_old() {
        clock.set(Instant.parse("2020-03-01T10:00:00Z"));
        reads.add("gammel-kari", Seen.RANKING, "round/gammel");
        clock.set(Instant.parse("2020-03-31T10:00:00Z"));
        reads.add("gammel-kari", Seen.RANKING, "round/gammel");
        for (String attack : List.of(
                "UPDATE persons_read SET who = 'en-annen' WHERE who = 'gammel-kari'",
                "UPDATE persons_read SET times = times + 5 WHERE who = 'gammel-kari'",
                "UPDATE persons_read SET last_at = last_at - interval '1 day', times = times + 1 WHERE who = 'gammel-kari'",
                "TRUNCATE persons_read")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(attack).executeUpdate()))
                    .as(attack)
                    .hasStackTraceContaining("persons_read");
        }
        clock.set(Instant.parse("2020-04-10T10:00:00Z"));
        assertThat(reads.forget(Duration.ofDays(30))).isEqualTo(1);
        assertThat(reads.page("gammel-kari", "", 0, 10).reads())
                .extracting(ReadRecord.Read::firstAt)
                .containsExactly(Instant.parse("2020-03-31T10:00:00Z"));
        assertThat(reads.forget(Duration.ofDays(30))).isZero();
    }

    @Test
    @TestSecurity(user = "uten-svar", roles = Roles.COORDINATOR)
    void what_is_refused_is_not_recorded() {
        given().get("/api/v1/rounds/finnes-ikke/ranking").then().statusCode(404);
        given().get("/koordinator/runder/finnes-ikke/rangering").then().statusCode(404);
        given().get("/api/v1/rounds/finnes-ikke/waitlists/3205").then().statusCode(404);
        assertThat(reads.page("uten-svar", "", 0, 10).reads()).isEmpty();
    }
}
