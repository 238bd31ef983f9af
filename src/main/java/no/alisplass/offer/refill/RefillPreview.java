package no.alisplass.offer.refill;

import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.message.Message;
import no.alisplass.problem.Resource;
import no.alisplass.problem.Stay;
import no.alisplass.refill.RefillMode;

/**
 * What a refill would give now, and why; for the coordinator alone, since it names doctors.
 *
 * @param hash of what it was asked of: a refill is done with it, and refused when something has changed since
 * @param placed who would get an offer; by rank
 * @param upgraded who would be moved to something better; by rank
 * @param chains of each seat that changes hands, a sentence for each thing that happens
 * @param conflicts what went to whom before it could be part of a whole that somebody ahead wanted
 * @param free the seats that would be left
 * @param waiting how many would go on waiting
 * @param inTheWay why it cannot be done now; none when it can
 */
public record RefillPreview(
        RoundId round,
        String hash,
        RefillMode mode,
        List<Change> placed,
        List<Change> upgraded,
        List<List<Message>> chains,
        List<List<Message>> conflicts,
        List<Resource> free,
        int waiting,
        List<Finding> inTheWay) {
    public RefillPreview {
        placed = List.copyOf(placed);
        upgraded = List.copyOf(upgraded);
        chains = List.copyOf(chains);
        conflicts = List.copyOf(conflicts);
        free = List.copyOf(free);
        inTheWay = List.copyOf(inTheWay);
    }

    /** Whether anybody would get anything. */
    public boolean givesSomething() {
        return !placed.isEmpty() || !upgraded.isEmpty();
    }

    /** What one doctor would get. @param from what is held now; none where nothing is */
    public record Change(HprNumber hpr, String name, AreaCode area, List<Stay> from, List<Stay> to) {
        public Change {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }
}
