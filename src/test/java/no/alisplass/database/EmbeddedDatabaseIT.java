package no.alisplass.database;

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
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.alisplass.BesideTheService;
import no.alisplass.platform.StartRefused;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class EmbeddedDatabaseIT {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    @TempDir
    Path folder;

    @BeforeAll
    static void programsFolder() throws IOException {
        Files.createDirectories(PROGRAMS);
    }

    @Test
    void data_stays_across_restarts_and_the_server_does_not() throws Exception {
        long first;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            first = serverProcess();
            run(database, "CREATE TABLE kept AS SELECT 42 AS n");
        }
        assertThat(ProcessHandle.of(first)).isEmpty();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            assertThat(ask(database, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void commits_are_durable_and_only_the_password_opens() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.username(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_second_holder_of_the_folder_is_told_who_has_it() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, PROGRAMS))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("using the data folder")
                    .hasMessageContaining("ALIS_DATA=");
        }
    }

    @Test
    void a_server_that_is_killed_is_started_again_with_all_that_was_committed() throws Exception {
        AtomicInteger givenUp = new AtomicInteger();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            database.watch(givenUp::incrementAndGet);
            run(database, "CREATE TABLE kept AS SELECT 42 AS n");
            for (int kill = 0; kill < 2; kill++) {
                long killed = serverProcess();
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                Awaitility.await()
                        .atMost(60, TimeUnit.SECONDS)
                        .until(() -> database.isAlive() && serverProcess() != killed);
                assertThat(askUntilAnswered(database, "SELECT n FROM kept")).isEqualTo("42");
            }
        }
        assertThat(givenUp).as("closing is no end to mend").hasValue(0);
    }

    @Test
    void a_server_that_cannot_be_started_again_is_given_up() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            database.watch(givenUp::countDown);
            ProcessHandle killed = ProcessHandle.of(serverProcess()).orElseThrow();
            Path version = folder.resolve("postgres").resolve("PG_VERSION");
            String before = Files.readString(version);
            Files.writeString(version, "9.1");
            killed.destroyForcibly();
            assertThat(givenUp.await(90, TimeUnit.SECONDS)).isTrue();
            assertThat(DatabaseWatch.seesItGone()).isTrue();
            Files.writeString(version, before);
        }
        assertThat(DatabaseWatch.seesItGone()).isFalse();
    }

    /** Recovery takes its time. */
    private static String askUntilAnswered(EmbeddedDatabase database, String sql) {
        return Awaitility.await()
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> ask(database, sql), Objects::nonNull);
    }

    @Test
    void the_server_of_a_killed_application_is_ended_first() throws Exception {
        EmbeddedDatabase killed = EmbeddedDatabase.start(folder, PROGRAMS);
        run(killed, "CREATE TABLE kept AS SELECT 42 AS n");
        long leftover = serverProcess();
        // As after kill -9: the lock is gone with the process, the server is not.
        killed.abandonForTest();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            assertThat(serverProcess()).isNotEqualTo(leftover);
            assertThat(ProcessHandle.of(leftover)).isEmpty();
            assertThat(ask(database, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_leftover_number_that_now_is_another_process_is_left_alone() throws Exception {
        EmbeddedDatabase.start(folder, PROGRAMS).close();
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile(), bystander.pid() + "\n");
            EmbeddedDatabase.start(folder, PROGRAMS).close();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_start_killed_while_it_made_the_folder_is_begun_again() throws Exception {
        Files.createDirectories(folder.resolve("postgres.part").resolve("base"));
        Files.writeString(folder.resolve("postgres.part").resolve("PG_VERSION"), "18\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_folder_of_another_major_version_is_refused_with_its_version() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, PROGRAMS))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL 16");
    }

    @Test
    void secrets_are_readable_by_their_owner_only() throws Exception {
        String secret = DataFolder.secret(folder, "some-secret");
        assertThat(secret).hasSizeGreaterThan(20).isEqualTo(DataFolder.secret(folder, "some-secret"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("some-secret"))).hasSize(2);
    }

    private Path pidFile() {
        return folder.resolve("postgres").resolve("postmaster.pid");
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection open(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
