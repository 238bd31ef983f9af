package no.alisplass.refill.run;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.refill.BundleConflict;
import no.alisplass.refill.RefillStep;

/**
 * Wholes of several stays, given after the single ones, in rank order: what the doctor has by now must be part of it and the rest free, so that
 * nobody has to let go of anything.
 */
final class Wholes {
    private final IndexedRefill problem;
    private final int[] after;
    private final int[] used;

    /** @param after what everyone has after the single stays; it becomes what they have after the wholes */
    Wholes(IndexedRefill problem, int[] after) {
        this.problem = problem;
        this.after = after;
        used = problem.used(after);
    }

    void give(List<RefillStep> steps) {
        for (int d = 0; d < problem.doctors; d++) {
            for (int o = problem.first[d]; better(d, o); o++) {
                if (problem.whole[o] && fits(d, o)) {
                    change(after[d], -1);
                    change(o, 1);
                    after[d] = o;
                    steps.add(new RefillStep(RefillStep.Kind.WHOLE, problem.id(d), o - problem.first[d], null));
                }
            }
        }
    }

    private boolean better(int doctor, int option) {
        return problem.takesPart[doctor]
                && option < problem.first[doctor + 1]
                && problem.tier[option] < problem.tierOf(after[doctor]);
    }

    private boolean fits(int doctor, int option) {
        if (after[doctor] != IndexedRefill.NONE) {
            for (int use : problem.uses[after[doctor]]) {
                if (problem.seat[use] && !problem.uses(option, use)) {
                    return false;
                }
            }
        }
        return isFree(doctor, option);
    }

    /** Whether there is room for all of it but what the doctor has. */
    private boolean isFree(int doctor, int option) {
        for (int use : problem.uses[option]) {
            if (used[use] >= problem.capacity[use] && !problem.uses(after[doctor], use)) {
                return false;
            }
        }
        return true;
    }

    private void change(int option, int by) {
        if (option != IndexedRefill.NONE) {
            for (int use : problem.uses[option]) {
                used[use] += by;
            }
        }
    }

    /** Wholes that doctors would rather have, of which something went to doctors who stand behind, or which are free beside what the doctor has. */
    List<BundleConflict> conflicts() {
        List<BundleConflict> conflicts = new ArrayList<>();
        for (int d = 0; d < problem.doctors; d++) {
            for (int o = problem.first[d]; better(d, o); o++) {
                if (problem.whole[o]) {
                    List<BundleConflict.Taken> taken = taken(d, o);
                    if (!taken.isEmpty() || isFree(d, o)) {
                        conflicts.add(new BundleConflict(problem.id(d), o - problem.first[d], taken));
                    }
                }
            }
        }
        return conflicts;
    }

    private List<BundleConflict.Taken> taken(int doctor, int option) {
        List<BundleConflict.Taken> taken = new ArrayList<>();
        for (int use : problem.uses[option]) {
            if (used[use] < problem.capacity[use] || problem.uses(after[doctor], use)) {
                continue;
            }
            List<DoctorId> by = new ArrayList<>();
            for (int other = doctor + 1; other < problem.doctors; other++) {
                if (problem.uses(after[other], use) && !problem.uses(problem.held[other], use)) {
                    by.add(problem.id(other));
                }
            }
            if (!by.isEmpty()) {
                taken.add(new BundleConflict.Taken(problem.resource(use), by));
            }
        }
        return taken;
    }
}
