package no.alisplass.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.RoundId;
import no.alisplass.waitlist.WaitlistEntry;

/** The doctor each user last took off a list, so that it can be undone; gone when the service restarts. */
@ApplicationScoped
class Removed {
    private static final int MOST = 200;

    private record Key(String user, RoundId round) {}

    record Doctor(WaitlistEntry entry, int place) {}

    private final Map<Key, Doctor> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Doctor> eldest) {
            return size() > MOST;
        }
    };

    synchronized void keep(String user, RoundId round, WaitlistEntry entry, int place) {
        kept.remove(new Key(user, round));
        kept.put(new Key(user, round), new Doctor(entry, place));
    }

    synchronized Optional<Doctor> take(String user, RoundId round) {
        return Optional.ofNullable(kept.remove(new Key(user, round)));
    }
}
