package no.alisplass.register;

import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Scheme;

/**
 * Which doctors of a register are meant.
 *
 * @param text a part of the name, or the whole HPR number; null for all
 * @param neededIn those who would serve in the half-year: wished for from then or before, and not blocked; null for all
 * @param scheme null for both
 * @param interrupted null for both
 * @param old only those who have not been confirmed lately
 * @param closed those who no longer wait, in place of those who do
 */
public record DoctorFilter(
        String text, HalfYear neededIn, Scheme scheme, Boolean interrupted, boolean old, boolean closed) {
    /** Everyone who waits. */
    public static final DoctorFilter WAITING = new DoctorFilter(null, null, null, null, false, false);
}
