package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;

/** Every outcome of a small round, and which of two is better: written from the words, sharing nothing with the code tested. */
public final class Outcomes {
    private final AllocationProblem problem;

    public Outcomes(AllocationProblem problem) {
        this.problem = problem;
    }

    public void forEach(Consumer<int[]> visitor) {
        Map<ResourceId, Integer> left = new HashMap<>();
        problem.resources().forEach(resource -> left.put(resource.id(), resource.capacity()));
        visit(0, new int[problem.doctors().size()], left, visitor);
    }

    private void visit(int at, int[] options, Map<ResourceId, Integer> left, Consumer<int[]> visitor) {
        if (at == options.length) {
            visitor.accept(options);
            return;
        }
        Doctor doctor = problem.doctors().get(at);
        if (!doctor.pinned() || doctor.options().isEmpty()) {
            options[at] = -1;
            visit(at + 1, options, left, visitor);
        }
        for (int o = 0; o < doctor.options().size(); o++) {
            Option option = doctor.options().get(o);
            if (option.uses().stream().allMatch(id -> left.get(id) > 0)) {
                option.uses().forEach(id -> left.merge(id, -1, Integer::sum));
                options[at] = o;
                visit(at + 1, options, left, visitor);
                option.uses().forEach(id -> left.merge(id, 1, Integer::sum));
            }
        }
    }

    /** What is compared, from the front: smaller is better. */
    public List<Integer> value(int[] options) {
        List<Integer> tiers = new ArrayList<>();
        List<Integer> unplaced = new ArrayList<>();
        for (int d = 0; d < options.length; d++) {
            tiers.add(tier(d, options[d]));
            unplaced.add(options[d] < 0 ? 1 : 0);
        }
        if (problem.objective() == Objective.PLACEMENTS_FIRST) {
            unplaced.addAll(tiers);
            return unplaced;
        }
        return tiers;
    }

    public int tier(int doctor, int option) {
        Doctor found = problem.doctors().get(doctor);
        return option < 0 ? found.tiers() : found.options().get(option).tier();
    }

    public static int compare(List<Integer> a, List<Integer> b) {
        return Arrays.compare(
                a.stream().mapToInt(Integer::intValue).toArray(),
                b.stream().mapToInt(Integer::intValue).toArray());
    }

    public int[] best() {
        int[][] best = new int[1][];
        forEach(options -> {
            if (best[0] == null || compare(value(options), value(best[0])) < 0) {
                best[0] = options.clone();
            }
        });
        return best[0];
    }

    public List<int[]> all() {
        List<int[]> result = new ArrayList<>();
        forEach(options -> result.add(options.clone()));
        return result;
    }

    public static long placed(int[] options) {
        return Arrays.stream(options).filter(option -> option >= 0).count();
    }
}
