package no.alisplass.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.ResourceId;
import no.alisplass.scenario.Dilemmas.Dilemma;
import no.alisplass.search.Trial;

/** Tries each placed doctor on the next steps of the doctor's own wishes, and what that would open is worked out by a run. */
final class DilemmaSearch {
    /** A doctor is asked for no more than so many steps. */
    private static final int STEPS = 2;

    private static final int MAX_TRIALS = 1_000;

    private final AllocationProblem problem;
    private final Worked asIs;
    private final Proposal proposal;
    private final Function<AllocationProblem, Worked> solve;
    /** What there is beside what is settled by hand. */
    private final Map<ResourceId, Integer> room = new HashMap<>();

    DilemmaSearch(AllocationProblem problem, Worked asIs, Function<AllocationProblem, Worked> solve) {
        this.problem = problem;
        this.asIs = asIs;
        proposal = asIs.proposal();
        this.solve = solve;
        problem.resources().forEach(resource -> room.put(resource.id(), resource.capacity()));
        problem.doctors().stream()
                .filter(Doctor::pinned)
                .flatMap(doctor -> doctor.options().stream())
                .forEach(option -> option.uses().forEach(use -> room.merge(use, -1, Integer::sum)));
    }

    Dilemmas search() {
        List<Dilemma> found = new ArrayList<>();
        int trials = 0;
        boolean someoneWaits = waiting(options(proposal)) > 0;
        for (int d = 0; someoneWaits && d < problem.doctors().size(); d++) {
            for (Option instead : nextSteps(d)) {
                if (++trials > MAX_TRIALS) {
                    return new Dilemmas(found, false);
                }
                dilemma(d, instead).ifPresent(found::add);
            }
        }
        return new Dilemmas(found, true);
    }

    private long waiting(List<Integer> options) {
        long waiting = 0;
        for (int d = 0; d < options.size(); d++) {
            Doctor doctor = problem.doctors().get(d);
            waiting += options.get(d) == null && !doctor.options().isEmpty() ? 1 : 0;
        }
        return waiting;
    }

    private static List<Integer> options(Proposal proposal) {
        List<Integer> options = new ArrayList<>();
        proposal.placements().forEach(placement -> options.add(placement.option()));
        return options;
    }

    private List<Option> nextSteps(int number) {
        Doctor doctor = problem.doctors().get(number);
        Integer held = proposal.placements().get(number).option();
        if (held == null || doctor.pinned()) {
            return List.of();
        }
        int tier = doctor.options().get(held).tier();
        return doctor.options().stream()
                .filter(option -> option.tier() > tier && option.tier() <= tier + STEPS)
                .filter(option -> option.uses().stream().allMatch(use -> room.get(use) > 0))
                .toList();
    }

    private Optional<Dilemma> dilemma(int number, Option instead) {
        Doctor doctor = problem.doctors().get(number);
        List<Doctor> doctors = new ArrayList<>(problem.doctors());
        doctors.set(number, new Doctor(doctor.id(), List.of(instead), true));
        AllocationProblem changed = new AllocationProblem(problem.objective(), doctors, problem.resources());
        // A quick trial first: most steps let nobody in.
        boolean opens = Trial.options(changed)
                .map(options -> waiting(options) < waiting(options(proposal)))
                .orElse(true);
        if (!opens) {
            return Optional.empty();
        }
        Difference difference = Difference.between(problem, asIs, changed, solve.apply(changed));
        boolean othersLose =
                difference.losses().stream().anyMatch(change -> !change.doctor().equals(doctor.id()));
        List<Difference.Change> placed = difference.gains().stream()
                .filter(change -> change.now() == null)
                .toList();
        if (othersLose || placed.isEmpty()) {
            return Optional.empty();
        }
        List<Difference.Change> better = difference.gains().stream()
                .filter(change -> change.now() != null)
                .toList();
        Option now = doctor.options()
                .get(Objects.requireNonNull(proposal.placements().get(number).option()));
        return Optional.of(new Dilemma(doctor.id(), now, instead, placed, better));
    }
}
