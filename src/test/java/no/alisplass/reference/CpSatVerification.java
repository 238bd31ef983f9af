package no.alisplass.reference;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/**
 * Asks OR-tools CP-SAT, doctor by doctor, whether the doctor could get a better tier while those ahead keep theirs (placements
 * first: while the same doctors ahead are placed, and then while those placed stay so). When every answer is no, the tiers are the
 * best there are: the first doctor's tier is the best of all, so the second's is the best beside it, and so on. That takes
 * CP-SAT no search for a best outcome, only proofs that something is impossible, and so is quicker than finding the tiers.
 */
public final class CpSatVerification {
    /**
     * @param questions how many doctors had something better to ask for
     * @param better doctors who could have a better tier
     * @param unknown doctors for whom the time was not enough
     */
    public record Verdict(int questions, List<DoctorId> better, List<DoctorId> unknown) {}

    private final AllocationProblem problem;
    private final List<Integer> tiers;
    private final double secondsPerQuestion;

    private CpSatVerification(AllocationProblem problem, List<Integer> tiers, double secondsPerQuestion) {
        this.problem = problem;
        this.tiers = tiers;
        this.secondsPerQuestion = secondsPerQuestion;
    }

    /** @param tiers of every doctor, in an outcome that there is room for */
    public static Verdict verify(AllocationProblem problem, List<Integer> tiers, double secondsPerQuestion) {
        Loader.loadNativeLibraries();
        return new CpSatVerification(problem, tiers, secondsPerQuestion).verdict();
    }

    private Verdict verdict() {
        int questions = 0;
        List<DoctorId> better = new ArrayList<>();
        List<DoctorId> unknown = new ArrayList<>();
        for (int d = 0; d < tiers.size(); d++) {
            Doctor doctor = problem.doctors().get(d);
            int wanted = below(d, tiers.get(d));
            if (doctor.pinned() || wanted == 0) {
                continue;
            }
            questions++;
            CpSolverStatus status = ask(d, wanted);
            if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
                better.add(doctor.id());
            } else if (status != CpSolverStatus.INFEASIBLE) {
                unknown.add(doctor.id());
            }
        }
        return new Verdict(questions, better, unknown);
    }

    private CpSolverStatus ask(int asking, int wanted) {
        CpModel model = new CpModel();
        Map<ResourceId, List<Literal>> users = new LinkedHashMap<>();
        for (int d = 0; d < tiers.size(); d++) {
            int count = d == asking ? wanted : kept(d, asking);
            if (count > 0) {
                List<Literal> literals = new ArrayList<>();
                for (Option option : problem.doctors().get(d).options().subList(0, count)) {
                    Literal chosen = model.newBoolVar("");
                    literals.add(chosen);
                    option.uses().forEach(use -> users.computeIfAbsent(use, key -> new ArrayList<>())
                            .add(chosen));
                }
                model.addExactlyOne(literals);
            }
        }
        for (Resource resource : problem.resources()) {
            List<Literal> all = users.getOrDefault(resource.id(), List.of());
            if (all.size() > resource.capacity()) {
                model.addLessOrEqual(LinearExpr.sum(all.toArray(new Literal[0])), resource.capacity());
            }
        }
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(2)
                .setMaxTimeInSeconds(secondsPerQuestion)
                .setRandomSeed(1);
        return solver.solve(model);
    }

    /** How many of a doctor's options count as keeping what the doctor has; 0 when nothing is owed to the doctor. */
    private int kept(int doctor, int asking) {
        Doctor it = problem.doctors().get(doctor);
        boolean placed = tiers.get(doctor) < it.tiers();
        if (it.pinned() || !placed) {
            return it.options().size() * (it.pinned() ? 1 : 0);
        }
        boolean ahead = doctor < asking;
        if (problem.objective() == Objective.WISHES_FIRST) {
            return ahead ? below(doctor, tiers.get(doctor) + 1) : 0;
        }
        boolean askerPlaced = tiers.get(asking) < problem.doctors().get(asking).tiers();
        if (!askerPlaced) {
            return ahead ? it.options().size() : 0;
        }
        return ahead ? below(doctor, tiers.get(doctor) + 1) : it.options().size();
    }

    private int below(int doctor, int tier) {
        return (int) problem.doctors().get(doctor).options().stream()
                .filter(option -> option.tier() < tier)
                .count();
    }
}
