package no.alisplass.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.ReadRecord;
import no.alisplass.platform.seen.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page of the coordinator and the planner with the whole sample round: how it looks, and how fast it is. */
@QuarkusTest
class CoordinatorSampleIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final Path SAMPLE = Path.of("sample-data", "ahus-2027-var");
    private static final String ROUND = "web-ahus-2027-v";
    private static final long MAX_MILLIS = 1000;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    ReadRecord reads;

    @TestHTTPResource("/")
    URL site;

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private void load() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        users.create(User.of("bilder-kari", "Kari Koordinator", Roles.COORDINATOR), PASSWORD);
        users.create(User.of("bilder-pia", "Pia Planlegger", Roles.PLANNER), PASSWORD);
        FrontDesk desk = new FrontDesk(users);
        desk.loadReferenceData();
        for (String position : List.of("geriatri", "lunge", "onh", "akuttpsykiatri")) {
            desk.seats("ahus-" + position + "-1", "2027-V", 1);
            desk.seats("ahus-" + position + "-1", "2027-H", 1);
        }
        ObjectNode round = (ObjectNode) new ObjectMapper().readTree(Files.readString(SAMPLE.resolve("runde.json")));
        desk.open(round.put("id", ROUND).put("title", "Alle sidene vår 2027").toString());
        desk.sendLists(SAMPLE, ROUND, area -> true);
        desk.close(ROUND);
        desk.run(ROUND);
    }

    @Test
    void every_page_with_sixty_five_doctors() throws IOException {
        load();
        String base = "/koordinator/runder/" + ROUND;
        List<String> pages = List.of(
                "/koordinator",
                "/koordinator/stillinger?fra=2027-V",
                "/koordinator/ny-runde",
                base,
                base + "/ventelister",
                base + "/ventelister/3205",
                base + "/rangering",
                base + "/rangering?forst=17&andre=3",
                base + "/rangering/avvik",
                base + "/kjoringer",
                base + "/kjoringer/1",
                base + "/kjoringer/1/lege/d014",
                base + "/kjoringer/1/bilder",
                base + "/kjoringer/1/godkjenn",
                base + "/kjoringer/1/maal",
                base + "/kjoringer/1/regler",
                base + "/kjoringer/1/dilemmaer",
                base + "/handsatt",
                base + "/handsatt/d014");
        walk("bilder-kari", pages, "sample");
        List<String> more = new ArrayList<>(pages);
        more.addAll(List.of(
                base + "/kjoringer/1/dilemmaer/liste",
                base + "/kjoringer/1/bilder/kommune.csv",
                base + "/to-lister",
                base + "/endre",
                base + "/handsatt/d014/virkning?utfall=ut"));
        who_saw_is_recorded_where_a_doctor_is_shown("bilder-kari", more);
        walk(
                "bilder-pia",
                List.of(
                        "/planlegger",
                        "/planlegger/hva-om",
                        "/planlegger/hva-om/" + ROUND,
                        "/planlegger/hva-om/" + ROUND + "?plasser_ahus-lunge_2027-V=2",
                        "/planlegger/hva-om/" + ROUND + "/verdi"),
                "planner");
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).in("bilder-pia", PASSWORD)) {
            KeptScenarioWalk.keeps_scenarios_and_puts_them_side_by_side(visitor, ROUND);
            KeptScenarioWalk.asks_the_register(visitor);
        }
        // The last: what stands in for the record stays until the end of the test.
        what_cannot_be_recorded_is_not_shown(base);
    }

    /** Held against the pages themselves: what says it shows nobody must have none of the names. */
    private void who_saw_is_recorded_where_a_doctor_is_shown(String user, List<String> pages) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> lists = Files.list(SAMPLE.resolve("ventelister"))) {
            for (Path list :
                    lists.filter(each -> each.toString().endsWith(".json")).toList()) {
                new ObjectMapper()
                        .readTree(Files.readString(list))
                        .findValues("name")
                        .forEach(name -> names.add(name.asText()));
            }
        }
        assertThat(names).hasSizeGreaterThan(10);
        int shown = 0;
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in(user, PASSWORD)) {
            for (String page : pages) {
                long before = times(user);
                APIResponse answer = visitor.context().request().get(page);
                assertThat(answer.status()).as(page).isEqualTo(200);
                long recorded = times(user) - before;
                assertThat(recorded).as(page).isLessThanOrEqualTo(1);
                String text = answer.text();
                if (names.stream().anyMatch(text::contains)) {
                    shown++;
                    assertThat(recorded).as("doctors are named on " + page).isEqualTo(1);
                }
            }
        }
        assertThat(shown).as("pages that name a doctor of that list").isGreaterThan(4);
        assertThat(reads.page(user, "", 0, 100).reads().toString()).doesNotContain("d014", names.get(0));
    }

    private long times(String user) {
        return reads.page(user, "", 0, 100).reads().stream()
                .mapToLong(ReadRecord.Read::times)
                .sum();
    }

    private void what_cannot_be_recorded_is_not_shown(String base) {
        QuarkusMock.installMockForType(new Unreachable(), ReadRecord.class);
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("bilder-kari", PASSWORD)) {
            APIResponse page = visitor.context().request().get(base + "/rangering");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text())
                    .contains("Tjenesten kan ikke svare akkurat nå")
                    .doesNotContain("d014");
            assertThat(visitor.context().request().get(base).status())
                    .as("names nobody")
                    .isEqualTo(200);
            given().auth()
                    .preemptive()
                    .basic("bilder-kari", PASSWORD)
                    .get("/api/v1/rounds/" + ROUND + "/ranking")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .body("type", equalTo("urn:alisplass:problem:unavailable"));
        }
    }

    /** The record while the database is away. */
    private static final class Unreachable extends ReadRecord {
        Unreachable() {
            super(null, null);
        }

        @Override
        public void add(String who, Seen seen, String subject) {
            throw new PersistenceException(new SQLException("gone", "08006"));
        }
    }

    private void walk(String user, List<String> pages, String name) throws IOException {
        List<String> times = new ArrayList<>();
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 320).in(user, PASSWORD)) {
            for (int at = 0; at < pages.size(); at++) {
                visitor.at(pages.get(at)).settled().finds(pages.get(at)).picture(name + "-" + at);
                long millis = time(visitor, pages.get(at));
                times.add(pages.get(at) + " " + millis + " ms");
                assertThat(millis).as(pages.get(at)).isLessThan(MAX_MILLIS);
            }
        }
        Files.write(Path.of("target", "page-times-" + name + ".txt"), times);
    }

    /** What the median of seven is at most, from the request to the whole answer. */
    private static long time(Browser.Visitor visitor, String path) {
        return Median.of(7, MAX_MILLIS, () -> assertThat(
                        visitor.context().request().get(path).status())
                .isEqualTo(200));
    }
}
