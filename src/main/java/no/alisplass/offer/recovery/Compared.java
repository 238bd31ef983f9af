package no.alisplass.offer.recovery;

import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.life.OfferState;
import no.alisplass.problem.Stay;

/**
 * One doctor of the approved run, or of the corrected one; or of one before, where the offer of it stands.
 *
 * @param before what the approved run gave; none where nothing
 * @param after what the corrected run gives
 * @param inHand where the doctor's latest offer stands; null where nothing was offered
 * @param gets what would be offered, or moved to, when it is carried out; none where nothing
 */
public record Compared(
        HprNumber hpr,
        String name,
        AreaCode area,
        List<Stay> before,
        List<Stay> after,
        OfferState inHand,
        Verdict verdict,
        Ends ends,
        Then then,
        List<Stay> gets) {
    public Compared {
        before = List.copyOf(before);
        after = List.copyOf(after);
        gets = List.copyOf(gets);
    }
}
