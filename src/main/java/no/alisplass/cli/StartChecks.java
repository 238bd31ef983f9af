package no.alisplass.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import no.alisplass.platform.StartRefused;

/** What can be known to be wrong before the start begins is told then, in a sentence, and not after half a minute. */
final class StartChecks {
    private static final int MAX_PORT = 65_535;
    private static final int PRIVILEGED = 1024;
    private static final String SECONDS = "10";

    private StartChecks() {}

    /**
     * That the service can listen there.
     *
     * @param port as it was written
     * @param host the address to listen on; null for all
     */
    static void port(String port, String host) {
        port(port, host, "ALIS_PORT", "8080");
    }

    /** @param setting what the port is set by @param usual the port when it is not set */
    static void port(String port, String host, String setting, String usual) {
        int number = port.strip().matches("[0-9]{1,5}") ? Integer.parseInt(port.strip()) : -1;
        if (number < 0 || number > MAX_PORT) {
            throw new StartRefused("The port \"" + port + "\" is no number from 1 to 65535. Maybe write " + setting
                    + "=" + usual + ".");
        }
        try (ServerSocket free = new ServerSocket(number, 1, host == null ? null : InetAddress.getByName(host))) {
            free.setReuseAddress(true);
        } catch (UnknownHostException unknown) {
            throw new StartRefused(
                    "There is no address \"" + host + "\" to listen on. Maybe write 127.0.0.1.", unknown);
        } catch (BindException refused) {
            throw new StartRefused(refusal(number, host, setting, usual, refused), refused);
        } catch (IOException refused) {
            throw new StartRefused("Port " + number + " cannot be used: " + refused.getMessage() + ".", refused);
        }
    }

    private static String refusal(int number, String host, String setting, String usual, BindException refused) {
        String said = String.valueOf(refused.getMessage());
        if (said.contains("ermission")) {
            return "The user " + System.getProperty("user.name") + " may not use port " + number
                    + (number < PRIVILEGED ? ": ports under 1024 are for root" : "")
                    + ". Maybe choose another: " + setting + "=" + usual + ".";
        }
        if (said.contains("assign")) {
            return "This machine has no address \"" + host + "\" to listen on. Maybe write 127.0.0.1.";
        }
        return "Port " + number + " is in use by another program. Maybe stop that, or choose another port: " + setting
                + "=" + (number < MAX_PORT ? number + 1 : number - 1) + ".";
    }

    /** That the configured database lets the service in. */
    static void database(String url, String user, String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused("\"" + shown(url) + "\" is no address of a PostgreSQL database. It looks like"
                    + " QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://host:5432/alisplass.");
        }
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        login.setProperty("connectTimeout", SECONDS);
        login.setProperty("loginTimeout", SECONDS);
        try (Connection connection = DriverManager.getConnection(url, login)) {
            connection.isValid(Integer.parseInt(SECONDS));
        } catch (SQLException refused) {
            throw new StartRefused(refusal(shown(url), user, refused), refused);
        }
    }

    private static String refusal(String url, String user, SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (state.startsWith("28")) {
            return "The database " + url + " does not let the user \"" + user
                    + "\" in: wrong name or password. Maybe check"
                    + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "The PostgreSQL server has no database of the name in " + url
                    + ". Maybe create it (createdb), or check" + " QUARKUS_DATASOURCE_JDBC_URL.";
        }
        if (state.startsWith("08")) {
            return "No PostgreSQL answers at " + url + ". Maybe start it, or check host and port in"
                    + " QUARKUS_DATASOURCE_JDBC_URL.";
        }
        return "The database " + url + " cannot be used: " + refused.getMessage();
    }

    /** Without what follows a question mark, where passwords may stand. */
    private static String shown(String url) {
        return url.replaceFirst("\\?.*", "");
    }
}
