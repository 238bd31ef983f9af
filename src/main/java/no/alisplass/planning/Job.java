package no.alisplass.planning;

import java.time.Instant;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;

/**
 * A question that was asked, without what came of it.
 *
 * @param round which one it is about; null where it is of no round
 * @param done how many courses of years, or numbers of seats, have been worked out
 * @param total of how many, as far as is known yet: what is asked last may follow from what comes first
 * @param askedBy user name
 * @param endedAt null until it has ended
 * @param failure why it ended without an answer; null where it did not
 * @param sharedBy the coordinator who lets areas read what it says of their own doctors; null while they may not
 * @param leftOut who is not in a forecast; null where that is not known, or it is none
 */
public record Job(
        long id,
        HospitalId hospital,
        JobKind kind,
        RoundId round,
        String title,
        JobState state,
        long done,
        long total,
        String askedBy,
        Instant askedAt,
        Instant endedAt,
        JobFailure failure,
        String sharedBy,
        Instant sharedAt,
        LeftOut leftOut) {
    /** Why it has no answer, and what to do, for one that has failed. */
    public Finding whyFailed() {
        return Finding.of("job", id, "planning.failed-" + failure);
    }

    /** What whoever asks for its answer is told, where it has none. */
    Finding noResult() {
        return failure == null ? Finding.of("job", id, "planning.no-result", state) : whyFailed();
    }
}
