package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.alisplass.BesideTheService;
import no.alisplass.database.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A database that is away, or has no connection to spare, is no fault of the service's: come again, it says at every door. */
@BesideTheService
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LostDatabaseIT {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");
    private static final int CONNECTIONS = 3;

    @TempDir
    static Path data;

    @TempDir
    static Path databaseFolder;

    private static final String PASSWORD = "fire-tilfeldige-lange-ord";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static EmbeddedDatabase database;
    private static DatabaseLine line;
    private static Packaged packaged;
    private static Process service;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(PROGRAMS);
        database = EmbeddedDatabase.start(databaseFolder, PROGRAMS);
        line = new DatabaseLine(
                URI.create(database.url().substring("jdbc:".length())).getPort());
        packaged = new Packaged(data);
        port = Packaged.freePort();
        service = packaged.start(
                "serve",
                port,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:" + line.port() + "/alisplass",
                        "QUARKUS_DATASOURCE_USERNAME",
                        database.username(),
                        "QUARKUS_DATASOURCE_PASSWORD",
                        database.password(),
                        "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
                        Integer.toString(CONNECTIONS)));
        packaged.awaitReady(service, port);
        chooseOwnPassword();
    }

    /** The first one opens nothing else. */
    private static void chooseOwnPassword() throws Exception {
        String first = Files.readString(data.resolve("administrator-password")).strip();
        HttpRequest request = as(first, at("/api/v1/me/password"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"old\":\"" + first + "\",\"password\":\"" + PASSWORD + "\"}"))
                .build();
        assertThat(send(request).statusCode()).isEqualTo(204);
    }

    @AfterAll
    static void end() throws Exception {
        packaged.endAll();
        line.close();
        database.close();
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private static HttpRequest program() {
        return as(PASSWORD, at("/api/v1/users")).build();
    }

    private static HttpRequest.Builder as(String password, HttpRequest.Builder request) {
        String login = "administrator:" + password;
        return request.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpRequest login() {
        return at("/j_security_check")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=administrator&j_password=feil-passord-her"))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void refusesWithWords() throws Exception {
        HttpResponse<String> program = send(program());
        assertThat(program.statusCode()).as(program.body()).isEqualTo(503);
        assertThat(program.headers().firstValue("Retry-After")).contains("10");
        assertThat(program.body()).contains("urn:alisplass:problem:unavailable", "Databasen svarer ikke");
        HttpResponse<String> login = send(login());
        assertThat(login.statusCode()).as(login.body()).isEqualTo(503);
        assertThat(login.headers().firstValue("Retry-After")).contains("10");
        assertThat(login.body()).contains("Tjenesten kan ikke svare akkurat nå", "<html");
        assertThat(send(at("/q/health/ready").build()).statusCode()).isEqualTo(503);
        assertThat(send(at("/q/health/live").build()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_database_that_goes_and_comes_back_costs_no_fault() throws Exception {
        assertThat(send(program()).statusCode()).isEqualTo(200);
        line.cut();
        refusesWithWords();
        line.mend();
        List<Integer> after = new ArrayList<>();
        for (int call = 0; call < 10; call++) {
            after.add(send(program()).statusCode());
        }
        assertThat(after).as("no connection of the time before is handed out").containsOnly(200);
        assertThat(send(at("/q/health/ready").build()).statusCode()).isEqualTo(200);
        assertThat(packaged.log(service)).doesNotContain("A request failed");
    }

    @Test
    void connections_that_are_all_in_use_are_told_and_readiness_knows() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        try (Connection direct = DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = direct.createStatement()) {
            direct.setAutoCommit(false);
            statement.execute("LOCK TABLE app_user IN ACCESS EXCLUSIVE MODE");
            for (int call = 0; call < 2 * CONNECTIONS; call++) {
                waiting.add(HTTP.sendAsync(program(), HttpResponse.BodyHandlers.ofString()));
            }
            Thread.sleep(1500);
            refusesWithWords();
            direct.rollback();
        }
        for (CompletableFuture<HttpResponse<String>> each : waiting) {
            assertThat(each.get().statusCode()).isIn(200, 503);
        }
        assertThat(send(program()).statusCode()).isEqualTo(200);
        assertThat(send(at("/q/health/ready").build()).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stuck_work_does_not_keep_a_service_that_is_told_to_stop() throws Exception {
        try (Connection direct = DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = direct.createStatement()) {
            direct.setAutoCommit(false);
            statement.execute("LOCK TABLE app_user IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<HttpResponse<String>> stuck =
                    HTTP.sendAsync(program(), HttpResponse.BodyHandlers.ofString());
            Thread.sleep(1000);
            assertThat(stuck).isNotDone();
            long told = System.nanoTime();
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS))
                    .as(packaged.log(service))
                    .isTrue();
            System.out.println("Stopped with stuck work after "
                    + Duration.ofNanos(System.nanoTime() - told).toMillis() + " ms");
        }
    }
}
