package no.alisplass.cli;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.database.DataFolder;
import no.alisplass.platform.PasswordChanged;
import no.alisplass.platform.Users;
import org.jboss.logging.Logger;

/** A fresh installation's administrator, with a password that only the owner of the data folder can read. */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final String NAME = "administrator";
    private static final String FILE = "administrator-password";

    private final Users users;

    @Inject
    FirstAdmin(Users users) {
        this.users = users;
    }

    /** Nothing when there is an administrator. One is made beside an identity provider too, for when that does not answer. */
    void ensure() {
        if (users.haveAdmin()) {
            return;
        }
        try {
            Path folder = Files.createDirectories(DataFolder.configured());
            Path file = folder.resolve(FILE);
            if (users.createFirstAdmin(DataFolder.secret(folder, FILE))) {
                System.out.println("Made the first user, \"" + NAME + "\". The password is in " + file
                        + " (readable by you only, and gone once it is changed, which the first login asks for).");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The password in the file opens nothing any more. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PasswordChanged changed) {
        if (changed.username().equals(NAME)) {
            try {
                Files.deleteIfExists(DataFolder.configured().resolve(FILE));
            } catch (IOException unwritable) {
                LOG.warnf("The file %s, whose password is no longer in use, cannot be removed: %s", FILE, unwritable);
            }
        }
    }
}
