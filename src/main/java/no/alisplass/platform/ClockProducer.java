package no.alisplass.platform;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The clock everyone injects; its dates are Norwegian ones. A test brings its own. */
final class ClockProducer {
    private ClockProducer() {}

    @Produces
    @Singleton
    @DefaultBean
    static Clock clock() {
        return Clock.system(ZoneId.of("Europe/Oslo"));
    }
}
