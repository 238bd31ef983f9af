package no.alisplass.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.alisplass.InBrowser;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.platform.seen.ReadRecord;
import no.alisplass.platform.seen.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page of the coordinator and the planner with the whole sample round: how it looks, and how fast it is. */
@QuarkusTest
@InBrowser
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
        who_saw_is_recorded_where_a_doctor_is_shown("bilder-kari", more, 5);
        try (Browser.Visitor kari = Browser.visitor(site, 1280).in("bilder-kari", PASSWORD)) {
            assertThat(kari.context()
                            .request()
                            .get("/planlegger/hva-om/" + ROUND)
                            .text())
                    .as("many numbers are a planner's to ask about")
                    .contains("/planlegger/hva-om/" + ROUND + "/scenarioer")
                    .doesNotContain("/mange");
        }
        walk(
                "bilder-pia",
                List.of(
                        "/planlegger",
                        "/planlegger/prognose",
                        "/planlegger/hva-om",
                        "/planlegger/hva-om/" + ROUND,
                        "/planlegger/hva-om/" + ROUND + "?plasser_ahus-lunge_2027-V=2",
                        "/planlegger/hva-om/" + ROUND + "/verdi",
                        "/planlegger/hva-om/" + ROUND + "/spenn",
                        "/planlegger/hva-om/" + ROUND + "/minst",
                        "/planlegger/hva-om/" + ROUND + "/mange"),
                "planner");
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).in("bilder-pia", PASSWORD)) {
            KeptScenarioWalk.keeps_scenarios_and_puts_them_side_by_side(visitor, ROUND);
            KeptScenarioWalk.asks_the_register(visitor);
        }
        a_plan_is_asked_about_and_shared();
        who_saw_is_recorded_where_a_doctor_is_shown("bilder-kari", List.of("/koordinator/prognose/ahus"), 1);
        the_answer_follows_as_a_planner_steps();
        what_cannot_be_asked_is_told_at_its_field_and_answers_are_taken_along();
        // The last: what stands in for the record stays until the end of the test.
        what_cannot_be_recorded_is_not_shown(base);
    }

    /** By the keyboard; what comes of it, as pictures and tables, and what an area then reads of its own doctors. */
    private void a_plan_is_asked_about_and_shared() {
        try (Browser.Visitor pia = Browser.visitor(site, 1280, 360).in("bilder-pia", PASSWORD)) {
            pia.at("/planlegger/prognose").type("[name=tittel]", "Tre plasser i geriatri");
            pia.page().fill("[name=antall]", "8");
            pia.page().fill("[name=forlop]", "60");
            pia.page().fill("[name='plasser_ahus-geriatri-1_na']", "3");
            pia.page().fill("[name=antatt_decline_trolig]", "30");
            pia.enter("form[action='/planlegger/prognose/ahus'] button[type=submit]");
            pia.page().waitForURL(address -> address.endsWith("/planlegger/prognose/ahus"));
            pia.finds("a range out of order").picture("forecast-faulty");
            assertThat(pia.page().locator("[name=antatt_decline_trolig]").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            pia.page().fill("[name=antatt_decline_trolig]", "10");
            pia.page().selectOption("[name='plasser_ahus-geriatri-1_fra_0']", "2028-V");
            pia.page().fill("[name='plasser_ahus-geriatri-1_da_0']", "4");
            pia.page()
                    .locator("fieldset:has([name='plasser_ahus-geriatri-1_na']) summary")
                    .click();
            pia.page().selectOption("[name='plasser_ahus-geriatri-1_fra_1']", "2029-V");
            pia.page().fill("[name='plasser_ahus-geriatri-1_da_1']", "5");
            pia.page().selectOption("[name=mal]", "2029-H");
            pia.page().fill("[name=malMaaneder]", "24");
            pia.page().fill("[name=malAndel]", "60 %");
            pia.enter("form[action='/planlegger/prognose/ahus'] button[type=submit]");
            pia.page().locator("figure.band-chart").first().waitFor();
            assertThat(pia.page().locator("figure.band-chart svg").count()).isEqualTo(5);
            assertThat(pia.page().locator("#sporsmal").count()).isEqualTo(1);
            assertThat(pia.page().locator("[name='plasser_ahus-geriatri-1_na']").inputValue())
                    .isEqualTo("3");
            assertThat(pia.page()
                            .locator("[name='plasser_ahus-geriatri-1_da_1']")
                            .inputValue())
                    .isEqualTo("5");
            pia.finds("a forecast").picture("forecast");
            assertThat(pia.page().content()).contains("den første runden. Grunnene er disse");
            files_are_taken_along(pia, "prognose");
            pia.enter("form[action$='/del'] button[type=submit]");
            pia.page().locator("form[action$='/ta-tilbake']").waitFor();
            String many = "/planlegger/hva-om/" + ROUND + "/mange";
            pia.at(many).type("[name=tittel]", "Lunge og geriatri");
            for (String department : List.of("lunge", "geriatri")) {
                pia.page().fill("[name='fra_ahus-" + department + "_2027-V']", "0");
                pia.page().fill("[name='til_ahus-" + department + "_2027-V']", "4");
            }
            pia.enter("form[action='" + many + "'] button[type=submit]");
            pia.page().locator("table.dense").waitFor();
            pia.settled().finds("the frontier of a sweep").picture("sweep");
            files_are_taken_along(pia, "mange");
            pia.enter("main a[href^='/planlegger/sporsmal?']");
            pia.page().waitForURL(address -> address.contains("/planlegger/sporsmal?sykehus=ahus"));
            pia.finds("all questions").picture("questions");
            assertThat(pia.page().locator("tbody tr").allInnerTexts().subList(0, 2))
                    .satisfiesExactly(
                            last -> assertThat(last).contains("Lunge og geriatri", "Mange antall i en runde", "Ferdig"),
                            first -> assertThat(first).contains("Tre plasser i geriatri", "Prognose med mål", "Delt"));
            pia.enter("tbody tr:first-child a");
            pia.page().locator("table.dense").waitFor();
        }
        users.create(User.of("bilder-3205", "Kommune", Roles.MUNICIPALITY).in(new AreaCode("3205")), PASSWORD);
        try (Browser.Visitor area = Browser.visitor(site, 1280, 360).in("bilder-3205", PASSWORD)) {
            area.at("/kommune/leger/prognose")
                    .finds("when doctors are likely to begin")
                    .picture("likely");
            assertThat(area.page().content()).contains("Tre plasser i geriatri", "trolig vår 20");
        }
        try (Browser.Visitor kari = Browser.visitor(site, 1280, 360).in("bilder-kari", PASSWORD)) {
            kari.at("/koordinator/leger/ahus");
            kari.page().click("a[href='/koordinator/prognose/ahus']");
            kari.page().waitForURL(address -> address.endsWith("/koordinator/prognose/ahus"));
            kari.finds("when those who wait are likely to begin").picture("likely-koordinator");
            assertThat(kari.page().content()).contains("Tre plasser i geriatri", "trolig vår 20");
            kari.page().selectOption("[name=omraade]", "3205");
            kari.page().click("form.filter button[type=submit]");
            kari.page().waitForURL(address -> address.endsWith("?omraade=3205"));
            assertThat(kari.page()
                            .locator("table")
                            .first()
                            .locator("tbody td:nth-child(4)")
                            .allInnerTexts())
                    .isNotEmpty()
                    .containsOnly("Lillestrøm");
        }
    }

    /** By the page's own links. @param called how the files' names begin */
    private static void files_are_taken_along(Browser.Visitor planner, String called) {
        Map<String, String> begins = Map.of("tabell.xlsx", "PK", "ark.pdf", "%PDF-");
        begins.forEach((file, sign) -> {
            String address =
                    planner.page().locator("a[href$='/filer/" + file + "']").getAttribute("href");
            APIResponse answer = planner.context().request().get(address);
            assertThat(new String(answer.body(), 0, sign.length(), StandardCharsets.US_ASCII))
                    .as(address)
                    .isEqualTo(sign);
            assertThat(answer.headers().get("content-disposition")).contains("\"" + called + "-");
        });
    }

    private void what_cannot_be_asked_is_told_at_its_field_and_answers_are_taken_along() {
        String base = "/planlegger/hva-om/" + ROUND;
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("bilder-pia", PASSWORD)) {
            Map<String, String> wrong = Map.of(
                    "/spenn?fra_ahus-lunge_2027-V=3&til_ahus-lunge_2027-V=1", "Skriv det minste først.",
                    "/spenn?fra_ahus-lunge_2027-V=ti", "ti",
                    "/minst?hvem=WAITED", "halv",
                    "/minst?hvem=ALLE", "ALLE");
            wrong.forEach((address, told) -> {
                APIResponse answer = visitor.context().request().get(base + address);
                assertThat(answer.status()).as(address).isEqualTo(422);
                assertThat(answer.text()).as(address).contains("error-summary", told);
            });
            StringBuilder tooMany = new StringBuilder("?mate=ALL");
            for (String department : List.of("lunge", "geriatri", "onh", "akuttpsykiatri")) {
                tooMany.append("&fra_ahus-" + department + "_2027-V=0&til_ahus-" + department + "_2027-V=13");
            }
            Matcher later = Pattern.compile("href=\"(" + base + "/mange[?][^\"]+)\"")
                    .matcher(visitor.context()
                            .request()
                            .get(base + "/spenn" + tooMany)
                            .text());
            assertThat(later.find()).isTrue();
            visitor.at(later.group(1).replace("&amp;", "&")).finds("a question that is filled in");
            assertThat(visitor.page().locator("[name='til_ahus-onh_2027-V']").inputValue())
                    .isEqualTo("13");
            assertThat(visitor.page().locator("[name=maate][value=ALL]").isChecked())
                    .isTrue();
            assertThat(visitor.context()
                            .request()
                            .get(
                                    base
                                            + "/minst?hvem=EVERYONE&uten-grenser=ja&hoyst_ahus-lunge=50&hoyst_ahus-akuttpsykiatri=50&hoyst_ahus-onh=50")
                            .text())
                    .contains("plasser til er nok.", "At færre ikke er nok, er bevist.");
            assertThat(visitor.context()
                            .request()
                            .get(base + "/minst?hvem=EVERYONE&uten-grenser=ja&hoyst_ahus-lunge=2")
                            .text())
                    .contains("så mange plasser som det høyst kan bli, er ikke nok");
            for (String file : List.of(
                    "/svar/tabell.xlsx?plasser_ahus-lunge_2027-V=2",
                    "/verdi/tabell.xlsx",
                    "/spenn/tabell.xlsx",
                    "/minst/tabell.xlsx")) {
                APIResponse answer = visitor.context().request().get(base + file);
                assertThat(answer.status()).as(file).isEqualTo(200);
                assertThat(new String(answer.body(), 0, 2, StandardCharsets.US_ASCII))
                        .as(file)
                        .isEqualTo("PK");
            }
            for (String file : List.of(
                    "/svar/ark.pdf?plasser_ahus-lunge_2027-V=2",
                    "/verdi/ark.pdf",
                    "/spenn/ark.pdf",
                    "/minst/ark.pdf")) {
                APIResponse answer = visitor.context().request().get(base + file);
                assertThat(answer.status()).as(file).isEqualTo(200);
                assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII))
                        .as(file)
                        .isEqualTo("%PDF-");
            }
            for (String page : List.of("/verdi", "/spenn", "/minst?hvem=EVERYONE&uten-grenser=ja")) {
                String files = base + page.replaceAll("\\?.*", "");
                String asked = page.replaceAll("^[^?]*", "").replace("&", "&amp;");
                assertThat(visitor.context().request().get(base + page).text())
                        .as(page)
                        .contains(
                                "href=\"" + files + "/tabell.xlsx" + asked + "\"",
                                "href=\"" + files + "/ark.pdf" + asked + "\"");
            }
        }
    }

    private void the_answer_follows_as_a_planner_steps() {
        String field = "input[name='plasser_ahus-lunge_2027-V']";
        try (Browser.Visitor visitor = Browser.visitor(site, 360, 1280).in("bilder-pia", PASSWORD)) {
            visitor.at("/planlegger/hva-om/" + ROUND);
            Page page = visitor.page();
            assertThat(page.locator("main").innerText()).doesNotContainPattern("\\bd0\\d\\d\\b");
            for (Locator button : page.locator("[data-by]").all()) {
                assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(44);
                assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
            }
            visitor.enter("[data-stepper]:has(" + field + ") [data-by='1']");
            page.waitForCondition(() -> page.locator("#svar-sagt").innerText().contains("Én plass til"));
            assertThat(page.inputValue(field)).isEqualTo("2");
            assertThat(page.locator("[data-stepped]").textContent()).endsWith(": 2");
            page.waitForURL(address -> address.endsWith("?plasser_ahus-lunge_2027-V=2"));
            assertThat(page.locator("a[href$='/scenarioer/ny?plasser_ahus-lunge_2027-V=2']")
                            .count())
                    .isEqualTo(1);
            visitor.finds("stepped").picture("planner-stepped");
            page.focus(field);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.waitForCondition(() -> page.locator("#svar-sagt").innerText().contains("Én plass færre"));
            page.fill(field, "mange");
            page.waitForCondition(() -> page.locator("#svar .notice-danger").count() == 1);
            visitor.finds("a number that cannot be read");
            visitor.at("/planlegger/hva-om/" + ROUND + "/scenarioer/ny?plasser_ahus-lunge_2027-V=2");
            assertThat(page.inputValue(field)).isEqualTo("2");
        }
        try (Browser.Visitor visitor = Browser.withoutScripts(site, 360).in("bilder-pia", PASSWORD)) {
            visitor.at("/planlegger/hva-om/" + ROUND);
            Page page = visitor.page();
            page.click("[data-stepper]:has(" + field + ") [data-by='1']");
            visitor.reload();
            assertThat(page.inputValue(field)).isEqualTo("2");
            assertThat(page.locator("#svar-sagt").innerText()).contains("Én plass til");
        }
        try (Browser.Visitor visitor = Browser.visitor(site, 1280, 360).in("bilder-kari", PASSWORD)) {
            visitor.at("/planlegger/hva-om/" + ROUND + "/hvem?plasser_ahus-lunge_2027-V=2")
                    .finds("who");
        }
    }

    /** Held against the pages themselves: what says it shows nobody must have none of the names. */
    private void who_saw_is_recorded_where_a_doctor_is_shown(String user, List<String> pages, int named)
            throws IOException {
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
        assertThat(shown).as("pages that name a doctor of that list").isGreaterThanOrEqualTo(named);
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
