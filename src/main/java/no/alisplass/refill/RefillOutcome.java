package no.alisplass.refill;

import java.util.List;
import no.alisplass.problem.Resource;

/**
 * What a refill gives: the result of every doctor in the problem's order, how each seat came to whom, and what is left.
 *
 * @param chains by the first seat's place in the problem
 * @param conflicts in the order of the doctors and their wishes
 * @param free the seats that are left free, each with how many; in the problem's order
 */
public record RefillOutcome(
        String problemHash,
        List<RefillResult> doctors,
        List<Chain> chains,
        List<BundleConflict> conflicts,
        List<Resource> free) {
    public RefillOutcome {
        doctors = List.copyOf(doctors);
        chains = List.copyOf(chains);
        conflicts = List.copyOf(conflicts);
        free = List.copyOf(free);
    }
}
