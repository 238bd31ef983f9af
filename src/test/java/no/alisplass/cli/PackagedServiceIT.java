package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
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
import no.alisplass.BesideTheService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as a process of its own: what a person who starts and stops it sees. */
@BesideTheService
class PackagedServiceIT {
    private static final String OWN_PASSWORD = "valgt ved forste innlogging";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    private Packaged packaged;

    @BeforeEach
    void packaged() {
        packaged = new Packaged(data);
    }

    @AfterEach
    void endAll() throws InterruptedException {
        packaged.endAll();
    }

    @Test
    void what_was_acknowledged_survives_a_kill_and_nothing_is_left_running_after_the_end() throws Exception {
        int port = Packaged.freePort();
        Process first = packaged.start("serve", port);
        packaged.awaitReady(first, port);
        chooseOwnPassword(port);

        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        Thread writer = new Thread(() -> write(port, acknowledged));
        writer.start();
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> acknowledged.size() >= 5 || !writer.isAlive());
        first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        writer.join();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(5);
        assertThat(packaged.servers())
                .as("the database outlives a killed application")
                .hasSize(1);

        Process second = packaged.start("serve", port);
        packaged.awaitReady(second, port);
        assertThat(send(port, "GET", "").body()).contains(acknowledged);
        figuresAreBesideTheService(packaged.log(second), port);

        Process third = packaged.start("serve", Packaged.freePort());
        assertThat(third.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue()).isEqualTo(1);
        assertThat(packaged.log(third)).contains("using the data folder").doesNotContain("\tat ");

        second.destroy();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(packaged.servers()).isEmpty();
        assertThat(Files.exists(data.resolve("postgres").resolve("postmaster.pid")))
                .isFalse();
    }

    @Test
    void a_killed_database_is_started_again_and_nothing_acknowledged_is_lost() throws Exception {
        int port = Packaged.freePort();
        Process service = packaged.start("serve", port);
        packaged.awaitReady(service, port);
        chooseOwnPassword(port);
        Socket halfHead = new Socket("localhost", port);
        halfHead.getOutputStream().write("GET /logg-inn HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
        String body = "{\"username\":\"beholdt\",\"password\":\"et-langt-nok-passord\",\"displayName\":\"B\","
                + "\"roles\":[\"planner\"],\"allHospitals\":true}";
        assertThat(send(port, "POST", body).statusCode()).isEqualTo(201);

        long killed = System.nanoTime();
        postmaster().destroyForcibly();
        List<Integer> statuses = new ArrayList<>();
        HttpResponse<String> answer = send(port, "GET", "");
        while (answer.statusCode() != 200) {
            statuses.add(answer.statusCode());
            assertThat(Duration.ofNanos(System.nanoTime() - killed))
                    .as("%s%n%s", statuses, packaged.log(service))
                    .isLessThan(Duration.ofSeconds(60));
            Thread.sleep(200);
            answer = send(port, "GET", "");
        }
        System.out.println("Answered again after "
                + Duration.ofNanos(System.nanoTime() - killed).toMillis() + " ms; before that " + statuses);
        assertThat(answer.body()).contains("\"beholdt\"");
        assertThat(statuses).as("busy, not broken%n%s", packaged.log(service)).containsOnly(503);
        assertThat(service.isAlive()).isTrue();
        // It answers a moment before the one who started it knows.
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> packaged.log(service), log -> log.contains("The database runs again"));
        halfHead.setSoTimeout(40_000);
        assertThat(halfHead.getInputStream().read())
                .as("a head that does not become whole is let go, long before the two minutes of an idle connection")
                .isEqualTo(-1);
        halfHead.close();
    }

    private ProcessHandle postmaster() throws IOException {
        String process = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(process)).orElseThrow();
    }

    /** The figures where the start says, and nowhere else; health where requests are answered. */
    private void figuresAreBesideTheService(String log, int port) throws Exception {
        String figures = log.replaceAll("(?s).*are at (http://localhost:\\d+/q/metrics)\\..*", "$1");
        assertThat(status(figures)).isEqualTo(200);
        assertThat(status(figures.replace("metrics", "health/ready"))).isEqualTo(404);
        assertThat(status("http://localhost:" + port + "/q/metrics")).isEqualTo(404);
        assertThat(status("http://localhost:" + port + "/q/health/ready")).isEqualTo(200);
    }

    private int status(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void write(int port, List<String> acknowledged) {
        try {
            for (int n = 0; ; n++) {
                String body = "{\"username\":\"bruker-" + n
                        + "\",\"password\":\"et-langt-nok-passord\",\"displayName\":\"B\","
                        + "\"roles\":[\"planner\"],\"allHospitals\":true}";
                if (send(port, "POST", body).statusCode() == 201) {
                    acknowledged.add("\"bruker-" + n + "\"");
                }
            }
        } catch (IOException killed) {
            // The end of the service is the end of the writing.
        }
    }

    private HttpResponse<String> send(int port, String method, String body) throws IOException {
        return send(port, method, "users", OWN_PASSWORD, body);
    }

    /** The first login opens nothing else, and after it the file with the first password is gone. */
    private void chooseOwnPassword(int port) throws IOException {
        Path file = data.resolve("administrator-password");
        String first = Files.readString(file).strip();
        assertThat(send(port, "GET", "users", first, "").statusCode()).isEqualTo(403);
        String body = "{\"old\":\"" + first + "\",\"password\":\"" + OWN_PASSWORD + "\"}";
        assertThat(send(port, "PUT", "me/password", first, body).statusCode()).isEqualTo(204);
        assertThat(Files.exists(file)).isFalse();
    }

    private HttpResponse<String> send(int port, String method, String path, String password, String body)
            throws IOException {
        String login = "administrator:" + password;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
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
}
