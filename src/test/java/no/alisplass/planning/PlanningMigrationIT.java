package no.alisplass.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.BesideTheService;
import no.alisplass.database.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that an earlier version was asked go on and are told as they were; why they failed is told as it is now. */
@BesideTheService
class PlanningMigrationIT {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    private static final String JOB =
            "INSERT INTO planning_job (hospital_id, kind, title, question, input, state, done, total, result, failure,"
                    + " asked_by, asked_at, ended_at) VALUES ('h-one', 'FORECAST', '%s', '{\"schema\": 1}', %s, '%s', 0, 10,"
                    + " %s, %s, 'pia', '2026-11-01', %s);";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void a_database_that_had_been_asked() throws IOException, SQLException {
        Files.createDirectories(PROGRAMS);
        database = EmbeddedDatabase.start(folder, PROGRAMS);
        flyway("73").migrate();
        run("INSERT INTO hospital VALUES ('h-one', '900000001', 'En', 0);"
                + job("waits", "'{}'", "WAITING", "NULL", "NULL")
                + job("runs", "'{}'", "RUNNING", "NULL", "NULL")
                + job("done", "NULL", "DONE", "'{\"schema\": 1}'", "NULL")
                + job("cancelled", "NULL", "CANCELLED", "NULL", "NULL")
                + job("cancelled by a fault", "NULL", "CANCELLED", "NULL", "'StaleObjectStateException'")
                + job("round changed", "NULL", "FAILED", "NULL", "'RoundChanged'")
                + job("no memory", "NULL", "FAILED", "NULL", "'OutOfMemoryError'")
                + job("a fault", "NULL", "FAILED", "NULL", "'NullPointerException'")
                + job("nothing said", "NULL", "FAILED", "NULL", "NULL"));
        flyway("latest").migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void whatever_state_it_was_in_it_is_in_still() throws SQLException {
        assertThat(ask("SELECT title || ': ' || state FROM planning_job ORDER BY id"))
                .containsExactly(
                        "waits: WAITING",
                        "runs: RUNNING",
                        "done: DONE",
                        "cancelled: CANCELLED",
                        "cancelled by a fault: CANCELLED",
                        "round changed: FAILED",
                        "no memory: FAILED",
                        "a fault: FAILED",
                        "nothing said: FAILED");
    }

    @Test
    void what_failed_and_nothing_else_says_why() throws SQLException {
        assertThat(ask("SELECT title || ': ' || failure FROM planning_job WHERE failure IS NOT NULL ORDER BY id"))
                .containsExactly(
                        "round changed: ROUND_CHANGED", "no memory: MEMORY", "a fault: FAULT", "nothing said: FAULT");
        assertThatThrownBy(
                        () -> run("UPDATE planning_job SET failure = 'NullPointerException' WHERE title = 'a fault'"))
                .hasMessageContaining("why_it_failed_is_known");
        assertThatThrownBy(() -> run("UPDATE planning_job SET failure = NULL WHERE title = 'a fault'"))
                .hasMessageContaining("what_has_failed_says_why");
    }

    @Test
    void who_was_left_out_is_not_known_of_what_was_asked_before() throws SQLException {
        assertThat(ask("SELECT title FROM planning_job WHERE left_faulty IS NOT NULL OR left_served IS NOT NULL"))
                .isEmpty();
    }

    private static String job(String title, String input, String state, String result, String failure) {
        boolean ended = !state.equals("WAITING") && !state.equals("RUNNING");
        return JOB.formatted(title, input, state, result, failure, ended ? "'2026-11-02'" : "NULL");
    }

    private static Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
