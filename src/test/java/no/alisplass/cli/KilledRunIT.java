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
                "3000",
                "--seed",
                "7",
                "--half-year",
                "2030-V",
                "--out",
                folder.toString());
        assertThat(made).isZero();
        new DemoRound(coordinator, area -> door.as("kommune-" + area, password)).sendWaitlists(folder);
        JsonNode started = coordinator.send("POST", RUNS, new ObjectMapper().createObjectNode());
        String hash = started.get("problemHash").asText();
        await(coordinator, 1, "RUNNING");

        first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        Process second = packaged.start("demo", port);
        packaged.awaitReady(second, port);

        await(coordinator, 1, "INTERRUPTED");
        assertThat(coordinator.get(RUNS + "/1").get("problemHash").asText()).isEqualTo(hash);
        JsonNode again = coordinator.send("POST", RUNS, new ObjectMapper().createObjectNode());
        assertThat(again.get("number").asInt()).isEqualTo(2);
        assertThat(again.get("problemHash").asText()).isEqualTo(hash);
        await(coordinator, 2, "DONE");
        assertThat(coordinator.get(RUNS + "/2").get("checked").asBoolean()).isTrue();
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
