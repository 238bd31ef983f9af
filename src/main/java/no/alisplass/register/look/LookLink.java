package no.alisplass.register.look;

import java.time.Instant;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;

/**
 * A link by which a doctor looks at what is registered. It opens once, on one device, and that device sees it for a while.
 *
 * @param madeBy user name
 * @param opensUntil from then on it opens nothing
 * @param openedAt null while it was not opened, as are {@code device} and {@code openUntil}
 * @param device the hash of what the device shows that opened it
 * @param endedAt when somebody ended it; null where nobody did, as is {@code ending}
 * @param parted whether the record was closed, or went to another area, since the link was made
 */
public record LookLink(
        long id,
        HprNumber hpr,
        AreaCode area,
        Instant madeAt,
        String madeBy,
        Instant opensUntil,
        Instant openedAt,
        String device,
        Instant openUntil,
        Instant endedAt,
        Ending ending,
        boolean parted) {

    /** How somebody ended it. The names stand in the database. */
    public enum Ending {
        /** By the area. */
        WITHDRAWN,
        /** By making a newer one. */
        REPLACED,
        /** By the doctor, who was done. */
        CLOSED
    }

    /** How it is with a link. */
    public enum State {
        /** To be opened. */
        WAITS,
        /** Opened, and seen on that device. */
        OPEN,
        /** It was opened, and that time is over. */
        OVER,
        /** Nobody opened it in time. */
        EXPIRED,
        WITHDRAWN,
        REPLACED,
        /** The doctor's record was closed, or went to another area. */
        PARTED
    }

    public State state(Instant now) {
        // What time had ended already, nobody ended.
        boolean ended = endedAt != null && endedAt.isBefore(lasts());
        if (ended && ending != Ending.CLOSED) {
            return State.valueOf(ending.name());
        }
        if (ended || !now.isBefore(lasts())) {
            return openedAt == null ? State.EXPIRED : State.OVER;
        }
        if (parted) {
            return State.PARTED;
        }
        return openedAt == null ? State.WAITS : State.OPEN;
    }

    private Instant lasts() {
        return openedAt == null ? opensUntil : openUntil;
    }

    /** Whether it waits to be opened, or is. */
    public boolean holds(Instant now) {
        return state(now) == State.WAITS || isOpen(now);
    }

    boolean isOpen(Instant now) {
        return state(now) == State.OPEN;
    }

    /** Whether that device sees what it opened. @param shown a hash */
    boolean isOpenOn(String shown, Instant now) {
        return isOpen(now) && device.equals(shown);
    }

    /** Opened by a device, which it must wait for. */
    LookLink opened(String by, Instant now, Instant until) {
        if (state(now) != State.WAITS) {
            throw new IllegalStateException("The link " + id + " opens no more.");
        }
        return new LookLink(id, hpr, area, madeAt, madeBy, opensUntil, now, by, until, endedAt, ending, parted);
    }

    LookLink ended(Ending how, Instant now) {
        return new LookLink(id, hpr, area, madeAt, madeBy, opensUntil, openedAt, device, openUntil, now, how, parted);
    }

    /** What is recorded of whoever opened it: no user's name has a colon after {@code look}. */
    public String who() {
        return "look:" + id;
    }

    /** Says neither whose it is nor what opens it. */
    @Override
    public String toString() {
        return "LookLink[" + id + "]";
    }
}
