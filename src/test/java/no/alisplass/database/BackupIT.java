package no.alisplass.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import no.alisplass.BesideTheService;
import no.alisplass.platform.StartRefused;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in database is copied while it is used, its folder is lost, and what was acknowledged is there again. */
@BesideTheService
class BackupIT {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    @TempDir
    Path place;

    @BeforeAll
    static void programsFolder() throws IOException {
        Files.createDirectories(PROGRAMS);
    }

    @Test
    void what_was_acknowledged_before_a_backup_under_load_is_there_after_the_folder_is_lost() throws Exception {
        Path folder = place.resolve("data");
        Path file = place.resolve("alis.tar.gz");
        AtomicLong written = new AtomicLong();
        AtomicBoolean ended = new AtomicBoolean();
        long atLeast;
        String key;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            key = DataFolder.secret(folder, "session-key");
            run(database, "CREATE TABLE kept (n bigint PRIMARY KEY, filler text)");
            Thread writer = new Thread(() -> {
                while (!ended.get()) {
                    run(
                            database,
                            "INSERT INTO kept SELECT count(*) + 1, repeat('x', 2000) FROM kept; "
                                    + "UPDATE kept SET filler = repeat('y', 2000) WHERE n % 7 = 0");
                    written.incrementAndGet();
                }
            });
            writer.start();
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> written.get() >= 50);
            atLeast = written.get();
            Backup.write(folder, file);
            ended.set(true);
            writer.join();
            assertThat(ask(database, "SELECT count(*) FROM pg_replication_slots"))
                    .isEqualTo("0");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        PostgresBinaries.delete(folder);

        Restore.into(folder, file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("session-key"))))
                .isEqualTo("rw-------");
        assertThat(DataFolder.secret(folder, "session-key")).isEqualTo(key);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            assertThat(Long.parseLong(ask(database, "SELECT count(*) FROM kept")))
                    .isBetween(atLeast, written.get());
            assertThat(ask(database, "SELECT count(*) - max(n) FROM kept"))
                    .as("no row lost, torn or doubled in between")
                    .isEqualTo("0");
        }
    }

    @Test
    void a_stopped_service_is_backed_up_too_and_nothing_is_overwritten() throws Exception {
        Path folder = place.resolve("data");
        Path file = place.resolve("alis.tar.gz");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            run(database, "CREATE TABLE kept AS SELECT 42 AS n");
        }
        Backup.write(folder, file);
        assertThatThrownBy(() -> Backup.write(folder, file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("exists already");
        assertThatThrownBy(() -> Restore.into(folder, file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("nothing of it is overwritten");
        assertThatThrownBy(() -> Backup.write(place.resolve("empty"), place.resolve("none.tar.gz")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no built-in database");
        Path other = place.resolve("other");
        Restore.into(other, file);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(other, PROGRAMS)) {
            assertThat(ask(database, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_file_that_is_cut_or_changed_changes_nothing() throws Exception {
        Path folder = place.resolve("data");
        Path file = place.resolve("alis.tar.gz");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            Backup.write(folder, file);
            assertThat(database.url()).isNotEmpty();
        }
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(place.resolve("cut.tar.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 0x40;
        Path flipped = Files.write(place.resolve("flipped.tar.gz"), changed);
        Path other = place.resolve("other");
        for (Path faulty : new Path[] {cut, flipped, Files.writeString(place.resolve("text.tar.gz"), "hei")}) {
            assertThatThrownBy(() -> Restore.into(other, faulty))
                    .as(faulty.toString())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Nothing was changed");
            assertThat(other.resolve("postgres")).doesNotExist();
        }
    }

    private static void run(EmbeddedDatabase database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
