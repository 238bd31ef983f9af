package no.alisplass.register.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Audit;
import no.alisplass.platform.Caller;

/**
 * The links an area makes for doctors it holds, to pass on. Of a doctor whom another area holds, nothing is told but that the area
 * does not have the doctor.
 */
@ApplicationScoped
public class Looks {
    private final LookStore store;
    private final LookTimes times;
    private final LookLog log;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    @Inject
    Looks(LookStore store, LookTimes times, LookLog log, Audit audit, Caller caller, Clock clock) {
        this.store = store;
        this.times = times;
        this.log = log;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A link that was just made. @param key what opens it; it is told here and never again */
    public record Made(LookLink link, String key) {
        /** Without the key, which belongs in no log. */
        @Override
        public String toString() {
            return "Made[" + link + "]";
        }
    }

    /** @param total of all pages */
    public record Page(List<LookLink> links, long total) {
        public Page {
            links = List.copyOf(links);
        }
    }

    /** What the audit keeps of a link. */
    record Kept(HprNumber hprNumber, long link) {}

    /**
     * Makes a link; older ones of the doctor open nothing from then on. Refused NOT_FOUND for a doctor the area does not hold, and
     * CONFLICT for one whose record is closed, or where there is a newer link than the one the asker saw.
     *
     * @param seen the latest link the asker knows of, 0 for none; null when that is not to be asked
     */
    @Transactional
    public Result<Made> make(AreaCode area, HprNumber hpr, Long seen) {
        return held(area, store.lock(hpr), hpr).then(held -> {
            if (!held.open()) {
                return Result.conflict(Finding.of("hprNumber", hpr.digits(), "register.look-closed"));
            }
            long latest = store.of(area, hpr, 0, 1).stream()
                    .mapToLong(LookLink::id)
                    .findFirst()
                    .orElse(0);
            if (seen != null && seen != latest) {
                return Result.conflict(Finding.of("seen", seen, "register.look-made-meanwhile"));
            }
            Instant now = now();
            store.replaceAll(hpr, now, caller.name());
            String key = LookKey.draw();
            long id = store.add(hpr, held, LookKey.hash(key), now, caller.name(), now.plus(times.link()));
            audit.record("register.look-made", subject(area), null, new Kept(hpr, id));
            log.tell(LookLog.What.MADE);
            return Result.done(new Made(store.find(area, hpr, id).orElseThrow(), key));
        });
    }

    /** The links the area has made for the doctor, the latest first. @param page from 0 */
    @Transactional
    public Result<Page> links(AreaCode area, HprNumber hpr, int page, int size) {
        return held(area, store.holder(hpr), hpr)
                .map(held -> new Page(store.of(area, hpr, page, size), store.count(area, hpr)));
    }

    /**
     * The link opens nothing from now on, and what it opened is shut; of one that is over already that changes nothing. Refused
     * NOT_FOUND for a link that is not of the area and the doctor.
     */
    @Transactional
    public Result<LookLink> withdraw(AreaCode area, HprNumber hpr, long id) {
        return held(area, store.lock(hpr), hpr).then(held -> {
            Optional<LookLink> link = store.find(area, hpr, id);
            if (link.isEmpty()) {
                return Result.notFound(Finding.of("id", id, "register.look-unknown"));
            }
            Instant now = now();
            if (link.get().holds(now)) {
                store.end(id, LookLink.Ending.WITHDRAWN, now, caller.name());
                audit.record("register.look-withdrawn", subject(area), new Kept(hpr, id), null);
                log.tell(LookLog.What.WITHDRAWN);
            }
            return Result.done(store.find(area, hpr, id).orElseThrow());
        });
    }

    /** How it is with a link now. */
    public LookLink.State state(LookLink link) {
        return link.state(now());
    }

    static Result<LookStore.Held> held(AreaCode area, Optional<LookStore.Held> held, HprNumber hpr) {
        return held.filter(each -> each.area().equals(area))
                .map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("hprNumber", hpr.digits(), "register.doctor-unknown", hpr.digits())));
    }

    static String subject(AreaCode area) {
        return "register/" + area;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
