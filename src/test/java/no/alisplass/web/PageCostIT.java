package no.alisplass.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.capacity.Capacity;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.OfferedRound;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Releases;
import no.alisplass.platform.Roles;
import no.alisplass.platform.User;
import no.alisplass.platform.Users;
import no.alisplass.register.ListedDoctors;
import no.alisplass.sample.Generate;
import no.alisplass.snapshot.Frozen;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a page costs does not grow with the doctors: it asks the database as often for 3000 as for 65, recording who was
 * shown them included. The times are
 * written to {@code target/page-times.txt}; how long a page may take is bounded generously, for the machine may be busy.
 */
@QuarkusTest
class PageCostIT {
    private static final String PASSWORD = "et-langt-nok-passord";
    private static final String SMALL = "ahus-2061-v";
    private static final String LARGE = "ahus-2064-v";
    private static final int MAX_STATEMENTS = 60;

    private static final int MAX_MILLIS = 10_000;

    @Inject
    Users users;

    @Inject
    @PersistenceUnitExtension
    StatementsAsked asked;

    @Inject
    EntityManager database;

    @Inject
    Capacity capacity;

    @Inject
    Catchment catchment;

    @Inject
    ListedDoctors listed;

    @Inject
    SettableClock clock;

    @Inject
    Releases releases;

    @Inject
    Offers offers;

    @TestHTTPResource("/")
    URL site;

    @TempDir
    Path folder;

    /** The one scenario that is kept of each round. */
    private final Map<String, String> scenarios = new HashMap<>();

    private record Cost(List<String> asked, long millis) {
        int statements() {
            return asked.size();
        }

        /** What is asked here oftener than there. */
        List<String> besides(Cost other) {
            List<String> more = new ArrayList<>(asked);
            other.asked.forEach(more::remove);
            return more;
        }
    }

    @Test
    void a_page_asks_the_database_as_often_for_three_thousand_doctors_as_for_sixty_five() throws IOException {
        users.create(User.of("kost-kari", "Kari Koordinator", Roles.COORDINATOR), PASSWORD);
        users.create(User.of("kost-pia", "Pia Planlegger", Roles.PLANNER), PASSWORD);
        users.create(User.of("kost-ola", "Ola Overlege", Roles.MUNICIPALITY).in(new AreaCode("3205")), PASSWORD);
        FrontDesk desk = new FrontDesk(users);
        desk.loadReferenceData();
        List<String> lines = new ArrayList<>();
        load(desk, "2061-V", 65);
        begin(1);
        Map<String, Cost> few = registers();
        load(desk, "2064-V", 3000);
        Cost start = start();
        begin(40);
        Cost begun = start();
        assertThat(begun.statements())
                .as("the start page with all that is begun: " + begun.besides(start))
                .isLessThanOrEqualTo(start.statements());
        compare(lines, "kost-ola", "/kommune/runder/{round}/velg", "/kommune/runder/{round}/velg?side=2");
        notMore(registers(), few);
        // Chances are worked out beside the pages, and would be paid for by those that are asked for meanwhile.
        workedOut(SMALL);
        workedOut(LARGE);
        compare(
                lines,
                "kost-ola",
                "/kommune",
                "/kommune/runder/{round}",
                "/kommune/runder/{round}/leger/1",
                "/kommune/runder/{round}/utsikter");
        desk.close(SMALL);
        desk.close(LARGE);
        String run = desk.run(SMALL);
        desk.run(LARGE);
        String base = "/koordinator/runder/{round}";
        compare(
                lines,
                "kost-kari",
                "/koordinator",
                base,
                base + "/ventelister",
                base + "/ventelister/3205",
                base + "/rangering",
                base + "/rangering?forst=17&andre=3",
                base + "/rangering/avvik",
                base + "/kjoringer",
                base + "/kjoringer/1",
                base + "/kjoringer/1/lege/{doctor}",
                base + "/kjoringer/1/bilder",
                base + "/kjoringer/1/godkjenn",
                base + "/kjoringer/1/maal",
                base + "/kjoringer/1/regler",
                base + "/kjoringer/1/dilemmaer",
                base + "/handsatt",
                base + "/handsatt/{doctor}",
                base + "/handsatt/{doctor}/virkning?utfall=ut");
        keepScenario(SMALL);
        keepScenario(LARGE);
        compare(
                lines,
                "kost-pia",
                "/planlegger",
                "/planlegger/hva-om/{round}",
                "/planlegger/hva-om/{round}/scenarioer",
                "/planlegger/hva-om/{round}/scenarioer/ny",
                "/planlegger/hva-om/{round}/scenarioer/{scenario}",
                "/planlegger/hva-om/{round}/scenarioer/sammenlign?velg={scenario}");
        desk.coordinator().body(Map.of()).post(run + "/approve").then().statusCode(200);
        // The rounds have doctors in common: what one gives is no longer to be given by the other.
        String again = desk.run(LARGE);
        desk.coordinator().body(Map.of()).post(again + "/approve").then().statusCode(200);
        compare(lines, "kost-ola", "/kommune/runder/{round}/utfall");
        Files.write(Path.of("target", "page-times.txt"), lines);
    }

