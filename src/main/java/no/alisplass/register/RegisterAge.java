package no.alisplass.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long what is known of a doctor is taken to be right without anybody saying so again. */
@ApplicationScoped
class RegisterAge {
    private final Period right;
    private final Clock clock;

    @Inject
    RegisterAge(@ConfigProperty(name = "alisplass.register.old-after") Period right, Clock clock) {
        this.right = right;
        this.clock = clock;
    }

    /** What was confirmed on this day or later is not old. */
    LocalDate since() {
        return LocalDate.now(clock).minus(right);
    }
}
