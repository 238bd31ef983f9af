package no.alisplass.waitlist;

import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;

/**
 * A municipality's list for a round.
 *
 * @param version of a draft the count of its changes (0 when never written), of a submitted list its number
 * @param awayLimit most doctors the area can spare at once; null for no limit
 * @param entries in the order they are shown; the municipality's priority is each entry's own
 * @param receipt null for a draft
 */
public record Submission(
        RoundId round,
        AreaCode area,
        long version,
        SubmissionState state,
        Integer awayLimit,
        List<WaitlistEntry> entries,
        Receipt receipt) {
    public Submission {
        entries = List.copyOf(entries);
    }
}
