package no.alisplass.certificate.prove;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.ResourceId;

/** Makes best outcomes of rounds too large to try all: by matching where an option needs one resource, else by CP-SAT. */
public final class Makers {
    private final AllocationProblem problem;
    private final int[] held;
    private final int[] allowed;
    private final Map<ResourceId, Integer> number = new HashMap<>();

    private Makers(AllocationProblem problem) {
        this.problem = problem;
        held = new int[problem.doctors().size()];
        allowed = new int[held.length];
        Arrays.fill(held, -1);
        problem.resources().forEach(resource -> number.put(resource.id(), number.size()));
    }

    /** A best outcome, by options. */
    public static int[] best(AllocationProblem problem) {
        boolean single = problem.doctors().stream().allMatch(doctor -> doctor.options().stream()
                .allMatch(option -> option.uses().size() == 1));
        Makers maker = new Makers(problem);
        if (problem.objective() == Objective.WISHES_FIRST) {
            maker.pass(single, true, false);
        } else {
            maker.pass(single, false, false);
            for (int d = 0; d < maker.held.length; d++) {
                maker.allowed[d] = maker.held[d] < 0
                        ? 0
                        : problem.doctors().get(d).options().size();
            }
            maker.pass(single, true, true);
        }
        return maker.held;
    }

    private void pass(boolean single, boolean tiers, boolean again) {
        for (int d = 0; d < held.length; d++) {
            List<Integer> bounds = new ArrayList<>();
            Doctor doctor = problem.doctors().get(d);
            int options = doctor.options().size();
            for (int o = 1; o <= options && tiers; o++) {
                if (o == options
                        || doctor.options().get(o).tier()
                                > doctor.options().get(o - 1).tier()) {
                    bounds.add(o);
                }
            }
            if (!tiers && options > 0) {
                bounds.add(options);
            }
            if (again && held[d] < 0) {
                continue;
            }
            for (int bound : bounds) {
                allowed[d] = bound;
                if (held[d] >= 0 && held[d] < bound || (single ? matched(d) : solved(d))) {
                    break;
                }
                allowed[d] = 0;
            }
        }
    }

    private boolean matched(int doctor) {
        int own = held[doctor];
        held[doctor] = -1;
        int[] left = new int[number.size()];
        List<List<Integer>> holders = new ArrayList<>();
        problem.resources().forEach(resource -> {
            left[number.get(resource.id())] = resource.capacity();
            holders.add(new ArrayList<>());
        });
        for (int d = 0; d < held.length; d++) {
            if (held[d] >= 0) {
                left[resource(d, held[d])]--;
                holders.get(resource(d, held[d])).add(d);
            }
        }
        int[] from = new int[held.length];
        int[] option = new int[held.length];
        boolean[] seen = new boolean[number.size()];
        Arrays.fill(from, -1);
        int[] wantedBy = new int[number.size()];
        int[] wantedFor = new int[number.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(doctor));
        while (!queue.isEmpty()) {
            int next = queue.remove();
            for (int o = 0; o < allowed[next]; o++) {
                int r = resource(next, o);
                if (!seen[r]) {
                    seen[r] = true;
                    wantedBy[r] = next;
                    wantedFor[r] = o;
                    if (left[r] > 0) {
                        int at = r;
                        while (true) {
                            int mover = wantedBy[at];
                            int before = held[mover];
                            held[mover] = wantedFor[at];
                            if (mover == doctor) {
                                return true;
                            }
                            at = resource(mover, before);
                        }
                    }
                    queue.addAll(holders.get(r));
                }
            }
        }
        held[doctor] = own;
        return false;
    }

    private int resource(int doctor, int option) {
        return number.get(
                problem.doctors().get(doctor).options().get(option).uses().get(0));
    }

    private boolean solved(int doctor) {
        Loader.loadNativeLibraries();
        CpModel model = new CpModel();
        Map<ResourceId, LinearExprBuilder> used = new HashMap<>();
        Literal[][] choice = new Literal[held.length][];
        for (int d = 0; d < held.length; d++) {
            if (allowed[d] == 0) {
                continue;
            }
            choice[d] = new Literal[allowed[d]];
            for (int o = 0; o < allowed[d]; o++) {
                Literal taken = model.newBoolVar("");
                choice[d][o] = taken;
                problem.doctors().get(d).options().get(o).uses().forEach(id -> used.computeIfAbsent(
                                id, unused -> LinearExpr.newBuilder())
                        .add(taken));
                if (held[d] >= 0) {
                    model.addHint(taken, held[d] == o);
                }
            }
            model.addExactlyOne(choice[d]);
        }
        problem.resources().forEach(resource -> {
            if (used.containsKey(resource.id())) {
                model.addLessOrEqual(used.get(resource.id()), resource.capacity());
            }
        });
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setLinearizationLevel(2).setMaxTimeInSeconds(4);
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return false;
        }
        for (int d = 0; d < held.length; d++) {
            for (int o = 0; o < allowed[d]; o++) {
                if (solver.booleanValue(choice[d][o])) {
                    held[d] = o;
                }
            }
        }
        return true;
    }
}
