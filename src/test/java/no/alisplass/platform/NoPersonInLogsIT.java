package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.Heard;
import no.alisplass.domain.AreaCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong with a row or with what was sent, neither the service's log nor PostgreSQL's names anyone. */
@QuarkusTest
class NoPersonInLogsIT {
    private static final String NUMBER = "7654321";
    private static final String NAME = "Kari Loggfri";
    private static final String USER = "logg-kommune";
    private static final String PASSWORD = "et langt passord for loggene";

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource database;

    @Inject
    Users users;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Heard heard;

    @BeforeEach
    void listen() throws SQLException {
        heard = new Heard();
        run("CREATE TABLE IF NOT EXISTS log_probe"
                + " (hpr int PRIMARY KEY, name text, CONSTRAINT short CHECK (length(name) < 20))");
        run("INSERT INTO log_probe VALUES (" + NUMBER + ", '" + NAME + "') ON CONFLICT DO NOTHING");
        if (users.find(USER).isEmpty()) {
            users.create(User.of(USER, "Kommune", Roles.MUNICIPALITY).in(new AreaCode("3205")), PASSWORD);
        }
    }

    @AfterEach
    void stop() throws SQLException {
        heard.close();
        run("DROP TABLE log_probe");
    }

    @Test
    void a_row_that_is_refused_is_in_no_log() throws Exception {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    entities.createNativeQuery("INSERT INTO log_probe VALUES (:hpr, :name)")
                            .setParameter("hpr", Integer.valueOf(NUMBER))
                            .setParameter("name", NAME)
                            .executeUpdate();
                }))
                .satisfies(NoPersonInLogsIT::namesNobody);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    entities.createNativeQuery("INSERT INTO log_probe VALUES (:hpr, :name)")
                            .setParameter("hpr", 1)
                            .setParameter("name", NAME + " med et altfor langt navn " + NUMBER)
                            .executeUpdate();
                }))
                .satisfies(NoPersonInLogsIT::namesNobody);
        assertThatThrownBy(this::batch).satisfies(NoPersonInLogsIT::namesNobody);
        assertThatThrownBy(() -> run("SELECT CAST('" + NUMBER + "x' AS int)")).isInstanceOf(SQLException.class);
        assertThat(heard.text()).as("that something was heard").contains("log_probe_pkey");
        assertThat(heard.text()).doesNotContain(NUMBER, NAME);
        assertThat(serverLog()).isNotEmpty().doesNotContain(NUMBER, NAME);
    }

    @Test
    void what_was_sent_and_cannot_be_read_is_in_no_log() throws Exception {
        String list = "/api/v1/rounds/finnes-ikke-for-logg/waitlists/3205";
        for (String body : List.of(
                "{\"entries\": [{\"hprNumber\": \"" + NUMBER + "\", \"name\": \"" + NAME,
                "{\"entries\": [{\"hprNumber\": [" + NUMBER + "], \"name\": {\"x\": \"" + NAME + "\"}}]}",
                "{\"" + NAME + "\": " + NUMBER + "}",
                "\"" + NAME + " " + NUMBER + "\"",
                "{\"entries\": [{\"hprNumber\": " + NUMBER + ", \"name\": \"" + NAME + "\\u0000\"}]}")) {
            Response answer = municipality()
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body(body)
                    .put(list);
            assertThat(answer.statusCode()).as(body).isBetween(400, 499);
        }
        Response file = municipality()
                .multiPart("mode", "preview")
                .multiPart(
                        "file", NAME + ".csv", (NAME + ";" + NUMBER).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(list + "/import");
        assertThat(file.statusCode()).isBetween(400, 499);
        String doctor = "/api/v1/areas/3205/doctors/" + NUMBER;
        for (String body : List.of(
                "{\"name\": \"" + NAME,
                "{\"" + NAME + "\": " + NUMBER + "}",
                "{\"name\": \"" + NAME + "\", \"objectives\": 999, \"activities\": 1}")) {
            Response answer =
                    municipality().contentType("application/json").body(body).put(doctor);
            assertThat(answer.statusCode()).as(body).isBetween(400, 499);
        }
        assertThat(municipality().post(doctor + "/confirmation").statusCode()).isIn(404, 428);
        assertThat(heard.text()).doesNotContain(NUMBER, NAME);
        assertThat(serverLog()).doesNotContain(NUMBER, NAME);
    }

    @Test
    void a_log_in_is_told_by_how_it_ended_and_not_whose_it_was() throws SQLException {
        // Others have guessed from the same address.
        run("TRUNCATE login_guess");
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(USER, "feil " + NUMBER)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(USER + "-ukjent", "feil " + NUMBER)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        users.create(User.of(USER + "-ny", NAME, Roles.ADMIN), PASSWORD);
        RestAssured.given()
                .auth()
                .preemptive()
                .basic(USER + "-ny", PASSWORD)
                .get("/api/v1/me")
                .then()
                .statusCode(200);
        assertThat(heard.lines())
                .filteredOn(
                        line -> line.matches("A log-in is refused, name and password do not fit: \\d+ since the start"))
                .hasSize(2);
        assertThat(heard.lines())
                .filteredOn(line -> line.matches("A log-in \\(program\\) is accepted: \\d+ since the start"))
                .hasSize(1);
        assertThat(heard.text()).doesNotContain(NUMBER, NAME, USER, "Kari");
    }

    private static io.restassured.specification.RequestSpecification municipality() {
        return RestAssured.given().auth().preemptive().basic(USER, PASSWORD);
    }

    private void batch() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO log_probe VALUES (?, ?)")) {
            for (int at = 0; at < 2; at++) {
                insert.setInt(1, Integer.parseInt(NUMBER));
                insert.setString(2, NAME);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void namesNobody(Throwable fault) {
        StringWriter all = new StringWriter();
        fault.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain(NUMBER, NAME);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The log of the server these tests run on, found by its port. */
    private String serverLog() throws IOException {
        String port = url.replaceAll(".*:(\\d+)/.*", "$1");
        try (Stream<Path> folders = Files.list(Path.of("target"))) {
            for (Path folder : folders.filter(
                            each -> each.getFileName().toString().startsWith("postgres-test-"))
                    .toList()) {
                Path process = folder.resolve("postgres").resolve("postmaster.pid");
                if (Files.exists(process)
                        && Files.readAllLines(process).get(3).strip().equals(port)) {
                    return Files.readString(folder.resolve("postgres.log"));
                }
            }
        }
        throw new AssertionError("No server of these tests listens on " + port);
    }
}
