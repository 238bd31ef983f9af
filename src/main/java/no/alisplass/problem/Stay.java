package no.alisplass.problem;

import java.util.List;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;

/** One half-year in one position; two legs when two departments share it (003 §7.3.1.2). */
public record Stay(PositionId position, HalfYear halfYear, List<Leg> legs) {
    public Stay {
        legs = List.copyOf(legs);
    }
}
