package no.alisplass.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether someone configured a PostgreSQL: asked before the application, and with it its configuration, exists. */
final class ConfiguredDatabase {
    private static final String URL = "quarkus.datasource.jdbc.url";

    private ConfiguredDatabase() {}

    static boolean exists() {
        return configures(URL, "QUARKUS_DATASOURCE_JDBC_URL");
    }

    /** Refuses when the configured database does not let us in. */
    static void check() {
        StartChecks.database(
                value(URL, "QUARKUS_DATASOURCE_JDBC_URL").orElseThrow(),
                value("quarkus.datasource.username", "QUARKUS_DATASOURCE_USERNAME")
                        .orElse(null),
                value("quarkus.datasource.password", "QUARKUS_DATASOURCE_PASSWORD")
                        .orElse(null));
    }

    /** Whether that property is given in any of the places people configure in. */
    static boolean configures(String property, String variable) {
        return value(property, variable).isPresent();
    }

    /** The property as it is given in the first of the places people configure in. */
    static Optional<String> value(String property, String variable) {
        return Stream.<Supplier<String>>of(
                        () -> System.getProperty(property),
                        () -> System.getenv(variable),
                        () -> inFile(Path.of("config", "application.properties"), property))
                .map(Supplier::get)
                .filter(given -> given != null && !given.isBlank())
                .findFirst();
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
