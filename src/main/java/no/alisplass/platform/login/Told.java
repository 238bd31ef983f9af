package no.alisplass.platform.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who was told to wait, and how long: until then the answer is the same, and nobody else has to be asked for it. */
final class Told {
    private static final int MOST = 10_000;

    private final Cache<String, Waiting> waits =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Waiting(Instant end, Duration whole) {}

    void note(String who, Instant now, Duration wait) {
        waits.put(who, new Waiting(now.plus(wait), wait));
    }

    /** How much is left, in whole seconds that are enough; empty when the wait is over. */
    Optional<Duration> left(String who, Instant now) {
        Waiting waiting = waits.getIfPresent(who);
        if (waiting == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, waiting.end());
        // More is left than there was: the clock was set back, and the wait says nothing.
        if (left.isZero() || left.isNegative() || left.compareTo(waiting.whole()) > 0) {
            waits.invalidate(who);
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(left.plusMillis(999).toSeconds()));
    }
}
