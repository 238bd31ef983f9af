package no.alisplass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.alisplass.database.DataFolder;
import no.alisplass.platform.StartRefused;

/**
 * What sessions are encrypted with. Made once and kept, so that nobody is logged out by a restart; several instances
 * behind one address are given the same one by {@code QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY}.
 */
final class SessionKey {
    private static final String PROPERTY = "quarkus.http.auth.session.encryption-key";

    private SessionKey() {}

    static void ensure() {
        if (ConfiguredDatabase.value(PROPERTY).isPresent()) {
            return;
        }
        Path folder = DataFolder.configured();
        try {
            System.setProperty(PROPERTY, DataFolder.secret(Files.createDirectories(folder), "session-key"));
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "The key of the sessions cannot be kept in " + folder + " (" + unwritable + "). Maybe give a folder"
                            + " that can be written (ALIS_DATA=/another/folder), or the key itself"
                            + " (QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY, 16 characters or more).",
                    unwritable);
        }
    }
}
