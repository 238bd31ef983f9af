package no.alisplass.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.RoundId;

/** The file each user last looked at and has not taken in yet; in memory only, for what is in it belongs to people. */
@ApplicationScoped
class PendingFiles {
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private record Key(String user, RoundId round) {}

    private final Map<Key, byte[]> files = new LinkedHashMap<>();

    synchronized void keep(String user, RoundId round, byte[] file) {
        files.remove(new Key(user, round));
        files.put(new Key(user, round), file);
        var oldest = files.keySet().iterator();
        while (files.values().stream().mapToLong(each -> each.length).sum() > MOST_BYTES) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized Optional<byte[]> take(String user, RoundId round) {
        return Optional.ofNullable(files.remove(new Key(user, round)));
    }
}
