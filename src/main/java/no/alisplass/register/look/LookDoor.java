package no.alisplass.register.look;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.alisplass.platform.Audit;
import no.alisplass.platform.login.KeyGuesses;

/**
 * Where a link is exchanged for a look: once, for what the device that opened it shows from then on. Whether a key is unknown, used,
 * too old, withdrawn or of a doctor who is gone is told nobody, and costs the same.
 */
@ApplicationScoped
public class LookDoor {
    private final LookStore store;
    private final LookTimes times;
    private final KeyGuesses guesses;
    private final LookLog log;
    private final Audit audit;
    private final Clock clock;

    @Inject
    LookDoor(LookStore store, LookTimes times, KeyGuesses guesses, LookLog log, Audit audit, Clock clock) {
        this.store = store;
        this.times = times;
        this.guesses = guesses;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of showing a key. */
    public sealed interface Answer {
        /** @param device what the device is to show from now on, for as long as {@code lasts}; told here and never again */
        record Opened(String device, Duration lasts) implements Answer {
            /** Without what opens it. */
            @Override
            public String toString() {
                return "Opened[" + lasts + "]";
            }
        }

        /** It was not looked at: too many that opened nothing came from there. */
        record HeldBack(Duration delay) implements Answer {}

        record Shut() implements Answer {}
    }

    /**
     * @param typed the key, or the link it is in
     * @param device what the device shows already; null for nothing
     * @param address where the request came from, as the outermost trusted proxy tells it
     */
    public Answer open(String typed, String device, String address) {
        Optional<Duration> wait = guesses.take(address);
        if (wait.isPresent()) {
            log.tell(LookLog.What.HELD_BACK);
            return new Answer.HeldBack(wait.get());
        }
        Answer answer = QuarkusTransaction.requiringNew().call(() -> exchange(typed, device));
        if (answer instanceof Answer.Opened) {
            // In a transaction of its own: nothing is held any more that others wait for.
            guesses.right(address);
        }
        return answer;
    }

    private Answer exchange(String typed, String device) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<LookLink> found = store.lockByKey(LookKey.hash(LookKey.read(typed)));
        if (found.isPresent() && found.get().isOpenOn(LookKey.hash(device), now)) {
            return new Answer.Opened(device, Duration.between(now, found.get().openUntil()));
        }
        if (found.isEmpty() || found.get().state(now) != LookLink.State.WAITS) {
            log.tell(LookLog.What.REFUSED);
            return new Answer.Shut();
        }
        String drawn = LookKey.draw();
        LookLink opened = found.get().opened(LookKey.hash(drawn), now, now.plus(times.open()));
        store.open(opened);
        audit.recordOf(
                opened.who(),
                "register.look-opened",
                Looks.subject(opened.area()),
                null,
                new Looks.Kept(opened.hpr(), opened.id()));
        log.tell(LookLog.What.OPENED);
        return new Answer.Opened(drawn, times.open());
    }

    /** What the device sees; empty when that is over, or never was. */
    @Transactional
    public Optional<LookLink> on(String device) {
        String hash = LookKey.hash(device);
        return store.byDevice(hash).filter(link -> link.isOpenOn(hash, clock.instant()));
    }

    /** The doctor is done: what the device saw is over. */
    @Transactional
    public void close(String device) {
        on(device).ifPresent(link -> {
            store.end(link.id(), LookLink.Ending.CLOSED, clock.instant().truncatedTo(ChronoUnit.MILLIS), link.who());
            audit.recordOf(
                    link.who(),
                    "register.look-shut",
                    Looks.subject(link.area()),
                    null,
                    new Looks.Kept(link.hpr(), link.id()));
        });
    }
}
