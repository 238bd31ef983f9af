package no.alisplass.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;

/**
 * A database as the version with migration {@value #VERSION} kept it: the sample round approved with one doctor taken out
 * by hand, a round closed and run under other rules, one open with lists sent, sent twice, changed after sending and on two
 * areas' lists, and one being prepared. Each line of its rows is a table and a row; its answers are what that version
 * answered about them.
 */
public class OldDatabase implements QuarkusTestResourceLifecycleManager {
    static final String VERSION = "27";
    private static final ObjectMapper JSON = new ObjectMapper();

    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            Path programs = Files.createDirectories(Path.of("target", "postgres-programs"));
            database = EmbeddedDatabase.start(Files.createTempDirectory(Path.of("target"), "postgres-old-"), programs);
            Flyway.configure()
                    .dataSource(database.url(), database.username(), database.password())
                    .target(VERSION)
                    .load()
                    .migrate();
            fill();
            return database.settings();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** After the one for all tests, whose settings these take the place of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }

    /** What the old version answered, by user and address. */
    static JsonNode answers() throws IOException {
        try (InputStream answers = open("answers.json.gz")) {
            return JSON.readTree(answers);
        }
    }

    private static InputStream open(String name) throws IOException {
        return new GZIPInputStream(OldDatabase.class.getResourceAsStream("/database/version-" + VERSION + "/" + name));
    }

    private void fill() throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                BufferedReader rows =
                        new BufferedReader(new InputStreamReader(open("rows.jsonl.gz"), StandardCharsets.UTF_8))) {
            Map<String, String> columns = new HashMap<>();
            for (String line = rows.readLine(); line != null; line = rows.readLine()) {
                JsonNode row = JSON.readTree(line);
                String table = row.get("table").asText();
                if (!columns.containsKey(table)) {
                    columns.put(table, columns(connection, table));
                }
                insert(connection, table, columns.get(table), row.get("row").toString());
            }
            for (String table : columns.keySet()) {
                countOn(connection, table);
            }
        }
    }

    private static void insert(Connection connection, String table, String columns, String row) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + columns
                + " FROM json_populate_record(NULL::" + table + ", ?::json)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row);
            statement.executeUpdate();
        }
    }

    /** Those that are not worked out of others. */
    private static String columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT column_name"
                + " FROM information_schema.columns WHERE table_name = ? AND is_generated = 'NEVER'")) {
            statement.setString(1, table);
            try (ResultSet names = statement.executeQuery()) {
                while (names.next()) {
                    columns.add(names.getString(1));
                }
            }
        }
        return String.join(", ", columns);
    }

    /** Running numbers go on after those that were used. */
    private static void countOn(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean numbered;
            try (ResultSet id = statement.executeQuery("SELECT 1 FROM information_schema.columns WHERE table_name = '"
                    + table + "' AND column_name = 'id' AND is_identity = 'YES'")) {
                numbered = id.next();
            }
            if (numbered) {
                statement.execute(
                        "SELECT setval(pg_get_serial_sequence('" + table + "', 'id'), max(id)) FROM " + table);
            }
        }
    }
}
