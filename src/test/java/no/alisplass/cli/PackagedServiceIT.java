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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as a process of its own: what a person who starts and stops it sees. */
@BesideTheService
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedServiceIT {
    private static final String OWN_PASSWORD = "valgt ved forste innlogging";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static Packaged packaged;
    private static Process service;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        packaged = new Packaged(data);
        port = Packaged.freePort();
        service = packaged.start("serve", port);
        packaged.awaitReady(service, port);
        chooseOwnPassword();
    }

    @AfterAll
    static void endAll() throws InterruptedException {
        packaged.endAll();
    }

    @Test
    void what_was_acknowledged_survives_a_kill() throws Exception {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        Thread writer = new Thread(() -> write(acknowledged));
        writer.start();
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> acknowledged.size() >= 5 || !writer.isAlive());
        service.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        writer.join();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(5);
        assertThat(packaged.servers())
                .as("the database outlives a killed application")
                .hasSize(1);

        service = packaged.start("serve", port);
        packaged.awaitReady(service, port);
        assertThat(send("GET", "").body()).contains(acknowledged);
        figuresAreBesideTheService(packaged.log(service));
    }

    @Test
    void another_on_the_same_folder_is_told_who_has_it() throws Exception {
        Process other = packaged.start("serve", Packaged.freePort());
        assertThat(other.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isEqualTo(1);
        assertThat(packaged.log(other)).contains("using the data folder").doesNotContain("\tat ");
    }

    @Test
    void a_killed_database_is_started_again_and_nothing_acknowledged_is_lost() throws Exception {
        Socket halfHead = new Socket("localhost", port);
        halfHead.getOutputStream().write("GET /logg-inn HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
        String body = "{\"username\":\"beholdt\",\"password\":\"et-langt-nok-passord\",\"displayName\":\"B\","
                + "\"roles\":[\"planner\"],\"allHospitals\":true}";
        assertThat(send("POST", body).statusCode()).isEqualTo(201);

        long killed = System.nanoTime();
        postmaster().destroyForcibly();
        List<Integer> statuses = new ArrayList<>();
        HttpResponse<String> answer = send("GET", "");
        while (answer.statusCode() != 200) {
            statuses.add(answer.statusCode());
            assertThat(Duration.ofNanos(System.nanoTime() - killed))
                    .as("%s%n%s", statuses, packaged.log(service))
                    .isLessThan(Duration.ofSeconds(60));
            Thread.sleep(200);
            answer = send("GET", "");
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

    @Test
    @Order(Integer.MAX_VALUE)
    void nothing_is_left_running_after_the_end() throws Exception {
        service.destroy();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(packaged.servers()).isEmpty();
        assertThat(Files.exists(data.resolve("postgres").resolve("postmaster.pid")))
                .isFalse();
    }

    private static ProcessHandle postmaster() throws IOException {
        String process = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(process)).orElseThrow();
    }

    /** The figures where the start says, and nowhere else; health where requests are answered. */
    private static void figuresAreBesideTheService(String log) throws Exception {
        String figures = log.replaceAll("(?s).*are at (http://localhost:\\d+/q/metrics)\\..*", "$1");
        assertThat(status(figures)).isEqualTo(200);
        assertThat(status(figures.replace("metrics", "health/ready"))).isEqualTo(404);
        assertThat(status("http://localhost:" + port + "/q/metrics")).isEqualTo(404);
        assertThat(status("http://localhost:" + port + "/q/health/ready")).isEqualTo(200);
    }

    private static int status(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void write(List<String> acknowledged) {
        try {
            for (int n = 0; ; n++) {
                String body = "{\"username\":\"bruker-" + n
                        + "\",\"password\":\"et-langt-nok-passord\",\"displayName\":\"B\","
                        + "\"roles\":[\"planner\"],\"allHospitals\":true}";
                if (send("POST", body).statusCode() == 201) {
                    acknowledged.add("\"bruker-" + n + "\"");
                }
            }
        } catch (IOException killed) {
            // The end of the service is the end of the writing.
        }
    }

    private static HttpResponse<String> send(String method, String body) throws IOException {
        return send(method, "users", OWN_PASSWORD, body);
    }

    /** The first login opens nothing else, and after it the file with the first password is gone. */
    private static void chooseOwnPassword() throws IOException {
        Path file = data.resolve("administrator-password");
        String first = Files.readString(file).strip();
        assertThat(send("GET", "users", first, "").statusCode()).isEqualTo(403);
        String body = "{\"old\":\"" + first + "\",\"password\":\"" + OWN_PASSWORD + "\"}";
        assertThat(send("PUT", "me/password", first, body).statusCode()).isEqualTo(204);
        assertThat(Files.exists(file)).isFalse();
    }

    private static HttpResponse<String> send(String method, String path, String password, String body)
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
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
