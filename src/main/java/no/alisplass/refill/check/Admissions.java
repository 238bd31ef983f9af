package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillStep;

/** Who stands in line to ask for what counts towards an area's limit, who is let in, and who must be the next. */
final class Admissions {
    private final Board board;
    private final List<TreeSet<Integer>> lines = new ArrayList<>();
    private final List<Set<Integer>> letIn = new ArrayList<>();
    private final Set<Integer> shut = new HashSet<>();

    Admissions(Board board) {
        this.board = board;
        board.resources.forEach(resource -> {
            lines.add(new TreeSet<>());
            letIn.add(new HashSet<>());
        });
    }

    /** The doctor would ask for the option. */
    void standInLine(int doctor, int option) {
        for (int use : board.uses(doctor, option)) {
            if (!board.isSeat(use) && !board.heldBefore(doctor, use)) {
                lines.get(use).add(doctor);
            }
        }
    }

    int letIn(int limit) {
        return letIn.get(limit).size();
    }

    boolean isShut(int limit) {
        return shut.contains(limit);
    }

    boolean isLetIn(int doctor, int limit) {
        return board.heldBefore(doctor, limit) || letIn.get(limit).contains(doctor);
    }

    /** Whether the doctor may ask for the option. */
    boolean open(int doctor, int option) {
        for (int use : board.uses(doctor, option)) {
            if (!board.isSeat(use) && !isLetIn(doctor, use)) {
                return false;
            }
        }
        return true;
    }

    void letIn(RefillStep step) {
        letIn.get(board.number(step.limit())).add(board.rank(step.doctor()));
    }

    /** @param forGood whether nobody else may be let in to this limit either */
    void takeBack(RefillStep step, boolean forGood) {
        int limit = board.number(step.limit());
        letIn.get(limit).remove(board.rank(step.doctor()));
        if (forGood) {
            shut.add(limit);
        }
    }

    List<RefillStep> atFirst() {
        int[] before = board.count(board.before());
        List<RefillStep> first = new ArrayList<>();
        for (int r = 0; r < lines.size(); r++) {
            int limit = r;
            lines.get(r).stream()
                    .limit(Math.max(0, board.capacity(r) - before[r]))
                    .forEach(doctor -> first.add(RefillStep.letIn(board.id(doctor), board.resources.get(limit))));
        }
        return first;
    }

    /** For each limit with room as many of the next in its line; empty when there is nobody. */
    List<RefillStep> next(int... used) {
        List<RefillStep> next = new ArrayList<>();
        for (int r = 0; r < lines.size(); r++) {
            if (board.isSeat(r) || shut.contains(r) || used[r] >= board.capacity(r)) {
                continue;
            }
            Set<Integer> in = letIn.get(r);
            int limit = r;
            lines.get(r).stream()
                    .filter(doctor -> !in.contains(doctor))
                    .limit(board.capacity(r) - used[r])
                    .forEach(doctor -> next.add(RefillStep.letIn(board.id(doctor), board.resources.get(limit))));
        }
        return next;
    }

    /** Of these the best ranked doctor alone, to the limits where this doctor is the next. */
    List<RefillStep> best(List<RefillStep> of) {
        int best = of.stream().mapToInt(step -> board.rank(step.doctor())).min().orElseThrow();
        Set<ResourceId> passed = new HashSet<>();
        List<RefillStep> alone = new ArrayList<>();
        for (RefillStep step : of) {
            if (passed.add(step.limit()) && board.rank(step.doctor()) == best) {
                alone.add(step);
            }
        }
        return alone;
    }
}
