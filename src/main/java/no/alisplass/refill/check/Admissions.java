package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.alisplass.refill.Letting;

/** Who stands in line to ask for what counts towards an area's limit, who is let in, and whose turn is the next. */
final class Admissions {
    /** @param wish the doctor's best option that counts towards the limit */
    record Turn(int doctor, int wish, int limit) {}

    private final Board board;
    /** By limit those who have not had their turn: of each by rank the best option that counts towards it. */
    private final List<TreeMap<Integer, Integer>> lines = new ArrayList<>();

    private final List<Set<Integer>> letIn = new ArrayList<>();
    private final List<Set<Integer>> leftOut = new ArrayList<>();
    /** By doctor and option, whether the doctor may ask for it. */
    private final boolean[][] open;
    /** By limit and doctor the options that count towards it. */
    private final List<Map<Integer, List<Integer>>> counting = new ArrayList<>();

    Admissions(Board board) {
        this.board = board;
        for (int r = 0; r < board.resources.size(); r++) {
            lines.add(new TreeMap<>());
            letIn.add(new HashSet<>());
            leftOut.add(new HashSet<>());
            counting.add(new HashMap<>());
        }
        open = new boolean[board.doctors.size()][];
        for (int d = 0; d < open.length; d++) {
            open[d] = new boolean[board.options(d)];
        }
    }

    /** The doctor would ask for the option. */
    void standInLine(int doctor, int option) {
        for (int use : board.uses(doctor, option)) {
            if (!board.isSeat(use) && !board.heldBefore(doctor, use)) {
                lines.get(use).putIfAbsent(doctor, option);
                counting.get(use)
                        .computeIfAbsent(doctor, first -> new ArrayList<>())
                        .add(option);
            }
        }
        look(doctor, option);
    }

    private void look(int doctor, int option) {
        boolean all = true;
        for (int use : board.uses(doctor, option)) {
            all &= board.isSeat(use) || isLetIn(doctor, use);
        }
        open[doctor][option] = all;
    }

    int letIn(int limit) {
        return letIn.get(limit).size();
    }

    int leftOut(int limit) {
        return leftOut.get(limit).size();
    }

    boolean isLetIn(int doctor, int limit) {
        return board.heldBefore(doctor, limit) || letIn.get(limit).contains(doctor);
    }

    boolean isLeftOut(int doctor, int limit) {
        return leftOut.get(limit).contains(doctor);
    }

    /** By option, whether the doctor may ask for it; of those that were put in line. */
    boolean[] open(int doctor) {
        return open[doctor];
    }

    /** As many of each line as there is room for, the best ranked first; of one doctor by the wishes. */
    List<Turn> next(int... used) {
        List<Turn> next = new ArrayList<>();
        for (int r = 0; r < used.length; r++) {
            int limit = r;
            lines.get(r).entrySet().stream()
                    .limit(Math.max(0, board.capacity(r) - used[r]))
                    .forEach(one -> next.add(new Turn(one.getKey(), one.getValue(), limit)));
        }
        next.sort((one, other) -> one.doctor != other.doctor
                ? Integer.compare(one.doctor, other.doctor)
                : one.wish != other.wish
                        ? Integer.compare(one.wish, other.wish)
                        : Integer.compare(one.limit, other.limit));
        return next;
    }

    void letIn(List<Turn> turns) {
        for (Turn turn : turns) {
            letIn.get(turn.limit).add(turn.doctor);
            counting.get(turn.limit).get(turn.doctor).forEach(option -> look(turn.doctor, option));
        }
    }

    void letOut(List<Turn> turns) {
        for (Turn turn : turns) {
            letIn.get(turn.limit).remove(turn.doctor);
            counting.get(turn.limit).get(turn.doctor).forEach(option -> look(turn.doctor, option));
        }
    }

    /** It was their turn, and they are let in or left out for good. */
    List<Letting> settle(List<Turn> turns, boolean in) {
        List<Letting> settled = new ArrayList<>();
        for (Turn turn : turns) {
            lines.get(turn.limit).remove(turn.doctor);
            if (!in) {
                leftOut.get(turn.limit).add(turn.doctor);
            }
            settled.add(new Letting(board.id(turn.doctor), board.resources.get(turn.limit), in));
        }
        return settled;
    }
}
