package no.alisplass.round;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.RoundId;

/**
 * A round as the coordinator plans it.
 *
 * @param id null for {@code ahus-2027-v}, of the hospital and the first half-year, with a number behind when that is taken
 * @param policyVersion null for the latest version of the policy
 * @param objective null for the policy's own
 * @param lotterySeed null; anything else is refused, for the seed is drawn when the round opens
 */
public record RoundPlan(
        RoundId id,
        HospitalId hospital,
        String title,
        List<HalfYear> halfYears,
        String policyId,
        Integer policyVersion,
        Objective objective,
        String lotterySeed,
        LocalDate deadline) {
    public RoundPlan {
        halfYears = List.copyOf(halfYears);
    }

    /** What is to change of a round: null leaves that part as it is. */
    public record Change(
            String title,
            List<HalfYear> halfYears,
            String policyId,
            Integer policyVersion,
            Objective objective,
            String lotterySeed,
            LocalDate deadline) {}
}
