package no.alisplass.allocation.outcome;

import java.util.List;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.allocation.PriorityViolations;
import no.alisplass.allocation.PriorityViolations.Violation;
import no.alisplass.domain.HprNumber;
import no.alisplass.problem.Proposal;
import no.alisplass.snapshot.Snapshot;

/**
 * What settling one doctor's outcome by hand would do.
 *
 * @param pinned the doctor, as it would be
 * @param violations those ahead who would rather have what the doctor is given
 */
public record PinEffect(DoctorOutcome pinned, OutcomeChanges changes, List<Violation> violations) {
    public PinEffect {
        violations = List.copyOf(violations);
    }

    /**
     * @param hpr whose outcome is settled in {@code after}
     * @throws java.util.NoSuchElementException when the doctor is not in it
     */
    public static PinEffect between(
            Snapshot before, Proposal proposedBefore, Snapshot after, Proposal proposedAfter, HprNumber hpr) {
        List<DoctorOutcome> then = DoctorOutcome.all(after, proposedAfter);
        DoctorOutcome pinned = then.stream()
                .filter(each -> each.doctor().facts().hpr().equals(hpr))
                .findFirst()
                .orElseThrow();
        return new PinEffect(
                pinned,
                OutcomeChanges.between(DoctorOutcome.all(before, proposedBefore), then),
                PriorityViolations.of(then, after.problem()).stream()
                        .filter(each -> each.pinned().doctor().position()
                                == pinned.doctor().position())
                        .toList());
    }
}
