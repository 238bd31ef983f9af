package no.alisplass.register.move;

import java.time.Instant;
import java.time.LocalDate;
import no.alisplass.catchment.Area;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;

/**
 * That an area asks for a doctor whom another holds.
 *
 * @param id running number
 * @param name of the doctor; null to the area that asks
 * @param holder null to the area that asks
 * @param holderAskedAt when the holder has been asked: not before it got the doctor; null to the area that asks
 * @param due from when a coordinator may let go in the holder's place; to the area that asks the earliest that can be, were the
 *     doctor held by an area of the same hospital; null where no hospital is known to serve the area
 */
public record MoveRequest(
        long id,
        HprNumber hprNumber,
        String name,
        Area asking,
        AreaCode holder,
        Instant askedAt,
        Instant holderAskedAt,
        LocalDate due) {
    /** As the area that asks is told of it: that the holder is another than it was would tell of the doctor too. */
    MoveRequest toAsker() {
        return new MoveRequest(id, hprNumber, null, asking, null, askedAt, null, null);
    }

    MoveRequest due(LocalDate newDue) {
        return new MoveRequest(id, hprNumber, name, asking, holder, askedAt, holderAskedAt, newDue);
    }
}
