package no.alisplass.refill.run;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.refill.RefillStep;

/**
 * Who may ask for what counts towards an area's limit: those who hold such a thing before, and of the others as many as there is room for, the best ranked
 * first; when one of them ends without, the next is let in.
 */
final class Lines {
    private final IndexedRefill problem;
    /** By limit: those who would ask for something that counts towards it, by rank. */
    private final List<List<Integer>> line = new ArrayList<>();

    private final int[] letIn;
    private final boolean[] shut;
    /** By doctor: the limits of the line that the doctor is let in to. */
    private final List<List<Integer>> open = new ArrayList<>();

    Lines(IndexedRefill problem, int[][] wants) {
        this.problem = problem;
        letIn = new int[problem.resources];
        shut = new boolean[problem.resources];
        for (int r = 0; r < problem.resources; r++) {
            line.add(new ArrayList<>());
        }
        for (int d = 0; d < problem.doctors; d++) {
            open.add(new ArrayList<>());
            for (int option : wants[d]) {
                for (int use : problem.uses[option]) {
                    List<Integer> here = line.get(use);
                    boolean last = !here.isEmpty() && here.get(here.size() - 1) == d;
                    if (!problem.seat[use] && !last && !problem.uses(problem.held[d], use)) {
                        here.add(d);
                    }
                }
            }
        }
    }

    /** Whether the doctor may ask for the option. */
    boolean open(int doctor, int option) {
        for (int use : problem.uses[option]) {
            if (!problem.seat[use] && !letIn(doctor, use)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing of this limit stands in the doctor's way. */
    boolean letIn(int doctor, int limit) {
        return problem.uses(problem.held[doctor], limit) || open.get(doctor).contains(limit);
    }

    boolean shut(int limit) {
        return shut[limit];
    }

    int count(int limit) {
        return letIn[limit];
    }

    void letInAtFirst(List<RefillStep> steps) {
        for (int limit = 0; limit < problem.resources; limit++) {
            int room = problem.capacity[limit] - problem.before[limit];
            while (letIn[limit] < Math.min(room, line.get(limit).size())) {
                letIn(limit, steps);
            }
        }
    }

    private void letIn(int limit, List<RefillStep> steps) {
        int doctor = line.get(limit).get(letIn[limit]++);
        open.get(doctor).add(limit);
        steps.add(RefillStep.letIn(problem.id(doctor), problem.resource(limit)));
    }

    /** The best ranked who could be let in to something; none when nobody can. @param used how many have each resource now */
    int next(int[] used) {
        int best = IndexedRefill.NONE;
        for (int limit = 0; limit < problem.resources; limit++) {
            int doctor = first(limit, used);
            if (doctor != IndexedRefill.NONE && (best == IndexedRefill.NONE || doctor < best)) {
                best = doctor;
            }
        }
        return best;
    }

    private int first(int limit, int[] used) {
        boolean possible = !shut[limit]
                && used[limit] < problem.capacity[limit]
                && letIn[limit] < line.get(limit).size();
        return possible ? line.get(limit).get(letIn[limit]) : IndexedRefill.NONE;
    }

    /** Lets the doctor in to each limit that has room and where nobody ranked ahead is still to be let in. */
    List<Integer> letIn(int doctor, int[] used, List<RefillStep> steps) {
        List<Integer> limits = new ArrayList<>();
        for (int limit = 0; limit < problem.resources; limit++) {
            if (first(limit, used) == doctor) {
                letIn(limit, steps);
                limits.add(limit);
            }
        }
        return limits;
    }

    /** Whether more are away than there is room for, or than were before. */
    boolean over(int[] used) {
        for (int r = 0; r < problem.resources; r++) {
            if (!problem.seat[r] && used[r] > Math.max(problem.capacity[r], problem.before[r])) {
                return true;
            }
        }
        return false;
    }

    void takeBack(int doctor, List<Integer> limits) {
        open.get(doctor).removeAll(limits);
        for (int limit : limits) {
            letIn[limit]--;
            shut[limit] = true;
        }
    }
}
