package no.alisplass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the built-in database of a data folder holds, asked past the service. */
final class StoredFacts implements AutoCloseable {
    /** The line of PostgreSQL's own file that has its port. */
    private static final int PORT_LINE = 3;

    private final Connection connection;

    private StoredFacts(Connection connection) {
        this.connection = connection;
    }

    static StoredFacts of(Path data) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        String password = Files.readString(data.resolve("postgres-password")).strip();
        return new StoredFacts(DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/alisplass", "alisplass", password));
    }

    /** Every value as text. */
    List<List<String>> rows(String sql, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                query.setObject(at + 1, values[at]);
            }
            try (ResultSet found = query.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                List<List<String>> rows = new ArrayList<>();
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= columns; column++) {
                        row.add(found.getString(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    /** Changes what no service does. */
    void change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql, Object... values) throws SQLException {
        return Long.parseLong(rows(sql, values).get(0).get(0));
    }

    /** How often an act on a subject was recorded. */
    long recorded(String what, String subject) throws SQLException {
        return count("SELECT count(*) FROM audit_log WHERE what LIKE ? AND subject = ?", what, subject);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
