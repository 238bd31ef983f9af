package no.alisplass.scenario;

import java.util.List;
import no.alisplass.domain.DoctorId;

/**
 * What the order of another policy would do to a round.
 *
 * @param noLongerEligible doctors of the round whom the other policy leaves out; they count as waiting
 * @param newlyEligible how many the other policy lets in; they were offered nothing, and are in no count
 */
public record PolicyDifference(
        String policyId, int policyVersion, Compared compared, List<DoctorId> noLongerEligible, int newlyEligible) {
    public PolicyDifference {
        noLongerEligible = List.copyOf(noLongerEligible);
    }

    public Difference difference() {
        return compared.difference();
    }
}
