package no.alisplass.offer.recovery;

import java.util.List;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Wishes;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.WishOrder;

/** How the corrected run is to a doctor, by the doctor's own wishes; any place is better than none. */
public enum Verdict {
    /** The same place, or another that is as good. */
    SAME,
    BETTER,
    WORSE;

    /** @param first the first half-year of the round */
    static Verdict of(Wishes wishes, HalfYear first, List<Stay> before, List<Stay> after) {
        int order = WishOrder.compare(wishes, first, after, before);
        return order == 0 ? SAME : order < 0 ? BETTER : WORSE;
    }
}
