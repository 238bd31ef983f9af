package no.alisplass.catchment;

import java.time.LocalDate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.domain.text.Text;

/**
 * What a hospital and an area have agreed on training, and the area as a training organisation: both may be asked for
 * before a service starts there (docs/sources.md, practice of the hospitals).
 *
 * @param signedOn null without an agreement
 * @param from first day; null without an agreement
 * @param to last day, inclusive; null while it has no end
 * @param reference where the document is, at most {@value #MAX_REFERENCE} characters; null when not given
 * @param registeredSince since when the area is registered as a training organisation; null when it is not
 */
public record Agreement(
        HospitalId hospital,
        AreaCode area,
        LocalDate signedOn,
        LocalDate from,
        LocalDate to,
        String reference,
        LocalDate registeredSince) {
    public static final int MAX_REFERENCE = 200;

    /** Whether there is an agreement on a day, and if not, why. */
    public enum State {
        NONE,
        NOT_BEGUN,
        HOLDS,
        ENDED
    }

    public Agreement {
        reference = Text.line(reference);
    }

    /** Of whom nothing is known. */
    static Agreement none(HospitalId hospital, AreaCode area) {
        return new Agreement(hospital, area, null, null, null, null, null);
    }

    public State on(LocalDate day) {
        if (from == null) {
            return State.NONE;
        }
        if (day.isBefore(from)) {
            return State.NOT_BEGUN;
        }
        return agreed().holdsOn(day) ? State.HOLDS : State.ENDED;
    }

    /** Whether the area is a registered training organisation on the day. */
    public boolean registered(LocalDate day) {
        return agreed().registered(day);
    }

    /** What decides whether a service may start. */
    public Agreed agreed() {
        return new Agreed(hospital, from, to, registeredSince);
    }
}
