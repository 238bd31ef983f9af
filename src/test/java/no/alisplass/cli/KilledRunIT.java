package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.alisplass.BesideTheService;
import no.alisplass.sample.Generate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed in the middle of its work: nothing is lost, torn, doubled or stuck, and a run that was interrupted
 * says so and can be repeated. {@code -Dalis.kills=100} kills it more often, {@code -Dalis.kills.seed=7} at other moments, {@code
 * -Dalis.kills.only=Offer} while only those work whose names begin so.
 */
@BesideTheService
class KilledRunIT {
    private static final String RUNS = "/api/v1/rounds/ahus-2030-v/runs";
    private static final long PATIENCE_SECONDS = 120;
    private static final int MAX_ACTS = 40;

    /** So that offers expire while others are answered. */
    private static final Map<String, String> OFTEN = Map.of("ALISPLASS_OFFERS_LOOK", "PT0.2S");

    @TempDir
    static Path data;

    @TempDir
    static Path samples;

    private static Packaged packaged;
    private static Process service;
    private static int port;
    private static URI site;
    private static String password;

    @BeforeAll
    static void start() throws Exception {
        packaged = Packaged.withPrograms(data);
        port = Packaged.freePort();
        site = URI.create("http://localhost:" + port);
        service = packaged.start("demo", port, OFTEN);
        packaged.awaitReady(service, port);
        password = Files.readString(data.resolve("demo-password")).strip();
    }

    @AfterAll
    static void endAll() throws InterruptedException {
        packaged.endAll();
    }

    private static void kill() throws Exception {
        service.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(packaged.log(service)).doesNotContain("A request failed");
    }

    private static Process serve() throws IOException {
        return packaged.start(
                "serve",
                port,
                Map.of("QUARKUS_PROFILE", "demo", "ALISPLASS_OFFERS_LOOK", OFTEN.get("ALISPLASS_OFFERS_LOOK")));
    }

    /** The demo without its show, which has been seen. */
    private static void startAgain() throws Exception {
        service = serve();
        packaged.awaitReady(service, port);
    }

    @Test
    void a_killed_run_is_shown_as_interrupted_and_a_new_one_ends() throws Exception {
        FrontDoor door = new FrontDoor(site);
        FrontDoor.As coordinator = door.as("koordinator", password);
        Path folder = samples.resolve("stor");
        int made = Generate.run(
                new PrintStream(OutputStream.nullOutputStream()),
                "--doctors",
                "1000",
                "--seed",
                "7",
                "--half-year",
                "2030-V",
                "--out",
                folder.toString());
        assertThat(made).isZero();
        new DemoRound(coordinator, area -> door.as("kommune-" + area, password)).sendWaitlists(folder);
        String hash = "";
        int killed = 0;
        do {
            JsonNode started = coordinator.send("POST", RUNS, new ObjectMapper().createObjectNode());
            hash = started.get("problemHash").asText();
            killed = started.get("number").asInt();
        } while (!caughtRunning(coordinator, killed));

        kill();
        startAgain();

        await(coordinator, killed, "INTERRUPTED");
        assertThat(coordinator.get(RUNS + "/" + killed).get("problemHash").asText())
                .isEqualTo(hash);
        JsonNode again = coordinator.send("POST", RUNS, new ObjectMapper().createObjectNode());
        assertThat(again.get("number").asInt()).isEqualTo(killed + 1);
        assertThat(again.get("problemHash").asText()).isEqualTo(hash);
        await(coordinator, killed + 1, "DONE");
        assertThat(coordinator.get(RUNS + "/" + (killed + 1)).get("checked").asBoolean())
                .isTrue();
    }

    /** False if the run was quicker than we are: then another is started. */
    private static boolean caughtRunning(FrontDoor.As coordinator, int run) {
        assertThat(run).as("runs that ended before they could be killed").isLessThan(50);
        while (true) {
            String now = coordinator.get(RUNS + "/" + run).get("state").asText();
            if (now.equals("RUNNING") || now.equals("DONE")) {
                return now.equals("RUNNING");
            }
        }
    }

    private static void await(FrontDoor.As coordinator, int run, String state) {
        Awaitility.await()
                .pollInterval(10, TimeUnit.MILLISECONDS)
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> coordinator.get(RUNS + "/" + run).get("state").asText(), state::equals);
    }

    @Test
    void nothing_that_was_acknowledged_is_lost_torn_doubled_or_stuck_however_often_it_is_killed() throws Exception {
        int kills = Integer.getInteger("alis.kills", 2);
        Random random = new Random(Long.getLong("alis.kills.seed", 8));
        MixedLoad load = new MixedLoad(site, password, samples);
        long begun = System.nanoTime();
        int databases = 0;
        int starts = 0;
        for (int each = 0; each < kills; each++) {
            load.start();
            load.awaitActs(random.nextInt(MAX_ACTS));
            Thread.sleep(random.nextInt(100));
            kill();
            if (random.nextInt(4) == 0) {
                packaged.servers().forEach(ProcessHandle::destroyForcibly);
                databases++;
            }
            load.awaitEnd();
            if (random.nextInt(8) == 0) {
                service = serve();
                Thread.sleep(random.nextInt(3000));
                kill();
                starts++;
            }
            startAgain();
            nothingIsLeftOfUploads();
            try (StoredFacts stored = StoredFacts.of(data)) {
                load.compare(stored);
                if (each % 3 == 0) {
                    load.aWeekPasses(stored);
                }
            }
            if (each % 10 == 9) {
                System.out.println((each + 1) + " of " + kills + " kills; acknowledged: " + load.figures());
            }
        }
        try (StoredFacts stored = StoredFacts.of(data)) {
            awaitEndOfRuns(stored);
            load.compare(stored);
            System.out.println(kills + " kills, " + databases + " of them with the database's and " + starts
                    + " once more while starting, in "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s; acknowledged: " + load.figures()
                    + "; runs: "
                    + stored.rows("SELECT state, count(*) FROM allocation_run WHERE round_id <> 'ahus-2030-v'"
                            + " GROUP BY state ORDER BY state")
                    + "; steps of offers: " + OfferLoad.figures(stored));
        }
    }

    private static void nothingIsLeftOfUploads() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("uploads"))) {
            assertThat(all.filter(Files::isRegularFile)).as("files left").isEmpty();
        }
    }

    private static void awaitEndOfRuns(StoredFacts stored) {
        Awaitility.await("none is stuck")
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(
                        () -> stored.rows("SELECT id, state FROM allocation_run WHERE state IN ('QUEUED', 'RUNNING')"
                                + " UNION ALL SELECT t.id, t.picked_by FROM (SELECT task_instance::bigint AS id, picked_by"
                                + " FROM scheduled_tasks WHERE task_name = 'allocation-run') t"),
                        List::isEmpty);
    }
}
