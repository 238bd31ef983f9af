package no.alisplass.refill.run;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.refill.RefillStep;

/**
 * Who may ask for what counts towards an area's limit: those who hold such a thing before, and of the others as many as there is room for, the best ranked
 * first; when one of them ends without, the next is let in.
 */
final class Lines {
    /** One doctor let in to one limit. */
    record Admission(int doctor, int limit) {}

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

    /** For each limit that has room, as many of the next in its line. @param used how many have each resource now */
    List<Admission> next(int[] used) {
        List<Admission> next = new ArrayList<>();
        for (int limit = 0; limit < problem.resources; limit++) {
            int room = shut[limit] ? 0 : problem.capacity[limit] - used[limit];
            int left = line.get(limit).size() - letIn[limit];
            for (int k = 0; k < Math.min(room, left); k++) {
                next.add(new Admission(line.get(limit).get(letIn[limit] + k), limit));
            }
        }
        return next;
    }

    /** Of these the best ranked alone, to each limit where nobody ranked ahead is still to be let in. */
    List<Admission> best(List<Admission> of) {
        int best = of.stream().mapToInt(Admission::doctor).min().orElseThrow();
        return of.stream()
                .filter(one -> one.doctor == best && line.get(one.limit).get(letIn[one.limit]) == best)
                .toList();
    }

    void letIn(List<Admission> admissions, List<RefillStep> steps) {
        admissions.forEach(one -> letIn(one.limit, steps));
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

    /** @param forGood whether nobody else is to be let in to these limits either */
    void takeBack(List<Admission> admissions, boolean forGood) {
        for (Admission one : admissions) {
            open.get(one.doctor).remove(Integer.valueOf(one.limit));
            letIn[one.limit]--;
            shut[one.limit] |= forGood;
        }
    }
}
