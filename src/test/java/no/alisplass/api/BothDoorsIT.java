package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.alisplass.SettableClock;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every question that both the pages and the API answer, asked at both, of a round with an outcome settled by hand, before and after
 * its approval.
 *
 * <p>Anna has geriatrics, which is all that Berit would have, and could have lungs. Cecilie would have ENT and nothing else, which is
 * given by hand to Dina, who is behind her.
 */
@QuarkusTest
class BothDoorsIT {
    private static final String ID = "to-dorer";
    private static final String ROUND = "/api/v1/rounds/" + ID;
    private static final String PAGES = "/koordinator/runder/" + ID;
    private static final String HALF = "2059-V";
    private static final int HPR = 79_000_000;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    /** What pages say, in Norwegian. */
    private final Properties texts = new Properties();

    private FrontDesk desk;

    @BeforeEach
    void aDesk() throws IOException {
        clock.set(LocalDate.of(2026, 11, 24));
        desk = new FrontDesk(users);
        desk.loadReferenceData();
        for (String bundle : List.of("web-coordinator", "web-offer")) {
            try (Reader reader =
                    Files.newBufferedReader(Path.of("src/main/resources/messages/" + bundle + ".properties"))) {
                texts.load(reader);
            }
        }
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void both_doors_answer_alike_before_and_after_the_approval() {
        for (String position : List.of("geriatri", "lunge", "onh", "akuttpsykiatri")) {
            desk.seats("ahus-" + position + "-1", HALF, position.equals("akuttpsykiatri") ? 0 : 1);
        }
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "To dører", "halfYears": ["%s"], "policyId": "ahus-2020", "policyVersion": 2,
                 "lotterySeed": "froe", "deadline": "2058-12-01"}
                """.formatted(ID, HALF));
        assertThat(progress()).isEqualTo("WAIT");
        send("3205", doctor(1, "Anna", "geriatri", false) + "," + doctor(3, "Cecilie", "onh", true));
        send("3209", doctor(2, "Berit", "geriatri", true) + "," + doctor(4, "Dina", "onh", false));
        desk.close(ID);
        assertThat(progress()).isEqualTo("RUN");
        desk.run(ID);
        assertThat(progress()).isEqualTo("APPROVE");
        desk.coordinator()
                .body("""
                        {"stays": [{"position": "ahus-onh-1", "halfYear": "%s"}], "reason": "Avtalt med avdelingen."}
                        """.formatted(HALF))
                .put(ROUND + "/pins/" + (HPR + 4))
                .then()
                .statusCode(200);
        assertThat(progress()).isEqualTo("OUTDATED");
        String run = desk.run(ID);
        assertThat(progress()).isEqualTo("APPROVE");
        desk.municipality("3205")
                .get(ROUND + "/outcomes")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("allocation.not-approved"));
        assertThat(page(desk.municipality("3205"), "/kommune/runder/" + ID + "/utfall"))
                .contains("Fordelingen er ikke godkjent ennå");

        Map<String, Object> before = answers();
        desk.coordinator().body("{}").post(run + "/approve").then().statusCode(200);

        assertThat(progress()).isEqualTo("DONE");
        assertThat(answers()).isEqualTo(before);
        outcome("3205", Map.of("Anna", true, "Cecilie", false));
        outcome("3209", Map.of("Berit", false, "Dina", true));
    }

    /** What is the same before and after. */
    private Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("ranking", ranking());
        answers.put("decision", decision());
        answers.put("what-if", whatIf());
        answers.put("objectives", compared("/objectives", "", "/maal"));
        answers.put("policies", compared("/policies/ahus-2023/1", "difference.", "/regler?regler=ahus-2023~1"));
        answers.put("dilemmas", dilemmas());
        answers.put("violations", violations());
        answers.put("changes", changes());
        answers.put("statistics", statistics());
        return answers;
    }

    private String progress() {
        JsonPath api = api(desk.coordinator(), ROUND + "/progress");
        String next = api.getString("next");
        String page = page(desk.coordinator(), PAGES);
        assertThat(page)
                .contains(
                        "<h2 id=\"neste\">"
                                + texts.getProperty(
                                        // Done with is the allocation; the page goes on with the offers.
                                        next.equals("DONE")
                                                ? "next-offers-"
                                                        + api.getString("offers")
                                                                .toLowerCase(Locale.ROOT)
                                                : "next-"
                                                        + next.toLowerCase(Locale.ROOT)
                                                                .replace('_', '-'))
                                + "</h2>",
                        "3 plasser",
                        api.getInt("answered") + " av " + api.getInt("asked") + " har svart");
        assertThat(api.getInt("seats")).isEqualTo(3);
        assertThat(api.getInt("silent.size()")).isEqualTo(api.getInt("asked") - api.getInt("answered"));
        assertThat(api.getString("offers")).isEqualTo(next.equals("DONE") ? "NONE" : null);
        if (api.get("proposal") != null) {
            assertThat(page).contains("/kjoringer/" + api.getInt("proposal"));
        }
        return next;
    }

    private List<List<String>> ranking() {
        JsonPath api = api(desk.coordinator(), ROUND + "/ranking");
        List<List<String>> ranked = IntStream.range(0, api.getInt("ranked.size()"))
                .mapToObj(at -> {
                    String decided = api.getString("ranked[" + at + "].next.criterionName");
                    return List.of(
                            api.getString("ranked[" + at + "].position"),
                            api.getString("ranked[" + at + "].name"),
                            decided == null ? "–" : decided);
                })
                .toList();
        assertThat(ranked).extracting(each -> each.get(1)).containsExactly("Anna", "Berit", "Cecilie", "Dina");
        assertThat(rows(page(desk.coordinator(), PAGES + "/rangering")).stream()
                        .map(each -> List.of(each.get(0), each.get(1), each.get(3)))
                        .toList())
                .isEqualTo(ranked);
        return ranked;
    }

    private List<String> decision() {
        JsonPath api = api(desk.coordinator(), ROUND + "/ranking/decision?first=" + (HPR + 4) + "&second=" + (HPR + 2));
        List<String> decided = List.of(
                api.getString("ahead"),
                api.getString("valueAhead"),
                api.getString("behind"),
                api.getString("valueBehind"));
        assertThat(decided).contains("Berit", "Dina");
        String page = page(desk.coordinator(), PAGES + "/rangering?forst=4&andre=2");
        String answer = page.substring(page.indexOf("<div class=\"answer\""), page.indexOf("</dl>"));
        assertThat(text(answer)).contains(String.join(" ", decided), api.getString("criterionName"));
        return decided;
    }

    private String whatIf() {
        JsonPath api = desk.coordinator()
                .body(Map.of("seats", List.of(Map.of("department", "ahus-onh", "halfYear", HALF, "seats", 2))))
                .post(ROUND + "/scenarios")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(api.<String>getList("gains.doctor.doctor")).containsExactly("d003");
        String page = page(desk.planner(), "/planlegger/hva-om/" + ID + "?plasser_ahus-onh_" + HALF + "=2");
        String shown = page.substring(page.indexOf("id=\"forskjell\""));
        List<List<String>> rows = rows(shown);
        assertThat(rows.subList(0, 3).stream().map(each -> each.subList(1, 3)).toList())
                .isEqualTo(counts(api, ""));
        assertThat(Integer.parseInt(rows.get(3).get(1))
                        + Integer.parseInt(rows.get(4).get(1)))
                .isEqualTo(api.getList("gains").size());
        assertThat(page).doesNotContain("Cecilie", "d003");
        assertThat(page(desk.coordinator(), "/planlegger/hva-om/" + ID + "/hvem?plasser_ahus-onh_" + HALF + "=2"))
                .contains("Cecilie");
        assertThat(shown).contains(api.getString("counts.problemHash"));
        return api.prettify();
    }

    /** Two outcomes side by side. @param in where they stand in the API's answer */
    private String compared(String scenario, String in, String pageOfRun) {
        JsonPath api = api(desk.coordinator(), ROUND + "/scenarios" + scenario);
        List<List<String>> rows = rows(page(desk.coordinator(), PAGES + "/kjoringer/2" + pageOfRun));
        assertThat(rows.subList(0, 3).stream().map(each -> each.subList(1, 3)).toList())
                .isEqualTo(counts(api, in));
        List<String> names = new ArrayList<>(api.<String>getList(in + "gains.doctor.name"));
        names.addAll(api.<String>getList(in + "losses.doctor.name"));
        assertThat(rows.subList(3, rows.size()).stream()
                        .map(each -> each.get(1))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(names);
        return api.prettify();
    }

    private static List<List<String>> counts(JsonPath api, String in) {
        return List.of("placed", "waiting", "best").stream()
                .map(each -> List.of(
                        api.getString(in + "counts." + each + ".now"), api.getString(in + "counts." + each + ".then")))
                .toList();
    }

    private List<String> dilemmas() {
        JsonPath api = api(desk.coordinator(), ROUND + "/scenarios/dilemmas");
        List<String> asked = api.getList("dilemmas.doctor.name");
        assertThat(asked).containsExactly("Anna");
        String page = page(desk.coordinator(), PAGES + "/kjoringer/2/dilemmaer/liste");
        assertThat(found(page, "<h2>Om (\\w+) \\(nr")).isEqualTo(asked);
        assertThat(found(page, "<li>nr. \\d+, (\\w+):")).isEqualTo(api.getList("dilemmas[0].placed.doctor.name"));
        return asked;
    }

    private List<String> violations() {
        JsonPath api = api(desk.coordinator(), ROUND + "/runs/2/violations");
        assertThat(api.<Integer>getList("ahead.position")).containsExactly(3);
        assertThat(api.<String>getList("wanted[0].position")).containsExactly("ahus-onh-1");
        List<String> over = List.of(api.getString("[0].ahead.name"), api.getString("[0].behind.name"));
        assertThat(api(desk.coordinator(), ROUND + "/runs/2/allocation").getInt("proof.passedOver"))
                .isEqualTo(1);
        Matcher told = Pattern.compile(
                        "<li>Nr\\. 3, (\\w+), ville heller hatt .*? for hånd til nr\\. 4, (\\w+)\\.</li>")
                .matcher(page(desk.coordinator(), PAGES + "/kjoringer/2"));
        assertThat(told.find()).isTrue();
        assertThat(List.of(told.group(1), told.group(2))).isEqualTo(over);
        return over;
    }

    private List<List<String>> changes() {
        JsonPath api = api(desk.coordinator(), ROUND + "/runs/2/changes?since=1");
        List<List<String>> changes = IntStream.range(0, api.getInt("size()"))
                .mapToObj(at -> List.of(
                        api.getString("[" + at + "].doctor.name"),
                        texts.getProperty("diff-"
                                + api.getString("[" + at + "].direction").toLowerCase(Locale.ROOT))))
                .toList();
        assertThat(changes).contains(List.of("Cecilie", "Dårligere"));
        assertThat(rows(page(desk.coordinator(), PAGES + "/kjoringer/forskjell?fra=1&til=2")).stream()
                        .map(each -> List.of(each.get(1), each.get(5)))
                        .toList())
                .isEqualTo(changes);
        return changes;
    }

    private String statistics() {
        JsonPath api = api(desk.coordinator(), ROUND + "/runs/2/statistics");
        List<String> wishes = new ArrayList<>(api.getList("wishesMet.ranks", String.class));
        for (String each : List.of("later", "notAmong", "without", "waiting")) {
            wishes.add(api.getString("wishesMet." + each));
        }
        String charts = PAGES + "/kjoringer/2/bilder/";
        assertThat(cells(page(desk.coordinator(), charts + "onsker.csv"), 1)).isEqualTo(wishes);
        String demand = page(desk.coordinator(), charts + "konkurranse.csv");
        assertThat(cells(demand, 1)).isEqualTo(api.getList("demand.first", String.class));
        assertThat(cells(demand, 3)).isEqualTo(api.getList("demand.seats", String.class));
        assertThat(cells(page(desk.coordinator(), charts + "start.csv"), 1))
                .isEqualTo(api.getList("starts.placed", String.class));
        return api.prettify();
    }

    /** @param own whether each of the area's doctors is placed; nobody else may be in the answer */
    private void outcome(String area, Map<String, Boolean> own) {
        JsonPath api = api(desk.municipality(area), ROUND + "/outcomes");
        Map<String, Boolean> told = new LinkedHashMap<>();
        for (int at = 0; at < api.getInt("doctors.size()"); at++) {
            told.put(
                    api.getString("doctors[" + at + "].name"),
                    !api.getList("doctors[" + at + "].stays").isEmpty());
        }
        assertThat(told).isEqualTo(own);
        String page = page(desk.municipality(area), "/kommune/runder/" + ID + "/utfall");
        Map<String, Boolean> shown = new LinkedHashMap<>();
        rows(page).forEach(each -> shown.put(each.get(0), each.get(1).equals("Fikk plass")));
        assertThat(shown).isEqualTo(own);
        assertThat(page).contains(api.getString("problemHash"), api.getString("proposalHash"));
        for (int hpr : api.getList("doctors.hprNumber", Integer.class)) {
            JsonPath why = api(desk.municipality(area), ROUND + "/outcomes/" + hpr + "/reasons");
            assertThat(text(page)).contains(why.getString("told.outcome[0]"));
        }
    }

    private void send(String area, String doctors) {
        desk.write(ID, area, "{\"entries\": [" + doctors + "]}").statusCode(200);
        desk.submit(ID, area).statusCode(201);
    }

    /** The further back, the higher the number. */
    private static String doctor(int number, String name, String wish, boolean nothingElse) {
        return """
                {"priority": %d, "name": "%s", "hprNumber": "%d", "affiliation": "PERMANENT", "scheme": "NEW",
                 "statedService": %d, "statedOpenPractice": 24, "statedShare": 0, "objectives": 50, "activities": 5, "supervision": "BEGUN",
                 "monthsLeft": 6, "interrupted": false, "leave": "GRANTED", "locum": "SECURED",
                 "wishes": {"ranked": [["ahus-%s"]], "onlyRanked": %s, "refused": [], "blocked": [], "weight": "DEPARTMENT"}}
                """.formatted(number, name, HPR + number, 60 - number, wish, nothingElse);
    }

    private static JsonPath api(RequestSpecification who, String address) {
        return who.get(address).then().statusCode(200).extract().jsonPath();
    }

    private static String page(RequestSpecification who, String address) {
        return who.accept("*/*").get(address).then().statusCode(200).extract().asString();
    }

    /** The rows of all tables without their heads, each as the texts of its cells. */
    private static List<List<String>> rows(String html) {
        List<List<String>> rows = new ArrayList<>();
        for (String body : found(html, "<tbody>(.*?)</tbody>")) {
            for (String row : found(body, "<tr>(.*?)</tr>")) {
                rows.add(found(row, "<t[hd][^>]*>(.*?)</t[hd]>").stream()
                        .map(BothDoorsIT::text)
                        .toList());
            }
        }
        return rows;
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** A column of a file, without its head. */
    private static List<String> cells(String csv, int column) {
        return csv.lines().skip(1).map(line -> line.split(";", -1)[column]).toList();
    }
}
