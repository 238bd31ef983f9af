package no.alisplass.register.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a link may be opened, and how long it stays open. */
@ApplicationScoped
class LookTimes {
    private final Duration link;
    private final Duration open;

    @Inject
    LookTimes(
            @ConfigProperty(name = "alisplass.look.link") Duration link,
            @ConfigProperty(name = "alisplass.look.open") Duration open) {
        this.link = link;
        this.open = open;
    }

    Duration link() {
        return link;
    }

    Duration open() {
        return open;
    }
}
