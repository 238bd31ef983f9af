package no.alisplass.register.look;

import java.time.Instant;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;

/**
 * What a doctor says of what is registered.
 *
 * @param name of the doctor, as it is registered now
 * @param byLink whether it came through a link; otherwise the doctor had logged in
 * @param changedSince whether the record was changed after the doctor saw it
 * @param wrong what is wrong, in the doctor's words; null when all is right
 * @param doneAt null while the area is not done with it, as are {@code doneBy} and {@code outcome}
 * @param doneBy user name
 */
public record DoctorAnswer(
        long id,
        HprNumber hpr,
        String name,
        AreaCode area,
        Instant at,
        boolean byLink,
        boolean changedSince,
        String wrong,
        Instant doneAt,
        String doneBy,
        Outcome outcome) {

    /** What the area did. The names stand in the database. */
    public enum Outcome {
        CHANGED,
        /** It is right as it is. */
        STANDS
    }

    public boolean isRight() {
        return wrong == null;
    }

    /** Whether it is a task that waits. */
    public boolean isOpen() {
        return wrong != null && doneAt == null;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "DoctorAnswer[" + id + "]";
    }
}
