package no.alisplass.reference;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** The best outcome by OR-tools CP-SAT: the lexicographic objective a few doctors at a time, each stage then fixed. */
public final class CpSatReference {
    private static final long LARGEST_WEIGHT = 2_000L;

    private final AllocationProblem problem;
    private final double secondsPerStage;
    private final CpModel model = new CpModel();
    private final List<LinearExpr> tiers = new ArrayList<>();
    private final List<LinearExpr> unplaced = new ArrayList<>();
    private final List<Literal> all = new ArrayList<>();
    private CpSolver last;

    private CpSatReference(AllocationProblem problem, double secondsPerStage) {
        this.problem = problem;
        this.secondsPerStage = secondsPerStage;
        build();
    }

    /** The tier of every doctor in the best outcome; no placement is the tier after all others. */
    public static List<Integer> tiers(AllocationProblem problem, double secondsPerStage) {
        Loader.loadNativeLibraries();
        CpSatReference reference = new CpSatReference(problem, secondsPerStage);
        if (problem.objective() == Objective.PLACEMENTS_FIRST) {
            reference.minimise(
                    reference.unplaced, problem.doctors().stream().map(d -> 1).toList());
        }
        reference.minimise(
                reference.tiers, problem.doctors().stream().map(Doctor::tiers).toList());
        return reference.tiers.stream()
                .map(tier -> Math.toIntExact(reference.last.value(tier)))
                .toList();
    }

    private void build() {
        Map<ResourceId, List<Literal>> users = new LinkedHashMap<>();
        for (Doctor doctor : problem.doctors()) {
            List<Literal> literals = new ArrayList<>();
            LinearExprBuilder tier = LinearExpr.newBuilder();
            for (Option option : doctor.options()) {
                Literal chosen = model.newBoolVar("");
                literals.add(chosen);
                tier.addTerm(chosen, option.tier());
                option.uses().forEach(use -> users.computeIfAbsent(use, key -> new ArrayList<>())
                        .add(chosen));
            }
            Literal none = model.newBoolVar("");
            if (doctor.pinned() && !doctor.options().isEmpty()) {
                model.addEquality(none, 0);
            }
            literals.add(none);
            tier.addTerm(none, doctor.tiers());
            model.addExactlyOne(literals);
            all.addAll(literals);
            tiers.add(tier.build());
            unplaced.add(LinearExpr.newBuilder().add(none).build());
        }
        for (Resource resource : problem.resources()) {
            if (users.containsKey(resource.id())) {
                model.addLessOrEqual(
                        LinearExpr.sum(users.get(resource.id()).toArray(new Literal[0])), resource.capacity());
            }
        }
    }

    private void minimise(List<LinearExpr> values, List<Integer> worst) {
        int from = 0;
        while (from < values.size()) {
            int to = from;
            long weight = 1;
            while (to < values.size() && (to == from || weight * (worst.get(to) + 1) <= LARGEST_WEIGHT)) {
                weight *= worst.get(to) + 1;
                to++;
            }
            LinearExprBuilder sum = LinearExpr.newBuilder();
            long left = weight;
            for (int i = from; i < to; i++) {
                left /= worst.get(i) + 1;
                sum.addTerm(values.get(i), left);
            }
            solve(sum.build());
            for (int i = from; i < to; i++) {
                model.addEquality(values.get(i), last.value(values.get(i)));
            }
            from = to;
        }
    }

    private void solve(LinearExpr objective) {
        model.clearHints();
        if (last != null) {
            all.forEach(literal -> model.addHint(literal, last.booleanValue(literal)));
        }
        model.minimize(objective);
        last = new CpSolver();
        last.getParameters()
                .setNumWorkers(2)
                .setMaxTimeInSeconds(secondsPerStage)
                .setRandomSeed(1);
        CpSolverStatus status = last.solve(model);
        if (status != CpSolverStatus.OPTIMAL) {
            throw new IllegalStateException("CP-SAT answered " + status + ".");
        }
    }
}
