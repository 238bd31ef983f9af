package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The database explains itself, and no foreign key is looked up by reading the whole table. */
@QuarkusTest
class DatabaseStructureIT {
    private static final String OURS = "relnamespace = 'public'::regnamespace AND relname <> 'flyway_schema_history'";

    private static final String UNDESCRIBED_TABLES = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND "
            + OURS + " AND obj_description(oid, 'pg_class') IS NULL";

    private static final String UNDESCRIBED_COLUMNS =
            "SELECT relname || '.' || attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
                    + " WHERE relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped AND " + OURS
                    + " AND col_description(attrelid, attnum) IS NULL";

    /** An index serves a key when its first columns are the key's, in any order. */
    private static final String UNINDEXED_FOREIGN_KEYS =
            "SELECT conrelid::regclass || ': ' || conname FROM pg_constraint WHERE contype = 'f' AND NOT EXISTS ("
                    + "SELECT 1 FROM pg_index WHERE indrelid = conrelid AND indpred IS NULL"
                    + " AND (string_to_array(indkey::text, ' ')::smallint[])[1:cardinality(conkey)] @> conkey)";

    @Inject
    DataSource database;

    @Test
    void every_table_and_column_has_a_description() throws SQLException {
        assertThat(ask(UNDESCRIBED_TABLES)).isEmpty();
        assertThat(ask(UNDESCRIBED_COLUMNS)).isEmpty();
    }

    @Test
    void every_foreign_key_has_an_index() throws SQLException {
        assertThat(ask(UNINDEXED_FOREIGN_KEYS)).isEmpty();
    }

    @Test
    void what_lacks_them_would_be_found() throws SQLException {
        assertThat(ask(
                        UNDESCRIBED_TABLES,
                        "CREATE TABLE bare_parent (a int, b int, PRIMARY KEY (a, b))",
                        "CREATE TABLE bare_child (b int, a int, FOREIGN KEY (a, b) REFERENCES bare_parent)"))
                .containsExactlyInAnyOrder("bare_parent", "bare_child");
        assertThat(ask(
                        UNDESCRIBED_COLUMNS,
                        "CREATE TABLE bare (a int, b int)",
                        "COMMENT ON TABLE bare IS 'x'",
                        "COMMENT ON COLUMN bare.a IS 'x'"))
                .containsExactly("bare.b");
        String parent = "CREATE TABLE bare_parent (a int, b int, PRIMARY KEY (a, b))";
        String child =
                "CREATE TABLE bare_child (b int, a int, c int, CONSTRAINT k FOREIGN KEY (a, b) REFERENCES bare_parent)";
        assertThat(ask(UNINDEXED_FOREIGN_KEYS, parent, child)).containsExactly("bare_child: k");
        assertThat(ask(UNINDEXED_FOREIGN_KEYS, parent, child, "CREATE INDEX ON bare_child (c, a, b)"))
                .containsExactly("bare_child: k");
        assertThat(ask(UNINDEXED_FOREIGN_KEYS, parent, child, "CREATE INDEX ON bare_child (b, a, c)"))
                .isEmpty();
    }

    /** The first column of the answer, after those changes, which are taken back. */
    private List<String> ask(String sql, String... changes) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String change : changes) {
                    statement.execute(change);
                }
                List<String> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
