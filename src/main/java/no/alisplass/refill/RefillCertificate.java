package no.alisplass.refill;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.ResourceId;

/**
 * Why a refill's outcome is the right one: what it holds to, who was let in to areas' limits, and every step with these, for {@code refill.check}
 * to go through without knowing how they were found (docs/refilling.md).
 *
 * @param noOneWorse that nobody has less than was held
 * @param noJustifiedEnvy that nobody who takes part would rather have a seat that someone ranked behind got in this refill, but for the limit of
 *     the doctor's own area
 * @param noWastedSeat that no seat is free that someone who takes part would rather have, but for that limit
 * @param seats one claim for each seat, in the problem's order
 * @param limits one claim for each limit, in the problem's order
 * @param lettings whose turn came in the lines for the limits, in the order in which it was settled
 * @param steps with these let in, in the order in which they were taken
 */
public record RefillCertificate(
        String problemHash,
        String outcomeHash,
        boolean noOneWorse,
        boolean noJustifiedEnvy,
        boolean noWastedSeat,
        List<SeatClaim> seats,
        List<LimitClaim> limits,
        List<Letting> lettings,
        List<RefillStep> steps) {
    public RefillCertificate {
        seats = List.copyOf(seats);
        limits = List.copyOf(limits);
        lettings = List.copyOf(lettings);
        steps = List.copyOf(steps);
    }

    /**
     * What becomes of a seat; the three together are all there is of it.
     *
     * @param kept how many had it before and have it after
     * @param given who got it in this refill, by rank
     * @param free how many are left
     */
    public record SeatClaim(ResourceId seat, int kept, List<DoctorId> given, int free) {
        public SeatClaim {
            given = List.copyOf(given);
        }
    }

    /**
     * What becomes of an area's limit.
     *
     * @param before how many were to be away before
     * @param after how many are after; no more than there is room for, or than before
     * @param letIn how many were let in to it, the best ranked of those who would take something that counts towards it, but for
     * @param leftOut how many of these were tried and left out
     */
    public record LimitClaim(ResourceId limit, int before, int after, int letIn, int leftOut) {}
}
