package no.alisplass.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.ProblemJson;
import no.alisplass.problem.Proposal;

/**
 * What other terms would do: both outcomes counted, and every doctor who would gain or lose.
 *
 * @param problemHash SHA-256 of the problem as it is
 * @param changedHash SHA-256 of the problem as it would be
 */
public record Difference(
        String problemHash, String changedHash, Count now, Count then, List<Change> gains, List<Change> losses) {
    public Difference {
        gains = List.copyOf(gains);
        losses = List.copyOf(losses);
    }

    /** How many are placed and how many wait, and how many of the placed got their best tier. */
    public record Count(int placed, int waiting, int bestTier) {}

    /** One doctor's outcome now and then; a null option is none. */
    public record Change(DoctorId doctor, Option now, Option then) {}

    static Difference between(AllocationProblem problem, Proposal now, AllocationProblem changed, Proposal then) {
        List<Change> gains = new ArrayList<>();
        List<Change> losses = new ArrayList<>();
        for (int i = 0; i < problem.doctors().size(); i++) {
            Doctor doctor = problem.doctors().get(i);
            Option before = option(doctor, now, i);
            Option after = option(doctor, then, i);
            int order = Integer.compare(tier(doctor, after), tier(doctor, before));
            if (order != 0) {
                (order < 0 ? gains : losses).add(new Change(doctor.id(), before, after));
            }
        }
        return new Difference(
                ProblemJson.hash(problem),
                ProblemJson.hash(changed),
                count(problem, now),
                count(changed, then),
                gains,
                losses);
    }

    private static Count count(AllocationProblem problem, Proposal proposal) {
        int placed = 0;
        int best = 0;
        for (int i = 0; i < problem.doctors().size(); i++) {
            Option option = option(problem.doctors().get(i), proposal, i);
            placed += option == null ? 0 : 1;
            best += option != null && option.tier() == 0 ? 1 : 0;
        }
        return new Count(placed, problem.doctors().size() - placed, best);
    }

    private static Option option(Doctor doctor, Proposal proposal, int index) {
        Integer option =
                Objects.requireNonNull(proposal.placements().get(index)).option();
        return option == null ? null : doctor.options().get(option);
    }

    private static int tier(Doctor doctor, Option option) {
        return option == null ? doctor.tiers() : option.tier();
    }
}
