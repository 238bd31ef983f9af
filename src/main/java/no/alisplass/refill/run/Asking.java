package no.alisplass.refill.run;

import java.util.Arrays;
import java.util.List;
import no.alisplass.refill.RefillStep;
import no.alisplass.refill.run.Lines.Turn;

/**
 * Deferred acceptance: everyone who takes part asks for the best single stay not yet refused; a seat keeps the first of its order, those who held it before and then by
 * rank, and refuses the rest, who ask on. Whoever asks when, it ends the same.
 */
final class Asking {
    private final IndexedRefill problem;
    private final Lines lines;
    /** What each would ask for, in order; last what was held. */
    private final int[][] wants;
    /** By doctor the seat held before, which has its holders first in its order. */
    private final int[] heldSeat;
    /** How many seats there are of each to those who take part. */
    private final int[] room;
    /** By seat, where each stands in its order of those it keeps, the first of them first. */
    private final int[][] kept;

    private final int[] count;
    private final int[] next;
    private final int[] at;

    Asking(IndexedRefill problem) {
        this.problem = problem;
        room = problem.capacity.clone();
        for (int d = 0; d < problem.doctors; d++) {
            if (!problem.takesPart[d] && problem.held[d] != IndexedRefill.NONE) {
                for (int use : problem.uses[problem.held[d]]) {
                    room[use]--;
                }
            }
        }
        wants = new int[problem.doctors][];
        heldSeat = new int[problem.doctors];
        for (int d = 0; d < problem.doctors; d++) {
            boolean holds = problem.takesPart[d] && problem.held[d] != IndexedRefill.NONE;
            heldSeat[d] = holds ? problem.seatOf[problem.held[d]] : IndexedRefill.NONE;
            wants[d] = problem.takesPart[d] ? wants(d) : new int[0];
        }
        kept = new int[problem.resources][];
        for (int r = 0; r < problem.resources; r++) {
            kept[r] = new int[problem.seat[r] ? Math.min(room[r], problem.doctors) : 0];
        }
        lines = new Lines(problem, wants);
        count = new int[problem.resources];
        next = new int[problem.doctors];
        at = new int[problem.doctors];
    }

    private int[] wants(int doctor) {
        int[] all = new int[problem.first[doctor + 1] - problem.first[doctor] + 1];
        int wanted = 0;
        long worst = problem.tierOf(problem.held[doctor]);
        for (int o = problem.first[doctor]; o < problem.first[doctor + 1] && problem.tier[o] < worst; o++) {
            if (!problem.whole[o] && room[problem.seatOf[o]] > 0) {
                all[wanted++] = o;
            }
        }
        if (problem.held[doctor] != IndexedRefill.NONE) {
            all[wanted++] = problem.held[doctor];
        }
        return Arrays.copyOf(all, wanted);
    }

    Lines lines() {
        return lines;
    }

    /**
     * What everyone has when all have asked, and as long as an area has room more have been let in: all who are next at once, and
     * where that is too many half as many, down to one.
     */
    int[] ask(List<RefillStep> steps) {
        List<Turn> turns = lines.next(problem.before);
        lines.letIn(turns);
        lines.settle(turns, true);
        int[] used = askAnew(null);
        int most = Integer.MAX_VALUE;
        turns = lines.next(used);
        while (!turns.isEmpty()) {
            List<Turn> some = turns.subList(0, Math.min(most, turns.size()));
            boolean alone = some.size() == 1;
            lines.letIn(some);
            int[] then = askAnew(null);
            boolean fits = !lines.over(then);
            if (fits) {
                used = then;
            } else {
                lines.letOut(some);
            }
            if (fits || alone) {
                lines.settle(some, fits);
            }
            most = fits ? 2 * some.size() : Math.max(1, some.size() / 2);
            turns = lines.next(used);
        }
        askAnew(steps);
        return at.clone();
    }

    /**
     * Has everyone ask from the start.
     *
     * @param steps where it is written down; null for nowhere
     * @return how many have each resource then
     */
    private int[] askAnew(List<RefillStep> steps) {
        Arrays.fill(count, 0);
        Arrays.fill(next, 0);
        for (int d = 0; d < problem.doctors; d++) {
            at[d] = problem.takesPart[d] ? IndexedRefill.NONE : problem.held[d];
        }
        for (int d = 0; d < problem.doctors; d++) {
            int asks = problem.takesPart[d] ? d : IndexedRefill.NONE;
            while (asks != IndexedRefill.NONE) {
                asks = askFor(asks, steps);
            }
        }
        return problem.used(at);
    }

    /** The doctor asks until kept or at the end. @return who has to let go for that, and asks next; none where nobody has */
    private int askFor(int doctor, List<RefillStep> steps) {
        int[] mine = wants[doctor];
        while (next[doctor] < mine.length) {
            int option = mine[next[doctor]++];
            int seat = problem.seatOf[option];
            int order = seat == heldSeat[doctor] ? doctor : problem.doctors + doctor;
            boolean full = count[seat] == room[seat];
            if (!lines.open(option) || full && order > kept[seat][count[seat] - 1]) {
                continue;
            }
            int other = full ? kept[seat][--count[seat]] % problem.doctors : IndexedRefill.NONE;
            int place = count[seat]++;
            while (place > 0 && kept[seat][place - 1] > order) {
                kept[seat][place] = kept[seat][place - 1];
                place--;
            }
            kept[seat][place] = order;
            at[doctor] = option;
            if (full) {
                at[other] = IndexedRefill.NONE;
            }
            if (steps != null) {
                steps.add(new RefillStep(
                        full ? RefillStep.Kind.INSTEAD : RefillStep.Kind.HELD,
                        problem.id(doctor),
                        option - problem.first[doctor],
                        full ? problem.id(other) : null));
            }
            return other;
        }
        return IndexedRefill.NONE;
    }
}
