package no.alisplass.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Whether someone configured a PostgreSQL: asked before the application, and with it its configuration, exists. */
final class ConfiguredDatabase {
    private static final String URL = "quarkus.datasource.jdbc.url";

    private ConfiguredDatabase() {}

    static boolean exists() {
        return configures(URL, "QUARKUS_DATASOURCE_JDBC_URL");
    }

    /** Whether that property is given in any of the places people configure in. */
    static boolean configures(String property, String variable) {
        return given(System.getProperty(property))
                || given(System.getenv(variable))
                || given(inFile(Path.of("config", "application.properties"), property));
    }

    private static boolean given(String url) {
        return url != null && !url.isBlank();
    }

    private static String inFile(Path file, String property) {
        if (!Files.isReadable(file)) {
            return null;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties.getProperty(property);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
