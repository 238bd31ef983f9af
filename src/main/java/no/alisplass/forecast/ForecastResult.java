package no.alisplass.forecast;

import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.PositionId;

/**
 * What the years come to, as bands over the replications, with all that is assumed. Without names.
 *
 * @param notEligible how many of the queue cannot take part in the first round, by the policy
 * @param notEligibleBy how many of them for which reason, the most common first; who has several is counted at each. Null in results that
 *     were kept before it was told
 * @param positions the plan by position, as it was asked about; null in results that were kept before it was told
 * @param unproven in how many cases the search neither found nor ruled out something better
 */
public record ForecastResult(
        String policy,
        int policyVersion,
        String policyHash,
        long seed,
        int replications,
        int queued,
        int notEligible,
        List<ReasonRow> notEligibleBy,
        long unproven,
        String arrivals,
        int furtherOffers,
        List<Assumed> assumptions,
        List<PositionRow> positions,
        List<Row> halfYears,
        List<AreaRow> areas,
        List<DoctorRow> doctors) {
    public ForecastResult {
        assumptions = List.copyOf(assumptions);
        notEligibleBy = notEligibleBy == null ? null : List.copyOf(notEligibleBy);
        positions = positions == null ? null : List.copyOf(positions);
        halfYears = List.copyOf(halfYears);
        areas = List.copyOf(areas);
        doctors = List.copyOf(doctors);
    }

    /** @param area null where it is of all areas together. @param usual whether nobody said otherwise than the default */
    public record Assumed(
            String name, AreaCode area, double low, double likely, double high, String source, boolean usual) {}

    /** @param code as the policy refuses by it, {@code policy.affiliation-ended} */
    public record ReasonRow(String code, int doctors) {
        /** The code without the room it is of. */
        public String word() {
            return code.substring(code.indexOf('.') + 1);
        }
    }

    /** A position of the plan. @param seats that can be given in each of the half-years, in their order */
    public record PositionRow(PositionId position, List<DepartmentId> departments, List<Integer> seats) {
        public PositionRow {
            departments = List.copyOf(departments);
            seats = List.copyOf(seats);
        }
    }

    /**
     * One half-year.
     *
     * @param seats as planned
     * @param joined who came to wish for a place, beside those who wait as it begins
     * @param placed who began a stay by a place of their own
     * @param queue who waits as it ends and wished to have begun
     * @param later who is known and wishes for a later start
     * @param served who has done all their service by then
     * @param waitOfPlaced months that those who were placed had waited, as a band over the doctors of all replications together; null for
     *     nobody
     * @param waitOfWaiting the same of those who wait as it ends
     * @param withinFiveYears of those whose five years of training end in it and who have not left, the share who have done their
     *     service; null where there is nobody in any replication
     */
    public record Row(
            HalfYear halfYear,
            int seats,
            Band joined,
            Band left,
            Band placed,
            Band unused,
            Band queue,
            Band later,
            Band served,
            Band waitOfPlaced,
            Band waitOfWaiting,
            Band withinFiveYears) {}

    /**
     * One area, over all half-years; the hardest hit come first.
     *
     * @param waits months, of all who were placed and of those who wait at the end; null for nobody
     * @param queue who waits at the end
     */
    public record AreaRow(AreaCode area, String name, Band waits, Band placed, Band queue) {}

    /**
     * When a doctor of the queue is likely to begin: in nine of ten replications in which the doctor does not leave not before {@code low},
     * in five by {@code middle}, in nine by {@code high}; null for not within the plan.
     *
     * @param placed in what share of all replications the doctor begins
     * @param left in what share the doctor leaves before
     */
    public record DoctorRow(
            HprNumber hpr, AreaCode area, HalfYear low, HalfYear middle, HalfYear high, double placed, double left) {}
}
