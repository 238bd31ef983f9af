package no.alisplass.register.move;

import java.time.Instant;
import no.alisplass.catchment.Area;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;

/**
 * That an area asks for a doctor whom another holds.
 *
 * @param name of the doctor; null to the area that asks
 * @param holder null to the area that asks
 */
public record MoveRequest(HprNumber hprNumber, String name, Area asking, AreaCode holder, Instant askedAt) {
    /** As the area that asks is told of it. */
    MoveRequest toAsker() {
        return new MoveRequest(hprNumber, null, asking, null, askedAt);
    }
}
