package no.alisplass.cli;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.platform.DataFolder;
import no.alisplass.platform.Users;

/** A fresh installation's administrator, with a password that only the owner of the data folder can read. */
@ApplicationScoped
class FirstAdmin {
    private final Users users;

    @Inject
    FirstAdmin(Users users) {
        this.users = users;
    }

    /** Nothing when there is an administrator. One is made beside an identity provider too, whose users the pages do not know. */
    void ensure() {
        if (users.haveAdmin()) {
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
