package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import no.alisplass.BesideTheService;
import no.alisplass.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on the record tells to do keeps the service's own role from taking its guard away. */
@BesideTheService
class AuditOwnerIT {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");
    private static final String ROW = "INSERT INTO audit_log (at, who, what, subject) VALUES (now(), 'a', 'b.c', 'd')";

    @TempDir
    Path folder;

    @Test
    void the_service_adds_to_the_record_and_can_neither_change_nor_drop_it() throws Exception {
        Files.createDirectories(PROGRAMS);
        String page = Files.readString(Path.of("docs", "audit.md"));
        String told = page.replaceAll("(?s).*```sql\\n(.*?)```.*", "$1");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, PROGRAMS)) {
            run(database, "alisplass", Files.readString(Path.of("src/main/resources/db/migration/V1__platform.sql")));
            run(database, "alisplass", "ALTER TABLE audit_log DISABLE TRIGGER USER");
            run(database, "alisplass", "ALTER TABLE audit_log ENABLE TRIGGER USER");
            run(database, "postgres", told);
            run(database, "alisplass", ROW);
            run(database, "alisplass", "CREATE TABLE a_later_migration (n int)");
            for (String attack : List.of(
                    "DELETE FROM audit_log",
                    "UPDATE audit_log SET who = 'x'",
                    "TRUNCATE audit_log",
                    "ALTER TABLE audit_log DISABLE TRIGGER USER",
                    "DROP TRIGGER audit_log_is_append_only ON audit_log",
                    "CREATE OR REPLACE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql"
                            + " AS 'BEGIN RETURN NULL; END'",
                    "DROP TABLE audit_log",
                    "DROP SCHEMA public CASCADE",
                    "ALTER TABLE audit_log OWNER TO alisplass",
                    "SET ROLE alisplass_audit")) {
                assertThatThrownBy(() -> run(database, "alisplass", attack))
                        .as(attack)
                        .isInstanceOf(SQLException.class)
                        .extracting(fault -> ((SQLException) fault).getSQLState())
                        .isEqualTo("42501");
            }
            assertThat(told).contains("OWNER TO alisplass_audit");
        }
    }

    private static void run(EmbeddedDatabase database, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), user, database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
