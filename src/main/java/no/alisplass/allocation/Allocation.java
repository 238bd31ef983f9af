package no.alisplass.allocation;

import java.util.List;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.Snapshot;

/** A run's proposal with the names put back: every doctor in priority order, and those who could not take part. */
public record Allocation(Run run, Snapshot snapshot, List<DoctorOutcome> doctors, List<IneligibleDoctor> notEligible) {
    public Allocation {
        doctors = List.copyOf(doctors);
        notEligible = List.copyOf(notEligible);
    }

    /** Who serves in a department in a half-year, the highest priority first: a cell of the report's table. */
    public List<DoctorOutcome> in(DepartmentId department, HalfYear halfYear) {
        return doctors.stream()
                .filter(placed -> placed.stays().stream()
                        .anyMatch(stay -> stay.halfYear().equals(halfYear) && touches(stay, department)))
                .toList();
    }

    /** What is known of the proposal, and on which conditions. */
    public Verdict verdict() {
        return Verdict.of(
                run, snapshot.problem().objective(), doctors, PriorityViolations.of(doctors, snapshot.problem()));
    }

    private static boolean touches(Stay stay, DepartmentId department) {
        return stay.legs().stream().map(Leg::department).anyMatch(department::equals);
    }

    static Allocation of(Run run, Snapshot snapshot, Proposal proposal) {
        return new Allocation(
                run,
                snapshot,
                DoctorOutcome.all(snapshot, proposal),
                snapshot.roster().notEligible());
    }
}
