package no.alisplass.offer.refill;

import java.util.List;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.PositionId;

/**
 * Whose claim a no before sending sets aside, and who would have the seats after it. Worked out when it is asked for, of what stands.
 *
 * @param place in the round's order, from 1; null for a doctor whom the round did not rank
 * @param seats by half-year and position
 */
public record Claim(HprNumber hpr, Integer place, List<Seat> seats) {
    public Claim {
        seats = List.copyOf(seats);
    }

    /** @param next who would get it after a no, and not without; null for nobody */
    public record Seat(PositionId position, HalfYear halfYear, Next next) {}

    /**
     * Who would be next.
     *
     * @param hpr null for who reads that may not hear of the doctor, as the name is
     * @param place in the round's order, from 1
     * @param moves whether it is somebody who leaves another seat for it
     */
    public record Next(HprNumber hpr, String name, int place, boolean moves) {}
}
