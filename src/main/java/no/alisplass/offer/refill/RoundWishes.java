package no.alisplass.offer.refill;

import java.time.Instant;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;

/**
 * What a doctor of a round asks for by now, and what of it can be changed.
 *
 * @param doctor as the round calls the doctor
 * @param version how often it was changed; a change must name it
 * @param held what the doctor holds; null for nothing
 * @param lines of who waits everything asked for, of who holds something what is better; best first, those of one group alike
 * @param removed what was taken back
 * @param until when it can be changed no more; null where it cannot
 * @param inTheWay why it cannot be changed now, or not by whoever asks; none when it can
 */
public record RoundWishes(
        HprNumber hpr,
        DoctorId doctor,
        String name,
        Part part,
        long version,
        WishLine held,
        List<List<WishLine>> lines,
        List<WishLine> removed,
        Instant until,
        List<Finding> inTheWay) {
    public RoundWishes {
        lines = lines.stream().map(List::copyOf).toList();
        removed = List.copyOf(removed);
        inTheWay = List.copyOf(inTheWay);
    }

    /** What can be changed. */
    public enum Part {
        /** Who holds nothing can take back any of it; the order is the round's. */
        WAITS,
        /** Who holds something and asks for better can take back of what is better, and put it in another order. */
        MOVES,
        /** Nothing. */
        FIXED
    }
}
