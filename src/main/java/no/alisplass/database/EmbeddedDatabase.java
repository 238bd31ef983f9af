package no.alisplass.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import no.alisplass.platform.StartRefused;

/**
 * A PostgreSQL server of the application's own, on loopback, kept in its data folder: for those who have no database.
 * Committed data survives the end of this process, however it ends.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String OWNER = "alisplass";

    private final DataFolder folder;
    private final PostgresServer server;
    private final int port;
    private final String password;
    private volatile boolean closed;

    private EmbeddedDatabase(DataFolder folder, PostgresServer server, int port, String password) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** Starts on that folder (made when missing); {@link StartRefused} when another process holds it. */
    public static EmbeddedDatabase start(Path dataFolder) {
        return start(dataFolder, dataFolder);
    }

    /** As {@link #start(Path)}, with the PostgreSQL programs unpacked in a folder that others may share in turn. */
    public static EmbeddedDatabase start(Path dataFolder, Path programsFolder) {
        DataFolder folder = DataFolder.hold(dataFolder);
        PostgresServer server = null;
        try {
            String password = DataFolder.secret(folder.path(), "postgres-password");
            Path programs =
                    PostgresBinaries.unpacked(programsFolder.toAbsolutePath().normalize());
            server = new PostgresServer(programs, folder.path());
            server.create(password);
            EmbeddedDatabase database = new EmbeddedDatabase(folder, server, server.start(), password);
            database.prepare();
            return database;
        } catch (IOException | SQLException | RuntimeException failed) {
            abandon(folder, server);
            if (failed instanceof StartRefused refused) {
                throw refused;
            }
            throw new StartRefused(
                    "PostgreSQL in the data folder " + folder.path() + " did not start: " + failed.getMessage()
                            + " More may stand in " + folder.path().resolve("postgres.log") + ".",
                    failed);
        }
    }

    private static void abandon(DataFolder folder, PostgresServer server) {
        try {
            if (server != null) {
                server.endLeftover();
            }
        } catch (IOException | StartRefused secondary) {
            System.err.println(secondary.getMessage());
        } finally {
            folder.close();
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", password);
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                String value = single(statement, "SHOW " + setting);
                if (!value.equals("on")) {
                    throw new StartRefused("PostgreSQL runs with " + setting + " = " + value
                            + ", and would lose data in a crash. Maybe someone changed postgresql.auto.conf.");
                }
            }
            if (single(statement, "SELECT count(*) FROM pg_roles WHERE rolname = '" + OWNER + "'")
                    .equals("0")) {
                // The password is our own Base64 text: no quote can occur in it.
                statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + password + "'");
            }
            if (single(statement, "SELECT count(*) FROM pg_database WHERE datname = '" + OWNER + "'")
                    .equals("0")) {
                statement.execute("CREATE DATABASE " + OWNER + " OWNER " + OWNER);
            }
        }
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String url() {
        return url(OWNER);
    }

    public String username() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    /** What Quarkus is told to use this database. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", username(),
                "quarkus.datasource.password", password());
    }

    /**
     * Keeps the server running until this is closed: one that ends by itself, or is killed, is started again on its port.
     *
     * @param givenUp called when it does not start, or ends again and again
     */
    public DatabaseWatch watch(Runnable givenUp) {
        return DatabaseWatch.over(this, givenUp);
    }

    /** Whether the server's process is there. */
    boolean isAlive() {
        try {
            return server.isAlive();
        } catch (IOException unreadable) {
            return false;
        }
    }

    void awaitEndOfServer() throws IOException {
        server.awaitItsEnd();
    }

    boolean isClosed() {
        return closed;
    }

    /** Nothing when this is closed. */
    synchronized void startAgain() throws IOException {
        if (!closed) {
            server.startAgain(port);
        }
    }

    /** Lets go of the folder and leaves the server running, as the end of a killed process does. */
    void abandonForTest() {
        folder.close();
    }

    /** Stops the server and lets go of the folder; nothing at the second call. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.stop();
        } catch (IOException failed) {
            System.err.println("PostgreSQL did not stop as it should: " + failed.getMessage());
        } finally {
            folder.close();
        }
    }
}
