package no.alisplass.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** The best outcome by trying every one of them. Only for small rounds. */
public final class ExhaustiveReference {
    private final AllocationProblem problem;
    private final Map<ResourceId, Integer> room = new HashMap<>();
    private final int[] tiers;
    private int[] best;

    private ExhaustiveReference(AllocationProblem problem) {
        this.problem = problem;
        this.tiers = new int[problem.doctors().size()];
        for (Resource resource : problem.resources()) {
            room.put(resource.id(), resource.capacity());
        }
    }

    /** The tier of every doctor in the best outcome; no placement is the tier after all others. */
    public static List<Integer> tiers(AllocationProblem problem) {
        ExhaustiveReference reference = new ExhaustiveReference(problem);
        reference.tryAll(0);
        if (reference.best == null) {
            throw new IllegalArgumentException("The pins do not fit.");
        }
        List<Integer> tiers = new ArrayList<>();
        for (int tier : reference.best) {
            tiers.add(tier);
        }
        return tiers;
    }

    private void tryAll(int at) {
        if (at == tiers.length) {
            if (best == null || better()) {
                best = tiers.clone();
            }
            return;
        }
        Doctor doctor = problem.doctors().get(at);
        for (Option option : doctor.options()) {
            if (option.uses().stream().allMatch(use -> room.get(use) > 0)) {
                option.uses().forEach(use -> room.merge(use, -1, Integer::sum));
                tiers[at] = option.tier();
                tryAll(at + 1);
                option.uses().forEach(use -> room.merge(use, 1, Integer::sum));
            }
        }
        if (!doctor.pinned() || doctor.options().isEmpty()) {
            tiers[at] = doctor.tiers();
            tryAll(at + 1);
        }
    }

    private boolean better() {
        if (problem.objective() == Objective.PLACEMENTS_FIRST) {
            for (int i = 0; i < tiers.length; i++) {
                int none = problem.doctors().get(i).tiers();
                if ((tiers[i] == none) != (best[i] == none)) {
                    return best[i] == none;
                }
            }
        }
        for (int i = 0; i < tiers.length; i++) {
            if (tiers[i] != best[i]) {
                return tiers[i] < best[i];
            }
        }
        return false;
    }
}
