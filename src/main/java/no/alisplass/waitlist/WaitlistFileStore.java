package no.alisplass.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import no.alisplass.register.intake.KeptFileStore;

@ApplicationScoped
class WaitlistFileStore extends KeptFileStore<WaitlistFileEntity> {
    WaitlistFileStore() {
        super("waitlist_file");
    }
}
