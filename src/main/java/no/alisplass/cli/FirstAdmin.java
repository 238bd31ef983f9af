package no.alisplass.cli;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.platform.DataFolder;
import no.alisplass.platform.Users;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A fresh installation's administrator, with a password that only the owner of the data folder can read. */
@ApplicationScoped
class FirstAdmin {
    private final Users users;
    private final boolean identityProvider;

    @Inject
    FirstAdmin(Users users, @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean identityProvider) {
        this.users = users;
        this.identityProvider = identityProvider;
    }

    /** Nothing when there is an administrator, or an identity provider says who is one. */
    void ensure() {
        if (identityProvider || users.haveAdmin()) {
            return;
        }
        try {
            Path folder = Files.createDirectories(DataFolder.configured());
            Path file = folder.resolve("administrator-password");
            if (users.createFirstAdmin(DataFolder.secret(folder, "administrator-password"))) {
                System.out.println("Made the first user, \"administrator\". The password is in " + file
                        + " (readable by you only).");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
