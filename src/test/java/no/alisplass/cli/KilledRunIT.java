package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import no.alisplass.sample.Generate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed in the middle of a run: nothing is lost, the run says so, and it can be repeated. */
class KilledRunIT {
    private static final String RUNS = "/api/v1/rounds/ahus-2030-v/runs";

    @TempDir
    Path data;

    @TempDir
    Path samples;

    private Packaged packaged;

    @AfterEach
    void endAll() throws InterruptedException {
        packaged.endAll();
    }

    @Test
    void a_killed_run_is_shown_as_interrupted_and_a_new_one_ends() throws Exception {
        packaged = new Packaged(data);
        int port = Packaged.freePort();
        Process first = packaged.start("demo", port);
        packaged.awaitReady(first, port);
        String password = Files.readString(data.resolve("demo-password")).strip();
        FrontDoor door = new FrontDoor(URI.create("http://localhost:" + port));
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

        first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        Process second = packaged.start("demo", port);
        packaged.awaitReady(second, port);

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

    private static void await(FrontDoor.As coordinator, int run, String state) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        String now = "";
        while (!now.equals(state)) {
            now = coordinator.get(RUNS + "/" + run).get("state").asText();
            assertThat(System.nanoTime())
                    .as("the run is " + now + ", not " + state)
                    .isLessThan(end);
            Thread.sleep(10);
        }
    }
}
