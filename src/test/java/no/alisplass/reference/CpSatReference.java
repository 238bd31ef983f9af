package no.alisplass.reference;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/**
 * The best outcome by OR-tools CP-SAT, in the strongest form known here: the lexicographic objective a few doctors at a time,
 * each stage a model of its own with only those who matter to it (who comes behind can always be left out), the doctors ahead
 * held to the options of their tier, the solution so far and a greedy start for the new ones as a hint, and no stage at all
 * for doctors whom that start gives their first wish.
 */
public final class CpSatReference {
    private static final int NONE = -1;

    /**
     * @param workers threads of CP-SAT
     * @param largestWeight the larger, the more doctors in a stage; the tiers of a stage are one sum
     * @param secondsInAll after which it gives up
     */
    public record Settings(int workers, long largestWeight, double secondsInAll) {}

    /**
     * @param tiers of every doctor in the best outcome; no placement is the tier after all others; null when cut
     * @param settled doctors whose tier is proven, from the top of the order
     */
    public record Answer(List<Integer> tiers, int settled, int stages, double seconds) {}

    private final AllocationProblem problem;
    private final List<Doctor> doctors;
    private final Settings settings;
    private final long start = System.nanoTime();
    /** Of each doctor the options that may still be taken, and whether none at all may be. */
    private final int[] from;

    private final int[] to;
    private final boolean[] mayBeNone;
    private final int[] choice;
    private int stages;

    private CpSatReference(AllocationProblem problem, Settings settings) {
        this.problem = problem;
        this.settings = settings;
        doctors = problem.doctors();
        from = new int[doctors.size()];
        to = doctors.stream().mapToInt(doctor -> doctor.options().size()).toArray();
        mayBeNone = new boolean[doctors.size()];
        choice = new int[doctors.size()];
        Arrays.fill(choice, NONE);
        for (int d = 0; d < choice.length; d++) {
            boolean fixed = doctors.get(d).pinned() && to[d] > 0;
            mayBeNone[d] = !fixed;
            choice[d] = fixed ? 0 : NONE;
        }
    }

    /** The tier of every doctor in the best outcome; no placement is the tier after all others. */
    public static List<Integer> tiers(AllocationProblem problem, double secondsInAll) {
        Answer answer = solve(problem, new Settings(2, 2_000, secondsInAll));
        if (answer.tiers() == null) {
            throw new IllegalStateException("CP-SAT settled " + answer.settled() + " doctors in the time given.");
        }
        return answer.tiers();
    }

    public static Answer solve(AllocationProblem problem, Settings settings) {
        Loader.loadNativeLibraries();
        return new CpSatReference(problem, settings).answer();
    }

    private Answer answer() {
        int settled = 0;
        if (problem.objective() == Objective.PLACEMENTS_FIRST) {
            settled = settleAll(true);
            for (int d = 0; d < choice.length && settled == choice.length; d++) {
                mayBeNone[d] = choice[d] == NONE;
                to[d] = choice[d] == NONE ? 0 : to[d];
            }
        }
        if (problem.objective() == Objective.WISHES_FIRST || settled == choice.length) {
            settled = settleAll(false);
        }
        List<Integer> tiers =
                IntStream.range(0, choice.length).map(this::tier).boxed().toList();
        return new Answer(settled == choice.length ? tiers : null, settled, stages, (System.nanoTime() - start) / 1e9);
    }

    private int tier(int doctor) {
        return tier(doctor, choice[doctor]);
    }

    private int tier(int doctor, int option) {
        return option == NONE
                ? doctors.get(doctor).tiers()
                : doctors.get(doctor).options().get(option).tier();
    }

    private int worst(int doctor, boolean placing) {
        return placing ? 1 : doctors.get(doctor).tiers();
    }

    private int value(int doctor, int option, boolean placing) {
        return placing ? (option == NONE ? 1 : 0) : tier(doctor, option);
    }

    private int settleAll(boolean placing) {
        int next = 0;
        while (next < choice.length) {
            extend(next);
            while (next < choice.length && cannotImprove(next, placing)) {
                settle(next++, placing);
            }
            int end = next;
            long weight = 1;
            while (end < choice.length
                    && (end == next || weight * (worst(end, placing) + 1) <= settings.largestWeight())) {
                weight *= worst(end, placing) + 1;
                end++;
            }
            if (end > next && !solve(next, end, placing)) {
                return next;
            }
            while (next < end) {
                settle(next++, placing);
            }
        }
        return next;
    }

