package no.alisplass.reference;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** The least number of seats, in the fewest places, by OR-tools CP-SAT: a literal for each option, a number for each place, and both minimised as one sum. */
public final class CpSatLeast {
    private CpSatLeast() {}

    /** @param seats in all; -1 where there is no answer in the time */
    public record Answer(int seats, int places, double seconds) {}

    /** @param more how many could be added */
    public static Answer solve(
            AllocationProblem problem,
            List<Doctor> served,
            boolean bestTier,
            Map<ResourceId, Integer> more,
            double seconds) {
        Loader.loadNativeLibraries();
        long start = System.nanoTime();
        CpModel model = new CpModel();
        Map<ResourceId, List<Literal>> users = new HashMap<>();
        for (Doctor doctor : served) {
            List<Literal> literals = new ArrayList<>();
            doctor.options().stream()
                    .filter(option -> doctor.pinned()
                            || !bestTier
                            || option.tier() == doctor.options().get(0).tier())
                    .forEach(option -> {
                        Literal chosen = model.newBoolVar("");
                        literals.add(chosen);
                        option.uses().forEach(use -> users.computeIfAbsent(use, key -> new ArrayList<>())
                                .add(chosen));
                    });
            model.addExactlyOne(literals);
        }
        LinearExprBuilder sum = LinearExpr.newBuilder();
        List<IntVar> added = new ArrayList<>();
        List<Literal> opened = new ArrayList<>();
        for (Resource resource : problem.resources()) {
            Literal[] all = users.getOrDefault(resource.id(), List.of()).toArray(new Literal[0]);
            int most = more.getOrDefault(resource.id(), 0);
            if (most == 0) {
                if (all.length > resource.capacity()) {
                    model.addLessOrEqual(LinearExpr.sum(all), resource.capacity());
                }
                continue;
            }
            IntVar extra = model.newIntVar(0, most, "");
            Literal open = model.newBoolVar("");
            model.addLessOrEqual(
                    LinearExpr.newBuilder().addSum(all).addTerm(extra, -1).build(), resource.capacity());
            model.addLessOrEqual(
                    LinearExpr.newBuilder().add(extra).addTerm(open, -most).build(), 0);
            sum.addTerm(extra, 10_000).addTerm(open, 1);
            added.add(extra);
            opened.add(open);
        }
        model.minimize(sum.build());
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(2).setMaxTimeInSeconds(seconds).setRandomSeed(1);
        boolean optimal = solver.solve(model) == CpSolverStatus.OPTIMAL;
        double took = (System.nanoTime() - start) / 1e9;
        if (!optimal) {
            return new Answer(-1, -1, took);
        }
        int seats = added.stream().mapToInt(each -> (int) solver.value(each)).sum();
        int places = (int) opened.stream().filter(solver::booleanValue).count();
        return new Answer(seats, places, took);
    }
}
