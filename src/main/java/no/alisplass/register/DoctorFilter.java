package no.alisplass.register;

import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Scheme;

/**
 * Which doctors of a register are meant.
 *
 * @param text a part of the name, or the whole HPR number; null for all
 * @param neededIn those who would serve in the half-year: wished for from then or before, and not blocked; null for all
 * @param scheme null for both
 * @param left months of institution service the doctor still needs; null for all
 * @param interrupted null for both
 * @param old only those who have not been confirmed lately
 * @param neverListed only those who have never stood on a list that was sent to a round
 * @param closed those who no longer wait, in place of those who do
 */
public record DoctorFilter(
        String text,
        HalfYear neededIn,
        Scheme scheme,
        MonthsLeft left,
        Boolean interrupted,
        boolean old,
        boolean neverListed,
        boolean closed) {
    /** Everyone who waits. */
    public static final DoctorFilter WAITING = new DoctorFilter(null, null, null, null, null, false, false, false);

    public DoctorFilter text(String newText) {
        return new DoctorFilter(newText, neededIn, scheme, left, interrupted, old, neverListed, closed);
    }

    public DoctorFilter neededIn(HalfYear newNeededIn) {
        return new DoctorFilter(text, newNeededIn, scheme, left, interrupted, old, neverListed, closed);
    }

    public DoctorFilter scheme(Scheme newScheme) {
        return new DoctorFilter(text, neededIn, newScheme, left, interrupted, old, neverListed, closed);
    }

    public DoctorFilter left(MonthsLeft newLeft) {
        return new DoctorFilter(text, neededIn, scheme, newLeft, interrupted, old, neverListed, closed);
    }

    public DoctorFilter interrupted(Boolean newInterrupted) {
        return new DoctorFilter(text, neededIn, scheme, left, newInterrupted, old, neverListed, closed);
    }

    public DoctorFilter old(boolean newOld) {
        return new DoctorFilter(text, neededIn, scheme, left, interrupted, newOld, neverListed, closed);
    }

    public DoctorFilter neverListed(boolean newNeverListed) {
        return new DoctorFilter(text, neededIn, scheme, left, interrupted, old, newNeverListed, closed);
    }

    public DoctorFilter closed(boolean newClosed) {
        return new DoctorFilter(text, neededIn, scheme, left, interrupted, old, neverListed, newClosed);
    }
}