    private boolean cannotImprove(int doctor, boolean placing) {
        return from[doctor] == to[doctor]
                || doctors.get(doctor).pinned()
                || value(doctor, choice[doctor], placing) == value(doctor, from[doctor], placing);
    }

    /** Gives everybody from this doctor on the best option there is room for, unless they have one to keep. */
    private void extend(int next) {
        Map<ResourceId, Integer> room = new LinkedHashMap<>();
        problem.resources().forEach(resource -> room.put(resource.id(), resource.capacity()));
        for (int d = 0; d < choice.length; d++) {
            if (d >= next && mayBeNone[d]) {
                choice[d] = NONE;
            } else if (choice[d] != NONE) {
                uses(d, choice[d]).forEach(use -> room.merge(use, -1, Integer::sum));
            }
        }
        for (int d = next; d < choice.length; d++) {
            for (int o = from[d]; o < to[d] && choice[d] == NONE; o++) {
                if (uses(d, o).stream().allMatch(use -> room.get(use) > 0)) {
                    choice[d] = o;
                    uses(d, o).forEach(use -> room.merge(use, -1, Integer::sum));
                }
            }
        }
    }

    private List<ResourceId> uses(int doctor, int option) {
        return doctors.get(doctor).options().get(option).uses();
    }

    private void settle(int doctor, boolean placing) {
        if (choice[doctor] == NONE) {
            to[doctor] = from[doctor];
            return;
        }
        mayBeNone[doctor] = false;
        if (!placing) {
            List<Option> options = doctors.get(doctor).options();
            while (options.get(from[doctor]).tier() < tier(doctor)) {
                from[doctor]++;
            }
            while (options.get(to[doctor] - 1).tier() > tier(doctor)) {
                to[doctor]--;
            }
        }
    }

    private boolean solve(int first, int end, boolean placing) {
        stages++;
        CpModel model = new CpModel();
        Map<ResourceId, List<Literal>> users = new LinkedHashMap<>();
        Literal[][] taken = new Literal[choice.length][];
        LinearExprBuilder sum = LinearExpr.newBuilder();
        long[] weight = new long[choice.length];
        long next = 1;
        for (int d = end - 1; d >= first; d--) {
            weight[d] = next;
            next *= worst(d, placing) + 1;
        }
        for (int d = 0; d < choice.length; d++) {
            if (from[d] == to[d] || d >= end && mayBeNone[d]) {
                continue;
            }
            List<Literal> literals = new ArrayList<>();
            taken[d] = new Literal[to[d]];
            for (int o = from[d]; o < to[d]; o++) {
                Literal chosen = model.newBoolVar("");
                taken[d][o] = chosen;
                literals.add(chosen);
                model.addHint(chosen, choice[d] == o);
                uses(d, o).forEach(use -> users.computeIfAbsent(use, key -> new ArrayList<>())
                        .add(chosen));
                if (weight[d] > 0) {
                    sum.addTerm(chosen, weight[d] * (value(d, o, placing) - worst(d, placing)));
                }
            }
            if (mayBeNone[d]) {
                model.addAtMostOne(literals);
            } else {
                model.addExactlyOne(literals);
            }
        }
        for (Resource resource : problem.resources()) {
            List<Literal> all = users.getOrDefault(resource.id(), List.of());
            if (all.size() > resource.capacity()) {
                model.addLessOrEqual(LinearExpr.sum(all.toArray(new Literal[0])), resource.capacity());
            }
        }
        model.minimize(sum.build());
        return optimum(model, taken);
    }

    private boolean optimum(CpModel model, Literal[][] taken) {
        double left = settings.secondsInAll() - (System.nanoTime() - start) / 1e9;
        if (left <= 0) {
            return false;
        }
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(settings.workers())
                .setMaxTimeInSeconds(left)
                .setRandomSeed(1);
        if (solver.solve(model) != CpSolverStatus.OPTIMAL) {
            return false;
        }
        for (int d = 0; d < taken.length; d++) {
            if (taken[d] != null) {
                choice[d] = NONE;
                for (int o = from[d]; o < to[d]; o++) {
                    choice[d] = solver.booleanValue(taken[d][o]) ? o : choice[d];
                }
            }
        }
        return true;
    }
}
