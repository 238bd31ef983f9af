package no.alisplass.cli;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;

/** Whether someone configured a PostgreSQL: asked before the application, and with it its configuration, exists. */
final class ConfiguredDatabase {
    private static final String URL = "quarkus.datasource.jdbc.url";

    /** Of the same places as the application's own, with the profile; what is set later by system properties counts too. */
    private static final SmallRyeConfig CONFIG = ConfigUtils.configBuilder().build();

    private ConfiguredDatabase() {}

    static boolean exists() {
        return value(URL).isPresent();
    }

    /** Refuses when the configured database does not let us in. */
    static void check() {
        StartChecks.database(
                value(URL).orElseThrow(),
                value("quarkus.datasource.username").orElse(null),
                value("quarkus.datasource.password").orElse(null));
    }

    /** The property as it is given in the first of the places people configure in; nothing for a blank. */
    static Optional<String> value(String property) {
        return CONFIG.getOptionalValue(property, String.class).filter(given -> !given.isBlank());
    }
}