    /** The register's own pages, of a hospital with sixty areas and three thousand doctors, beside one with three areas and thirty. */
    @Test
    void register_pages_ask_the_database_as_often_for_sixty_areas_as_for_three() throws IOException {
        List<String> lines = new ArrayList<>();
        Map<String, Cost> few = ofAreas("kost-faa", "974671018", 9601, 3, 30, lines);
        notMore(ofAreas("kost-mange", "974671026", 9702, 60, 3000, lines), few);
        Files.write(Path.of("target", "register-page-times.txt"), lines);
    }

    /** The pages of offers, of a round with six hundred, beside one with six. */
    @Test
    void offer_pages_ask_the_database_as_often_for_six_hundred_offers_as_for_six() throws IOException {
        List<String> lines = new ArrayList<>();
        clock.set(OfferedRound.APPROVED);
        try {
            Map<String, Cost> few = ofOffers(6, lines);
            notMore(ofOffers(600, lines), few);
        } finally {
            clock.run();
        }
        Files.write(Path.of("target", "offer-page-times.txt"), lines);
    }

    private static void notMore(Map<String, Cost> many, Map<String, Cost> few) {
        many.forEach((page, cost) -> assertThat(cost.statements())
                .as("statements of " + page + ", more for the larger: " + cost.besides(few.get(page)))
                .isLessThanOrEqualTo(few.get(page).statements() + 2)
                .isLessThanOrEqualTo(MAX_STATEMENTS));
    }

