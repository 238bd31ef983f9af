package no.alisplass.api;

import static no.alisplass.Results.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.SettableClock;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Answers;
import no.alisplass.offer.Decisions;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferClock;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Releases;
import no.alisplass.offer.Served;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.platform.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one round has given, the next remembers. Each test has a year and doctors of its own. */
@QuarkusTest
class MemoryIT {
    private static final List<String> POSITIONS =
            List.of("ahus-geriatri-1", "ahus-lunge-1", "ahus-onh-1", "ahus-akuttpsykiatri-1");
    private static int tests;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    Releases releases;

    @Inject
    Offers offers;

    @Inject
    Answers answers;

    @Inject
    Decisions decisions;

    @Inject
    OfferClock offerClock;

    @Inject
    Served served;

    private FrontDesk desk;
    private int year;
    private int rounds;
    private String spring;
    private String autumn;

    @BeforeEach
    void aYearOfItsOwn() throws IOException {
        // Later than the lists of other tests are sent, which share the areas.
        clock.set(LocalDate.of(2026, 11, 25)
                .atTime(12, ++tests)
                .atZone(ZoneId.of("Europe/Oslo"))
                .toInstant());
        desk = new FrontDesk(users);
        desk.loadReferenceData();
        year = 2070 + tests;
        spring = year + "-V";
        autumn = year + "-H";
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    private int hpr(int doctor) {
        return 70_000_000 + tests * 1_000 + doctor;
    }

    /** A doctor of the new scheme, the further back the higher the number. */
    private String doctor(int number, String more) {
        return """
                {"priority": %d, "name": "Lege %s", "hprNumber": "%d", "affiliation": "PERMANENT", "scheme": "%s",
                 "statedService": %d, "statedOpenPractice": 24, "statedShare": 0, "objectives": 50, "activities": 5, "supervision": "BEGUN",
                 "monthsLeft": %d, "interrupted": %s, "leave": "GRANTED", "locum": "SECURED",
                 "wishes": {"ranked": [%s], "onlyRanked": false, "refused": [], "blocked": [], "weight": "DEPARTMENT"}}
                """.formatted(
                        number,
                        (char) ('A' + number - 1),
                        hpr(number),
                        more.contains("old") ? "OLD" : "NEW",
                        60 - number,
                        more.contains("old") ? 12 : 6,
                        more.contains("interrupted"),
                        Stream.of("geriatri", "lunge", "onh")
                                .filter(more::contains)
                                .map(each -> "[\"ahus-" + each + "\"]")
                                .collect(Collectors.joining(",")));
    }

    /** A round with the lists sent and closed. @param seats such as {@code geriatri 1} in the first half-year */
    private String closed(List<String> halfYears, Map<String, Integer> seats, Map<String, List<String>> lists) {
        for (String position : POSITIONS) {
            halfYears.forEach(halfYear -> desk.seats(
                    position, halfYear, seats.getOrDefault(position.replaceAll("ahus-|-1", "") + " " + halfYear, 0)));
        }
        String round = "minne-" + year + "-" + ++rounds;
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Minne %d nr. %d", "halfYears": [%s],
                 "policyId": "ahus-2020", "policyVersion": 2, "lotterySeed": "froe", "deadline": "%d-01-10"}
                """.formatted(
                        round,
                        year,
                        rounds,
                        halfYears.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(",")),
                        year - 1));
        lists.forEach((area, doctors) -> send(round, area, doctors));
        desk.close(round);
        return round;
    }

    private void send(String round, String area, List<String> doctors) {
        String limit = area.contains(" ") ? area.split(" ")[1] : "null";
        String code = area.split(" ")[0];
        desk.write(round, code, "{\"awayLimit\": " + limit + ", \"entries\": [" + String.join(",", doctors) + "]}")
                .statusCode(200);
        desk.submit(round, code).statusCode(201);
    }

    private String approved(String run) {
        approve(run).statusCode(200);
        return run;
    }

    private ValidatableResponse approve(String run) {
        return desk.coordinator().body("{}").post(run + "/approve").then();
    }

    private JsonPath get(String address) {
        return desk.coordinator().get(address).then().statusCode(200).extract().jsonPath();
    }

    /** Name to the positions of what is proposed. */
    private Map<String, String> placed(String run) {
        JsonPath allocation = get(run + "/allocation");
        List<String> names = allocation.getList("doctors.name");
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> String.join(
                                "+",
                                allocation.<String>getList("doctors.find{it.name=='" + name + "'}.stays.position"))));
    }

    @Test
    void an_areas_limit_counts_the_doctors_that_earlier_rounds_have_away() {
        String first =
                closed(List.of(spring), Map.of("geriatri " + spring, 1), Map.of("3205 1", List.of(doctor(1, ""))));
        approved(desk.run(first));
        String second = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 1, "lunge " + spring, 1),
                Map.of("3205 1", List.of(doctor(2, "")), "3209", List.of(doctor(3, ""))));
        String run = desk.run(second);
        assertThat(placed(run)).isEqualTo(Map.of("Lege B", "", "Lege C", "ahus-lunge-1"));
        JsonPath problem = get(run + "/problem");
        assertThat(problem.<Integer>getList(
                        "resources.findAll{it.id.startsWith('away:') && it.id.endsWith(':" + spring + "')}.capacity"))
                .containsExactly(0);
    }

    @Test
    void a_doctor_whose_place_is_enough_is_not_offered_another_and_everyone_is_told_why() {
        String first = closed(List.of(spring), Map.of("geriatri " + spring, 1), Map.of("3205", List.of(doctor(1, ""))));
        approved(desk.run(first));
        String second = closed(
                List.of(spring, autumn),
                Map.of("lunge " + spring, 1, "onh " + autumn, 1),
                Map.of("3205", List.of(doctor(1, "")), "3209", List.of(doctor(3, ""))));
        String run = desk.run(second);
        assertThat(placed(run)).containsOnlyKeys("Lege C");
        JsonPath outside = get(run + "/allocation");
        assertThat(outside.getString("notEligible[0].name")).isEqualTo("Lege A");
        assertThat(outside.<String>getList("notEligible[0].reasons"))
                .hasSize(2)
                .first()
                .asString()
                .contains("Legen fikk plass", "i «Minne " + year + " nr. 1».");
        assertThat(outside.getString("notEligible[0].reasons[1]"))
                .startsWith("Tjenesten er nok: når den er tatt, gjenstår det ingen institusjonstjeneste.");
        assertThat(get("/api/v1/rounds/" + second + "/ranking").<String>getList("ranked.name"))
                .containsExactly("Lege C");
        approved(run);
        assertThat(desk.municipality("3205")
                        .get("/api/v1/rounds/" + second + "/outcomes")
                        .jsonPath()
                        .getString("notEligible[0].reasons[0]"))
                .contains("i «Minne " + year + " nr. 1».");
    }

    @Test
    void the_municipality_is_told_while_it_writes_its_list() {
        String first = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 2),
                Map.of("3205", List.of(doctor(1, ""), doctor(2, "old"))));
        approved(desk.run(first));
        desk.open("""
                {"id": "minne-%d-2", "hospital": "ahus", "title": "Minne neste %d", "halfYears": ["%s"],
                 "policyId": "ahus-2020", "policyVersion": 2, "lotterySeed": "froe", "deadline": "%d-01-10"}
                """.formatted(year, year, autumn, year - 1));
        JsonPath draft = desk.write(
                        "minne-" + year + "-2",
                        "3205",
                        "{\"entries\": [" + doctor(1, "") + "," + doctor(2, "old") + "," + doctor(3, "") + "]}")
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> messages = draft.getList("remarks.message");
        assertThat(messages)
                .filteredOn(each -> each.contains("fikk plass"))
                .hasSize(2)
                .anyMatch(each -> each.contains("«Minne " + year + " nr. 1», og da er tjenesten nok."))
                .anyMatch(each -> each.contains("Når den er tatt, gjenstår 6 måneder."));
    }

    @Test
    void placements_first_completes_four_of_the_old_scheme_and_halves_nobody() {
        for (String position : POSITIONS) {
            boolean has = position.contains("geriatri") || position.contains("lunge");
            desk.seats(position, spring, has ? 2 : 0);
            desk.seats(position, autumn, has ? 2 : 0);
        }
        String round = "minne-" + year + "-hele";
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Hele", "halfYears": ["%s", "%s"], "policyId": "ahus-2020",
                 "policyVersion": 2, "objective": "PLACEMENTS_FIRST", "lotterySeed": "froe", "deadline": "%d-01-10"}
                """.formatted(round, spring, autumn, year - 1));
        List<String> doctors = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            doctors.add(doctor(number, "old"));
        }
        String both = doctor(7, "old").replace("\"onlyRanked\"", "\"wholeOnly\": true, \"onlyRanked\"");
        doctors.add(both);
        send(round, "3205", doctors);
        assertThat(get(FrontDesk.list(round, "3205")).<Boolean>getList("entries.wishes.wholeOnly"))
                .containsExactly(null, null, null, null, null, null, true);
        desk.close(round);
        Map<String, String> placed = placed(desk.run(round));
        assertThat(placed.values().stream().filter(each -> each.contains("+"))).hasSize(4);
        assertThat(placed.values().stream().filter(String::isEmpty)).hasSize(3);
        JsonPath wishesFirst = get("/api/v1/rounds/" + round + "/scenarios/objectives");
        assertThat(wishesFirst.getInt("counts.placed.then")).isEqualTo(4);
    }

    @Test
    void a_half_served_doctor_is_offered_neither_the_half_year_nor_the_department_again() {
        String first =
                closed(List.of(spring), Map.of("geriatri " + spring, 1), Map.of("3205", List.of(doctor(1, "old"))));
        approved(desk.run(first));
        String second = closed(
                List.of(spring, autumn),
                Map.of("lunge " + spring, 1, "geriatri " + autumn, 1, "onh " + autumn, 1),
                Map.of("3205", List.of(doctor(1, "old geriatri lunge"))));
        String run = desk.run(second);
        assertThat(placed(run)).isEqualTo(Map.of("Lege A", "ahus-onh-1"));
        approved(run);
        String third = closed(
                List.of(spring, autumn),
                Map.of("akuttpsykiatri " + spring, 1, "akuttpsykiatri " + autumn, 1),
                Map.of("3205", List.of(doctor(1, "old"))));
        assertThat(placed(desk.run(third))).isEmpty();
    }

    @Test
    void what_was_broken_off_is_as_the_municipality_says() {
        String first = closed(List.of(spring), Map.of("geriatri " + spring, 1), Map.of("3205", List.of(doctor(1, ""))));
        approved(desk.run(first));
        String second = closed(
                List.of(autumn), Map.of("geriatri " + autumn, 1), Map.of("3205", List.of(doctor(1, "interrupted"))));
        assertThat(placed(desk.run(second))).isEqualTo(Map.of("Lege A", "ahus-geriatri-1"));
    }

    private static final Acting COORDINATOR =
            new Acting(Actor.COORDINATOR, "kari", null, null, new HospitalId("ahus"), null);
    private static final Acting FROGN = new Acting(Actor.AREA, "frogn", null, new AreaCode("3205"), null, null);

    /** The offer of a doctor of a round whose offers are released, or are now. */
    private Offer offered(String round, int doctor) {
        RoundId id = new RoundId(round);
        if (releases.of(id).isEmpty()) {
            done(releases.prepare(id, COORDINATOR));
            done(releases.release(id, 1, null, COORDINATOR));
        }
        return offers.page(OfferFilter.of(FROGN).in(id), 0, 10).offers().stream()
                .filter(offer -> offer.hpr().equals(new HprNumber(hpr(doctor))))
                .findFirst()
                .orElseThrow();
    }

    private Offer answered(String round, int doctor, OfferStep answer, String reason) {
        long id = offered(round, doctor).id();
        done(answers.give(done(answers.begin(id, answer, reason, FROGN)).key(), FROGN));
        return offered(round, doctor);
    }

    @Test
    void a_doctor_who_was_interrupted_here_stands_so_in_the_register_and_in_the_ranking_of_the_next_round() {
        String blocked = doctor(1, "").replace("\"blocked\": []", "\"blocked\": [\"" + spring + "\"]");
        String first = closed(
                List.of(spring), Map.of("geriatri " + spring, 1), Map.of("3205", List.of(blocked, doctor(2, ""))));
        String run = desk.run(first);
        assertThat(placed(run).get("Lege B")).isEqualTo("ahus-geriatri-1");
        approved(run);
        Instant before = clock.instant();
        Offer offer = answered(first, 2, OfferStep.ACCEPT, null);
        done(decisions.confirm(offer.id(), COORDINATOR, offer.version()));
        clock.set(LocalDate.of(year, 3, 1));
        offerClock.run();
        clock.set(LocalDate.of(year, 6, 20));
        done(served.interrupt(
                offer.id(),
                LocalDate.of(year, 6, 15),
                COORDINATOR,
                offered(first, 2).version()));
        clock.set(before);
        String next = "minne-" + year + "-avbrutt";
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Minne etter avbrudd %d", "halfYears": ["%s"],
                 "policyId": "ahus-2020", "policyVersion": 2, "lotterySeed": "froe", "deadline": "%d-01-10"}
                """.formatted(next, year, autumn, year - 1));
        JsonPath chosen = choose(next, "0", 1, 2).statusCode(200).extract().jsonPath();
        assertThat(chosen.<Boolean>getList("entries.interrupted")).containsExactly(false, true);
        assertThat(chosen.<Float>getList("entries.monthsLeft").get(1)).isEqualTo(2.5f);
        desk.submit(next, "3205").statusCode(201);
        desk.close(next);
        assertThat(get("/api/v1/rounds/" + next + "/ranking").<String>getList("ranked.name"))
                .containsExactly("Lege B", "Lege A");
    }

    private String registered(int doctor) {
        return desk.municipality("3205")
                .accept("text/html")
                .get("/kommune/leger/" + hpr(doctor))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void a_doctor_who_accepted_is_not_asked_for_at_that_time_and_one_who_declined_waits_again() {
        String first = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 2),
                Map.of("3205", List.of(doctor(1, "old"), doctor(2, "old"))));
        approved(desk.run(first));
        answered(first, 1, OfferStep.ACCEPT, null);
        answered(first, 2, OfferStep.DECLINE, "TIME_DOES_NOT_FIT");
        assertThat(registered(1))
                // The hospital is named where more than one is known, as other tests may have made them.
                .containsPattern("Har takket ja til Geriatrisk avdeling(, Akershus universitetssykehus)? fra 1\\. mars "
                        + year + " til 31\\. august " + year + "\\.");
        assertThat(registered(2)).doesNotContain("Har takket ja");
        String second = closed(
                List.of(spring),
                Map.of("lunge " + spring, 2, "geriatri " + spring, 2),
                Map.of("3205", List.of(doctor(1, "old lunge"), doctor(2, "old lunge"))));
        assertThat(placed(desk.run(second))).isEqualTo(Map.of("Lege A", "", "Lege B", "ahus-lunge-1"));
    }

    @Test
    void a_doctor_in_two_proposals_is_told_to_both_and_approving_one_outdates_the_other() {
        Map<String, List<String>> lists = Map.of("3205", List.of(doctor(1, "")));
        String first = closed(List.of(spring), Map.of("geriatri " + spring, 1), lists);
        String firstRun = desk.run(first);
        String second = closed(List.of(spring, autumn), Map.of("geriatri " + spring, 1, "onh " + autumn, 1), lists);
        String secondRun = desk.run(second);
        assertThat(get(firstRun + "/allocation").getString("doctors[0].alsoProposed[0].title"))
                .isEqualTo("Minne " + year + " nr. 2");
        assertThat(get(secondRun + "/allocation").getString("doctors[0].alsoProposed[0].stays[0].position"))
                .isEqualTo("ahus-geriatri-1");
        for (String page : List.of("", "/godkjenn", "/lege/d001")) {
            assertThat(page("/koordinator/runder/" + second + "/kjoringer/1" + page))
                    .contains("Lege A står også i forslaget for «Minne " + year + " nr. 1»: ");
        }
        approved(firstRun);
        List<String> refused =
                approve(secondRun).statusCode(409).extract().jsonPath().getList("errors.message");
        assertThat(refused.get(0)).isEqualTo("Noe er endret etter at kjøring 1 ble startet. Start en ny kjøring.");
        assertThat(refused)
                .anyMatch(each ->
                        each.startsWith("Lege A har fått plass ") && each.endsWith(" i «Minne " + year + " nr. 1»."))
                .anyMatch(each -> each.startsWith("«Minne " + year + " nr. 1» er godkjent siden"))
                .hasSize(3);
        assertThat(page("/koordinator/runder/" + second + "/kjoringer/1"))
                .contains("Lege A har fått plass ")
                .doesNotContain("står også i forslaget");
    }

    @Test
    void two_rounds_approved_at_the_same_moment_never_give_one_doctor_two_places() throws Exception {
        Map<String, List<String>> lists = Map.of("3205", List.of(doctor(1, "")));
        List<String> runs = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            runs.add(desk.run(closed(List.of(spring), Map.of("geriatri " + spring, 4), lists)));
        }
        desk.coordinator().get(runs.get(0));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> approvals = runs.stream()
                    .map(run -> (Callable<Integer>) () ->
                            desk.coordinator().body("{}").post(run + "/approve").statusCode())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(approvals)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void only_what_touches_the_round_makes_a_run_outdated_and_it_is_named() {
        String round = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 1),
                Map.of("3205", List.of(doctor(1, ""), doctor(2, ""))));
        String run = desk.run(round);
        String page = "/koordinator/runder/" + round + "/kjoringer/1";
        desk.seats("ahus-lunge-1", autumn, 3);
        desk.seats("ahus-onh-1", spring, 0);
        desk.coordinator()
                .body("{\"parts\":[{\"department\":\"ahus-onh\",\"months\":6}]}")
                .put("/api/v1/hospitals/ahus/positions/ahus-onh-" + year);
        assertThat(page(page)).doesNotContain("Noe er endret siden kjøringen").contains("/godkjenn");
        desk.seats("ahus-geriatri-1", spring, 2);
        assertThat(page(page))
                .contains("Noe er endret siden kjøringen", "har nå 2 plasser", "ikke 1.")
                .doesNotContain("/godkjenn\"");
        desk.seats("ahus-geriatri-1", spring, 1);
        assertThat(page(page)).doesNotContain("Noe er endret siden kjøringen");
        pin(round, 2, "{\"stays\": [], \"reason\": \"Avtalt med kommunen.\"}");
        assertThat(page(page)).contains("Lege B er satt for hånd siden.");
        approve(run).statusCode(409).body("errors[1].message", equalTo("Lege B er satt for hånd siden."));
    }

    @Test
    void a_limit_is_told_of_by_its_municipality_and_by_no_name_that_changes_with_the_lists() {
        String round = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 1, "lunge " + spring, 1),
                Map.of("3205 1", List.of(doctor(1, ""), doctor(2, "")), "3209 2", List.of(doctor(3, ""))));
        String run = desk.run(round);
        List<String> limits = get(run + "/problem").getList("resources.id");
        assertThat(limits)
                .filteredOn(each -> each.startsWith("away:"))
                .allMatch(each -> each.matches("away:a0[12]:.*"));
        pin(
                round,
                1,
                "{\"stays\": [{\"position\": \"ahus-geriatri-1\", \"halfYear\": \"%s\"}], \"reason\": \"Avtalt nå.\"}"
                        .formatted(spring));
        desk.coordinator()
                .body(
                        "{\"stays\": [{\"position\": \"ahus-lunge-1\", \"halfYear\": \"%s\"}], \"reason\": \"Avtalt nå.\"}"
                                .formatted(spring))
                .put("/api/v1/rounds/" + round + "/pins/" + hpr(2))
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("snapshot.pins-exceed-away"))
                .body("errors[0].value", equalTo("away:3205:" + spring))
                .body("errors[0].message", startsWith("For mange fra 3205 er satt for hånd i vår " + year + ": 2."));
        assertThat(page("/koordinator/runder/" + round + "/handsatt/d002/virkning?utfall=ahus-lunge-1~" + spring))
                .contains("For mange fra Lillestrøm er satt for hånd i vår " + year + ": 2.");
        desk.coordinator()
                .delete("/api/v1/rounds/" + round + "/pins/" + hpr(1))
                .then()
                .statusCode(200);
        desk.coordinator()
                .body(Map.of("reason", "Navnet var skrevet feil."))
                .post("/api/v1/rounds/" + round + "/reopen")
                .then()
                .statusCode(200);
        send(round, "3209 2", List.of(doctor(3, "").replace("Lege C", "Lege Cecilie")));
        desk.close(round);
        assertThat(page("/koordinator/runder/" + round)).doesNotContain("Noe er endret");
        assertThat(page("/koordinator/runder/" + round + "/kjoringer/1"))
                .doesNotContain("Noe er endret siden kjøringen")
                .contains("/godkjenn");
        approved(run);
    }

    private void pin(String round, int doctor, String body) {
        desk.coordinator()
                .body(body)
                .put("/api/v1/rounds/" + round + "/pins/" + hpr(doctor))
                .then()
                .statusCode(200);
    }

    @Test
    void seats_taken_from_under_a_pin_stop_neither_ranking_nor_what_ifs() {
        String round = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 1, "lunge " + spring, 1),
                Map.of("3205", List.of(doctor(1, ""), doctor(2, ""), doctor(3, ""))));
        pin(round, 3, """
                {"stays": [{"position": "ahus-geriatri-1", "halfYear": "%s"}], "reason": "Avtalt med kommunen."}
                """.formatted(spring));
        JsonPath difference = whatIf(round, "ahus-geriatri", 0);
        assertThat(difference.<String>getList("setAside.doctor")).containsExactly("d003");
        assertThat(difference.<String>getList("losses.doctor.doctor")).containsExactly("d003");
        assertThat(difference.getInt("counts.placed.then")).isEqualTo(1);
        desk.seats("ahus-geriatri-1", spring, 0);
        assertThat(get("/api/v1/rounds/" + round + "/ranking").<String>getList("ranked.name"))
                .containsExactly("Lege A", "Lege B", "Lege C");
        assertThat(page("/koordinator/runder/" + round + "/rangering")).contains("Lege C");
        for (String question : List.of("objectives", "dilemmas", "policies/ahus-2023/1")) {
            JsonPath answer = get("/api/v1/rounds/" + round + "/scenarios/" + question);
            String where = question.startsWith("policies") ? "difference.setAside.name" : "setAside.name";
            assertThat(answer.<String>getList(where)).as(question).containsExactly("Lege C");
        }
        assertThat(whatIf(round, "ahus-lunge", 2).<String>getList("setAside.doctor"))
                .containsExactly("d003");
        assertThat(plannerPage("/planlegger/hva-om/" + round + "?plasser_ahus-lunge_" + spring + "=2"))
                .as("a planner is told counts")
                .contains("For én lege er det satt noe for hånd som ikke har plass her.")
                .doesNotContain("d003");
    }

    @Test
    void seats_can_be_tried_where_there_are_none_and_a_place_is_named_once() {
        String round = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 1),
                Map.of("3205", List.of(doctor(1, ""), doctor(2, ""))));
        String run = desk.run(round);
        assertThat(get(run + "/problem").getList("resources.id")).containsExactly("seat:ahus-geriatri-1:" + spring);
        assertThat(whatIf(round, "ahus-lunge", 1).<String>getList("gains.doctor.doctor"))
                .containsExactly("d002");
        String twice = "{\"department\": \"ahus-lunge\", \"halfYear\": \"" + spring + "\", \"seats\": 1}";
        desk.planner()
                .body("{\"seats\": [" + twice + "," + twice + "]}")
                .post("/api/v1/rounds/" + round + "/scenarios")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("seats[1]"));
    }

    private JsonPath whatIf(String round, String department, int seats) {
        Response answer = desk.coordinator()
                .body(Map.of("seats", List.of(Map.of("department", department, "halfYear", spring, "seats", seats))))
                .post("/api/v1/rounds/" + round + "/scenarios");
        return answer.then().statusCode(200).extract().jsonPath();
    }

    private String page(String address) {
        return desk.coordinator()
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String plannerPage(String address) {
        return desk.planner()
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void a_doctor_chosen_again_is_asked_about_leave_anew_and_what_rounds_have_given_is_told() {
        String first = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 2),
                Map.of("3205", List.of(doctor(1, ""), doctor(2, "old"), doctor(3, ""))));
        approved(desk.run(first));
        String next = "minne-" + year + "-neste";
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "Minne neste %d", "halfYears": ["%s"],
                 "policyId": "ahus-2020", "policyVersion": 2, "lotterySeed": "froe", "deadline": "%d-01-10"}
                """.formatted(next, year, autumn, year - 1));
        JsonPath chosen = choose(next, "0", 3, 2).statusCode(200).extract().jsonPath();
        assertThat(chosen.<String>getList("entries.name")).containsExactly("Lege C", "Lege B");
        assertThat(chosen.<Integer>getList("entries.priority")).containsExactly(1, 2);
        assertThat(chosen.<String>getList("entries.leave")).containsOnly("NOT_APPLIED");
        assertThat(chosen.<String>getList("entries.locum")).containsOnly("MISSING");
        assertThat(chosen.<String>getList("remarks.code"))
                .containsExactlyInAnyOrder("waitlist.asked-anew", "waitlist.asked-anew", "waitlist.given-before");
        String page = desk.municipality("3205")
                .accept("text/html")
                .get("/kommune/runder/" + next)
                .asString();
        assertThat(page)
                .contains("Permisjon og vikar ble sagt til en tidligere runde")
                .containsPattern("Lege A: fikk plass [^<]* i «Minne " + year + " nr. 1» – 0 måneder gjenstår. </li>");
        // Told for this round: then it is so in the register too, and nothing is asked.
        desk.write(next, "3205", "{\"entries\": [" + doctor(3, "") + "," + doctor(2, "old") + "]}")
                .statusCode(200)
                .body("entries.leave", equalTo(List.of("GRANTED", "GRANTED")))
                .body(
                        "remarks.code",
                        equalTo(List.of(
                                "waitlist.stated-without-day",
                                "waitlist.stated-without-day",
                                "waitlist.given-before")));
        assertThat(choose(next, "2", 3, 2, 1)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<String>getList("remarks.code"))
                .contains("waitlist.given-enough");
        choose(next, "3", 3, 2).statusCode(200);
        desk.submit(next, "3205").statusCode(201).body("recordVersions.size()", equalTo(2));
        desk.close(next);
        for (String position : POSITIONS) {
            desk.seats(position, autumn, position.equals("ahus-lunge-1") ? 2 : 0);
        }
        assertThat(placed(desk.run(next))).isEqualTo(Map.of("Lege B", "ahus-lunge-1", "Lege C", "ahus-lunge-1"));
    }

    private ValidatableResponse choose(String round, String seen, int... doctors) {
        return desk.municipality("3205")
                .header("If-Match", "\"" + seen + "\"")
                .body("{\"hprNumbers\": ["
                        + IntStream.of(doctors)
                                .mapToObj(each -> "\"" + hpr(each) + "\"")
                                .collect(Collectors.joining(","))
                        + "]}")
                .put(FrontDesk.list(round, "3205") + "/choice")
                .then();
    }

    @Test
    void a_doctor_on_two_lists_is_told_to_the_one_who_sends_second() {
        String round = "minne-" + year + "-to-lister";
        desk.open("""
                {"id": "%s", "hospital": "ahus", "title": "To lister", "halfYears": ["%s"],
                 "policyId": "ahus-2020", "policyVersion": 2, "lotterySeed": "froe", "deadline": "%d-01-10"}
                """.formatted(round, spring, year - 1));
        desk.write(round, "3209", "{\"entries\": [" + doctor(1, "") + "]}").statusCode(200);
        desk.submit(round, "3209").statusCode(201);
        desk.write(round, "3205", "{\"entries\": [" + doctor(1, "") + "," + doctor(2, "") + "]}")
                .statusCode(422)
                .body("errors.code", equalTo(List.of("waitlist.held-elsewhere")))
                .body("errors[0].field", equalTo("entries[0].hprNumber"));
        desk.move(hpr(1), "3209", "3205", LocalDate.of(2026, 10, 31));
        assertThat(desk.write(round, "3205", "{\"entries\": [" + doctor(1, "") + "," + doctor(2, "") + "]}")
                        .extract()
                        .jsonPath()
                        .<String>getList("remarks.message"))
                .filteredOn(each -> each.contains("en annen"))
                .containsExactly(
                        "Legen står også på listen fra en annen kommune eller bydel i denne runden. Står legen på begge"
                                + " når runden lukkes, må koordinatoren få det avklart. Ta legen av listen hvis det er feil.");
        assertThat(desk.municipality("3205")
                        .accept("text/html")
                        .get("/kommune/runder/" + round + "/send")
                        .asString())
                .contains("Legen står også på listen fra en annen kommune");
    }

    /** The questions about a round at both doors. */
    private List<String> answers(String round) {
        String base = "/koordinator/runder/" + round;
        String scenarios = "/api/v1/rounds/" + round + "/scenarios/";
        return List.of(
                desk.coordinator().get("/api/v1/rounds/" + round + "/ranking").asString(),
                body(page(base + "/rangering")),
                desk.coordinator()
                        .get("/api/v1/rounds/" + round + "/ranking/decision?first=" + hpr(1) + "&second=" + hpr(2))
                        .asString(),
                body(page(base + "/rangering?forst=1&andre=2")),
                whatIf(round, "ahus-lunge", 2).prettify(),
                body(plannerPage("/planlegger/hva-om/" + round + "?plasser_ahus-lunge_" + spring + "=2")),
                desk.coordinator().get(scenarios + "objectives").asString(),
                body(page(base + "/kjoringer/1/maal")),
                desk.coordinator().get(scenarios + "policies/ahus-2023/1").asString(),
                body(page(base + "/kjoringer/1/regler?regler=ahus-2023~1")),
                desk.coordinator().get(scenarios + "dilemmas").asString(),
                page(base + "/kjoringer/1/dilemmaer/liste").replaceAll("<a href=\"[^\"]*/handsatt[^<]*</a>", ""));
    }

    /** What the page says below its heading and its tabs, which tell whether the round is approved. */
    private static String body(String page) {
        return page.substring(page.indexOf("</h1>"))
                .replaceAll("(?s)<nav class=\"tabs\".*?</nav>", "")
                .replaceAll("name=\"_(?:csrf|en)\" value=\"[^\"]*\"", "");
    }

    @Test
    void approval_changes_no_answer_at_either_door() {
        String round = closed(
                List.of(spring),
                Map.of("geriatri " + spring, 1, "lunge " + spring, 1),
                Map.of(
                        "3205 2",
                        List.of(doctor(1, "geriatri"), doctor(2, "geriatri lunge"), doctor(3, "lunge")),
                        "3209",
                        List.of(doctor(4, "geriatri"))));
        pin(round, 3, """
                {"stays": [{"position": "ahus-lunge-1", "halfYear": "%s"}], "reason": "Avtalt med kommunen."}
                """.formatted(spring));
        String run = desk.run(round);
        List<String> before = answers(round);
        assertThat(before.get(4)).contains("d004").doesNotContain("d001");
        approved(run);
        List<String> after = answers(round);
        for (int question = 0; question < before.size(); question++) {
            assertThat(after.get(question)).as("question %d", question).isEqualTo(before.get(question));
        }
    }
}
