package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as a process of its own: what a person who starts and stops it sees. */
class PackagedServiceIT {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path data;

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        servers().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void what_was_acknowledged_survives_a_kill_and_nothing_is_left_running_after_the_end() throws Exception {
        int port = freePort();
        Process first = serve(port);
        awaitReady(first, port);

        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        Thread writer = new Thread(() -> write(port, acknowledged));
        writer.start();
        while (acknowledged.size() < 5 && writer.isAlive()) {
            Thread.sleep(20);
        }
        first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        writer.join();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(5);
        assertThat(servers()).as("the database outlives a killed application").hasSize(1);

        Process second = serve(port);
        awaitReady(second, port);
        assertThat(send(port, "GET", "").body()).contains(acknowledged);

        Process third = serve(freePort());
        assertThat(third.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue()).isEqualTo(1);
        assertThat(log(third)).contains("using the data folder").doesNotContain("\tat ");

        second.destroy();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(servers()).isEmpty();
        assertThat(Files.exists(data.resolve("postgres").resolve("postmaster.pid")))
                .isFalse();
    }

    private void write(int port, List<String> acknowledged) {
        try {
            for (int n = 0; ; n++) {
                String body = "{\"username\":\"bruker-" + n
                        + "\",\"password\":\"et-langt-nok-passord\",\"displayName\":\"B\","
                        + "\"roles\":[\"planner\"]}";
                if (send(port, "POST", body).statusCode() == 201) {
                    acknowledged.add("\"bruker-" + n + "\"");
                }
            }
        } catch (IOException killed) {
            // The end of the service is the end of the writing.
        }
    }

    private HttpResponse<String> send(int port, String method, String body) throws IOException {
        String login = "administrator:"
                + Files.readString(data.resolve("administrator-password")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/users"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private Process serve(int port) throws IOException {
        assertThat(JAR).as("the package, made by mvn package").exists();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString(),
                        "serve")
                .redirectErrorStream(true);
        builder.environment().put("ALIS_DATA", data.toString());
        builder.environment().put("ALIS_PORT", Integer.toString(port));
        builder.environment().remove("QUARKUS_DATASOURCE_JDBC_URL");
        builder.redirectOutput(
                data.resolve("service-" + started.size() + ".log").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private void awaitReady(Process process, int port) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!log(process).contains("answers at")) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as(log(process))
                    .isTrue();
            Thread.sleep(100);
        }
        assertThat(log(process)).contains("http://localhost:" + port + "/");
    }

    private String log(Process process) throws IOException {
        return Files.readString(data.resolve("service-" + started.indexOf(process) + ".log"));
    }

    /** The PostgreSQL servers (not their workers) on this test's folder. */
    private List<ProcessHandle> servers() {
        String folder = data.resolve("postgres").toAbsolutePath().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(folder))
                        .isPresent())
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