    private Map<String, Cost> ofOffers(int doctors, List<String> lines) {
        OfferedRound made = OfferedRound.of(database, doctors);
        try {
            QuarkusTransaction.requiringNew().run(() -> waiting(made, doctors));
            String name = made.hospital.value();
            users.create(User.of(name + "-k", "Kari", Roles.COORDINATOR).in(made.hospital), PASSWORD);
            users.create(User.of(name + "-a", "Lisa", Roles.DEPARTMENT).in(made.hospital), PASSWORD);
            users.create(User.of(name + "-o", "Ola", Roles.MUNICIPALITY).in(OfferedRound.area(1)), PASSWORD);
            Map<String, Cost> costs = new TreeMap<>();
            String round = "/koordinator/runder/" + made.round;
            Acting by = made.coordinator(name + "-k");
            MunicipalityTown.done(releases.prepare(made.round, by));
            offers(name + "-k", costs, lines, round + "/tilbudsrunder/1");
            MunicipalityTown.done(releases.release(made.round, 1, null, by));
            long one = offers.page(OfferFilter.of(made.round), 0, 1)
                    .offers()
                    .get(0)
                    .id();
            offers(
                    name + "-k",
                    costs,
                    lines,
                    round,
                    round + "/tilbud",
                    round + "/tilbud?vis=sent&side=12",
                    round + "/tilbud/" + one,
                    round + "/venter",
                    round + "/venter/d001");
            String own = "/kommune/runder/" + made.round + "/venter";
            offers(name + "-o", costs, lines, "/kommune", "/kommune/tilbud");
            QuarkusTransaction.requiringNew().run(() -> made.takesPart(1));
            offers(name + "-o", costs, lines, own, own + "/d001");
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            made.execute("update offer set state = 'ACCEPTED' where round_id = '" + made.round + "'"));
            offers(name + "-a", costs, lines, "/avdeling", "/avdeling/tilbud");
            return costs;
        } finally {
            made.remove();
        }
    }

    /** As many wait as are offered something, for a department that has no seat. */
    private static void waiting(OfferedRound made, int doctors) {
        HalfYear autumn = HalfYear.parse("2090-H");
        String full = made.hospital + "-full";
        Frozen frozen = new Frozen().seats(full, autumn, 1);
        for (int d = 1; d <= doctors; d++) {
            frozen.doctor(made.doctor(doctors + d).value(), "Venter " + d)
                    .area(OfferedRound.area(1).value())
                    .tenths(20 + d)
                    .wants(full);
        }
        made.department(full, 0);
        made.frozen(frozen.freeze());
    }

    private void offers(String user, Map<String, Cost> costs, List<String> lines, String... pages) {
        Map<String, Cost> measured = new TreeMap<>();
        measure(user, measured, lines, pages);
        measured.forEach((page, cost) ->
                costs.put(page.replaceAll("tilbud-\\d+", "…").replaceAll("tilbud/\\d+", "tilbud/…"), cost));
    }

    private Map<String, Cost> ofAreas(String name, String number, int first, int areas, int doctors, List<String> lines)
            throws IOException {
        HospitalId hospital = new HospitalId(name);
        long start = System.nanoTime();
        new ManyAreas(capacity, catchment, listed).make(hospital, number, first, areas, doctors, folder.resolve(name));
        lines.add("%d doctors over %d areas written in %d ms"
                .formatted(doctors, areas, (System.nanoTime() - start) / 1_000_000));
        AreaCode area = ManyAreas.code(first, 0);
        int asked = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        // Every tenth doctor of the others is asked for by the first area, every tenth of its own by
                        // the second.
                        "INSERT INTO move_request (hpr, area_code, asked_at, asked_by)"
                                + " SELECT hpr, CASE area_code WHEN :area THEN :next ELSE :area END, now(), 'kost'"
                                + " FROM registered_doctor WHERE hpr % 10 = 3 AND area_code BETWEEN :area AND :last")
                .setParameter("area", area.value())
                .setParameter("next", ManyAreas.code(first, 1).value())
                .setParameter("last", ManyAreas.code(first, areas - 1).value())
                .executeUpdate());
        lines.add(asked + " asked for");
        users.create(User.of(name + "-k", "Kari", Roles.COORDINATOR).in(hospital), PASSWORD);
        users.create(User.of(name + "-p", "Pia", Roles.PLANNER), PASSWORD);
        users.create(User.of(name + "-o", "Ola", Roles.MUNICIPALITY).in(area), PASSWORD);
        Map<String, Cost> costs = new TreeMap<>();
        String waiting = "/koordinator/leger/" + hospital;
        measure(
                name + "-k",
                costs,
                lines,
                waiting,
                waiting + "?side=3",
                waiting + "?omraade=" + area,
                waiting + "/leger.csv",
                "/koordinator/flytting/" + hospital,
                "/koordinator/prognose/" + hospital,
                "/koordinator/avtaler?sykehus=" + hospital);
        measure(name + "-p", costs, lines, "/planlegger/behov?sykehus=" + hospital);
        measure(name + "-o", costs, lines, "/kommune", "/kommune/leger/flytting", "/kommune/leger/last-ned?type=CSV");
        return costs;
    }

    private void measure(String user, Map<String, Cost> costs, List<String> lines, String... pages) {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in(user, PASSWORD)) {
            for (String page : pages) {
                Cost cost = cost(visitor, page);
                int size = visitor.context().request().get(page).body().length;
                lines.add(
                        "%5d ms %3d statements %7d bytes  %s".formatted(cost.millis(), cost.statements(), size, page));
                costs.put(page.replaceAll("kost-(faa|mange)|9601|9702", "…"), cost);
            }
        }
    }

    /** Of a hospital that was asked about often the pages of questions show the latest, or one page of them. */
    @Test
    void a_page_asks_the_database_as_often_for_a_hundred_questions_as_for_three() throws IOException {
        users.create(User.of("kost-sporre", "Pia Planlegger", Roles.PLANNER), PASSWORD);
        new FrontDesk(users).loadReferenceData();
        ask(3);
        Map<String, Cost> few = questions();
        ask(100);
        notMore(questions(), few);
    }

    private Map<String, Cost> questions() {
        Map<String, Cost> costs = new TreeMap<>();
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("kost-sporre", PASSWORD)) {
            for (String page : List.of("/planlegger/prognose?sykehus=ahus", "/planlegger/sporsmal?sykehus=ahus")) {
                costs.put(page, again(visitor, page));
            }
            assertThat(visitor.context()
                            .request()
                            .get("/planlegger/sporsmal?sykehus=ahus")
                            .body())
                    .hasSizeLessThan(60_000);
        }
        return costs;
    }

    /** Half of them forecasts, half of a round. */
    private void ask(int questions) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "INSERT INTO planning_job (hospital_id, kind, title, question, state, total, asked_by,"
                                + " asked_at, ended_at) SELECT 'ahus', CASE n % 2 WHEN 0 THEN 'FORECAST' ELSE"
                                + " 'SWEEP' END, 'Nr. ' || n, jsonb_build_object('schema', 1, 'round',"
                                + " CASE n % 2 WHEN 1 THEN 'ahus-2061-v' END), 'CANCELLED', 0, 'kost', now(),"
                                + " now() FROM generate_series(1, :questions) AS n")
                .setParameter("questions", questions)
                .executeUpdate());
    }

    /** The register grows with the lists that are sent, so its pages are asked before and after. */
    private Map<String, Cost> registers() {
        Map<String, Cost> costs = new TreeMap<>();
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("kost-ola", PASSWORD)) {
            String list = visitor.context().request().get("/kommune").text();
            Matcher doctor = Pattern.compile("/kommune/leger/[1-9][0-9]+").matcher(list);
            assertThat(doctor.find()).isTrue();
            costs.put("/kommune?vis=gamle", again(visitor, "/kommune?vis=gamle"));
            costs.put("what is begun", again(visitor, "/kommune/leger/ny/" + "B".repeat(20) + "01"));
            costs.put("a doctor", again(visitor, doctor.group()));
            costs.put("a doctor's steps", again(visitor, doctor.group() + "/endre"));
            costs.put("/kommune/leger/flytting", again(visitor, "/kommune/leger/flytting"));
            costs.put("a step", again(visitor, doctor.group() + "/endre/tjeneste"));
        }
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("kost-kari", PASSWORD)) {
            for (String page : List.of(
                    "/koordinator/leger/ahus", "/koordinator/leger/ahus/leger.csv", "/koordinator/flytting/ahus")) {
                costs.put(page, again(visitor, page));
            }
        }
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("kost-pia", PASSWORD)) {
            costs.put("/planlegger/behov", again(visitor, "/planlegger/behov?sykehus=ahus"));
        }
        return costs;
    }

    private void workedOut(String round) {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("kost-ola", PASSWORD)) {
            Awaitility.await("chances of " + round)
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !visitor.context()
                            .request()
                            .get("/kommune/runder/" + round + "/utsikter")
                            .text()
                            .contains("Utsiktene regnes ut."));
        }
    }

    private Cost start() {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in("kost-ola", PASSWORD)) {
            return again(visitor, "/kommune");
        }
    }

    /** Registrations that are begun, as the start page lists them. */
    private void begin(int doctors) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int at = 1; at <= doctors; at++) {
                database.createNativeQuery(
                                "INSERT INTO begun_doctor VALUES (:key, '3205', NULL, CAST(:fields AS jsonb), 1,"
                                        + " now(), 'kost-ola', now(), 'kost-ola', '2100-01-01') ON CONFLICT DO NOTHING")
                        .setParameter("fields", "{\"name\": [\"Kari\"]}")
                        .setParameter("key", "B".repeat(20) + "%02d".formatted(at))
                        .executeUpdate();
            }
        });
    }

    /** Of a page that has been asked for before. */
    private Cost again(Browser.Visitor visitor, String address) {
        get(visitor, address);
        return counted(visitor, address);
    }

    private void load(FrontDesk desk, String halfYear, int doctors) throws IOException {
        Path files = folder.resolve(halfYear);
        PrintStream silent = new PrintStream(new ByteArrayOutputStream());
        int code = Generate.run(
                silent,
                "--out",
                files.toString(),
                "--doctors",
                Integer.toString(doctors),
                "--half-year",
                halfYear,
                // Other doctors than in the other round: an area that has a doctor keeps others from listing the
                // number.
                "--seed",
                Integer.toString(doctors),
                "--format",
                "json");
        assertThat(code).isZero();
        desk.sendAll(files);
    }

    /** One doctor more, as the pages of the planner have it kept. */
    private void keepScenario(String round) {
        String id = given().auth()
                .preemptive()
                .basic("kost-pia", PASSWORD)
                .contentType("application/json")
                .body(Map.of(
                        "name", "Én til", "shared", false, "question", Map.of("more", List.of(Map.of("number", 1)))))
                .post("/api/v1/rounds/" + round + "/scenarios/kept")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        scenarios.put(round, id);
    }

    private String address(String page, String round, String doctor) {
        return page.replace("{round}", round)
                .replace("{doctor}", doctor)
                .replace("{scenario}", scenarios.getOrDefault(round, ""));
    }

    private void compare(List<String> lines, String user, String... pages) {
        try (Browser.Visitor visitor = Browser.visitor(site, 1280).in(user, PASSWORD)) {
            for (String page : pages) {
                Cost small = cost(visitor, address(page, SMALL, "d014"));
                Cost large = cost(visitor, address(page, LARGE, "d1400"));
                lines.add("%5d %5d ms  %3d %3d statements  %s"
                        .formatted(small.millis(), large.millis(), small.statements(), large.statements(), page));
                assertThat(large.statements())
                        .as("statements of " + page + ", more for the larger: " + large.besides(small))
                        .isLessThanOrEqualTo(small.statements() + 2);
                // The start pages list rounds, of which other tests leave more or fewer.
                if (page.contains("{round}")) {
                    assertThat(large.statements()).as("statements of " + page).isLessThanOrEqualTo(MAX_STATEMENTS);
                }
            }
        }
    }

    /**
     * What a page costs that has been asked for before; the time of the first request of all is bounded with it, by the median of
     * three, which usually is known after these two.
     */
    private Cost cost(Browser.Visitor visitor, String address) {
        List<Cost> costs = new ArrayList<>();
        long millis = Median.of(3, MAX_MILLIS, () -> costs.add(counted(visitor, address)));
        assertThat(millis).as("milliseconds of " + address).isLessThan(MAX_MILLIS);
        return costs.get(1);
    }

    private Cost counted(Browser.Visitor visitor, String address) {
        long before = System.nanoTime();
        List<String> statements = asked.during(() -> get(visitor, address));
        return new Cost(statements, (System.nanoTime() - before) / 1_000_000);
    }

    private static void get(Browser.Visitor visitor, String address) {
        assertThat(visitor.context().request().get(address).status())
                .as(address)
                .isEqualTo(200);
    }
}
