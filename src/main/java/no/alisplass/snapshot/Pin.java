package no.alisplass.snapshot;

import java.util.List;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.PositionId;

/** What a coordinator has settled by hand for a doctor: these stays, or, with none, no placement. */
public record Pin(HprNumber hpr, List<Held> stays, String reason) {

    /** A position in a half-year. */
    public record Held(PositionId position, HalfYear halfYear) {}

    public Pin {
        stays = List.copyOf(stays);
    }
}
