package no.alisplass.allocation;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;

/** Where what was settled by hand goes against the priority order. */
public final class PriorityViolations {
    private PriorityViolations() {}

    /** @param wanted what {@code ahead} would rather have and {@code pinned} has some of */
    public record Violation(DoctorOutcome ahead, DoctorOutcome pinned, Option wanted) {}

    /**
     * Each doctor ahead, with each one behind who was given by hand what that doctor would rather have. Doctors whose own outcome is
     * settled by hand have no claim.
     *
     * @param doctors what a proposal gives each doctor of the problem, in priority order
     */
    public static List<Violation> of(List<DoctorOutcome> doctors, AllocationProblem problem) {
        List<Violation> violations = new ArrayList<>();
        for (int at = 0; at < doctors.size(); at++) {
            DoctorOutcome pinned = doctors.get(at);
            if (pinned.pinned() && pinned.placed()) {
                List<ResourceId> given = pinned.stays().stream()
                        .map(stay -> ResourceId.seat(stay.position(), stay.halfYear()))
                        .toList();
                for (int ahead = 0; ahead < at; ahead++) {
                    DoctorOutcome one = doctors.get(ahead);
                    int tier = one.placed() ? one.option().tier() : one.tiers();
                    if (!one.pinned()) {
                        problem.doctors().get(ahead).options().stream()
                                .filter(option -> option.tier() < tier)
                                .filter(option -> option.uses().stream().anyMatch(given::contains))
                                .findFirst()
                                .ifPresent(wanted -> violations.add(new Violation(one, pinned, wanted)));
                    }
                }
            }
        }
        return violations;
    }
}
