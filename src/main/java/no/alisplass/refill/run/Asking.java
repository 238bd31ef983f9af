package no.alisplass.refill.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.alisplass.refill.RefillStep;
import no.alisplass.refill.run.Lines.Admission;

/**
 * Deferred acceptance: everyone who takes part asks for the best single stay not yet refused; a seat keeps the first of its order, those who held it before and then by
 * rank, and refuses the rest, who ask on. Whoever asks when, it ends the same.
 */
final class Asking {
    private final IndexedRefill problem;
    private final List<RefillStep> steps;
    private final Lines lines;
    /** What each would ask for, in order; last what was held. */
    private final int[][] wants;
    /** How many seats there are of each to those who take part. */
    private final int[] room;

    private final List<List<Integer>> kept = new ArrayList<>();
    private final int[] next;
    private final int[] lastAsked;
    private final int[] at;

    Asking(IndexedRefill problem, List<RefillStep> steps) {
        this.problem = problem;
        this.steps = steps;
        room = problem.capacity.clone();
        for (int d = 0; d < problem.doctors; d++) {
            if (!problem.takesPart[d] && problem.held[d] != IndexedRefill.NONE) {
                for (int use : problem.uses[problem.held[d]]) {
                    room[use]--;
                }
            }
        }
        for (int r = 0; r < problem.resources; r++) {
            kept.add(new ArrayList<>());
        }
        wants = new int[problem.doctors][];
        for (int d = 0; d < problem.doctors; d++) {
            wants[d] = problem.takesPart[d] ? wants(d) : new int[0];
        }
        lines = new Lines(problem, wants);
        next = new int[problem.doctors];
        lastAsked = new int[problem.doctors];
        at = new int[problem.doctors];
    }

    private int[] wants(int doctor) {
        int[] all = new int[problem.first[doctor + 1] - problem.first[doctor] + 1];
        int count = 0;
        int worst = problem.tierOf(problem.held[doctor]);
        for (int o = problem.first[doctor]; o < problem.first[doctor + 1] && problem.tier[o] < worst; o++) {
            if (!problem.whole[o] && room[problem.seatOf(o)] > 0) {
                all[count++] = o;
            }
        }
        if (problem.held[doctor] != IndexedRefill.NONE) {
            all[count++] = problem.held[doctor];
        }
        return Arrays.copyOf(all, count);
    }

    Lines lines() {
        return lines;
    }

    /** What everyone has when all have asked, and as long as an area has room more have been let in. */
    int[] ask() {
        lines.letInAtFirst(steps);
        beginAnew();
        run();
        List<Admission> next = lines.next(problem.used(at));
        while (!next.isEmpty()) {
            if (!letIn(next, lines.best(next).equals(next))) {
                List<Admission> best = lines.best(next);
                if (!best.equals(next)) {
                    letIn(best, true);
                }
            }
            next = lines.next(problem.used(at));
        }
        return at.clone();
    }

    /** Lets in and has all ask on; false when that made it too many and they are let out again. */
    private boolean letIn(List<Admission> admissions, boolean forGood) {
        lines.letIn(admissions, steps);
        if (!goOn(admissions)) {
            steps.add(RefillStep.again());
            beginAnew();
        }
        run();
        if (!lines.over(problem.used(at))) {
            return true;
        }
        lines.takeBack(admissions, forGood);
        steps.add(RefillStep.takenBack());
        beginAnew();
        run();
        return false;
    }

    /** Lets them ask for what is newly open; false when one of them has asked for something worse, to which others have had to give way. */
    private boolean goOn(List<Admission> admissions) {
        for (Admission one : admissions) {
            int i = firstOpen(one);
            if (lastAsked[one.doctor()] > i) {
                return false;
            }
            next[one.doctor()] = Math.min(next[one.doctor()], i);
        }
        return true;
    }

    /** Where the best option that counts towards the limit stands, of those that are open; after all when none is. */
    private int firstOpen(Admission one) {
        int i = 0;
        int[] all = wants[one.doctor()];
        while (i < all.length && !(problem.uses(all[i], one.limit()) && lines.open(one.doctor(), all[i]))) {
            i++;
        }
        return i;
    }

    private void beginAnew() {
        kept.forEach(List::clear);
        Arrays.fill(next, 0);
        Arrays.fill(lastAsked, IndexedRefill.NONE);
        for (int d = 0; d < problem.doctors; d++) {
            at[d] = problem.takesPart[d] ? IndexedRefill.NONE : problem.held[d];
        }
    }

    private void run() {
        ArrayDeque<Integer> asking = new ArrayDeque<>();
        for (int d = 0; d < problem.doctors; d++) {
            if (problem.takesPart[d]) {
                asking.push(d);
                while (!asking.isEmpty()) {
                    askFor(asking.pop(), asking);
                }
            }
        }
    }

    /** The doctor asks until kept or at the end; whoever has to let go is the next to ask. */
    private void askFor(int doctor, ArrayDeque<Integer> asking) {
        while (at[doctor] == IndexedRefill.NONE && next[doctor] < wants[doctor].length) {
            int place = next[doctor]++;
            int option = wants[doctor][place];
            if (!lines.open(doctor, option)) {
                continue;
            }
            lastAsked[doctor] = place;
            int seat = problem.seatOf(option);
            List<Integer> here = kept.get(seat);
            if (here.size() < room[seat]) {
                keep(doctor, option, seat);
                step(RefillStep.Kind.HELD, doctor, option, IndexedRefill.NONE);
                return;
            }
            int last = here.get(here.size() - 1);
            if (order(doctor, seat) > order(last, seat)) {
                step(RefillStep.Kind.REFUSED, doctor, option, last);
                continue;
            }
            here.remove(here.size() - 1);
            at[last] = IndexedRefill.NONE;
            keep(doctor, option, seat);
            step(RefillStep.Kind.INSTEAD, doctor, option, last);
            asking.push(last);
        }
    }

    private void keep(int doctor, int option, int seat) {
        List<Integer> here = kept.get(seat);
        int place = here.size();
        while (place > 0 && order(here.get(place - 1), seat) > order(doctor, seat)) {
            place--;
        }
        here.add(place, doctor);
        at[doctor] = option;
    }

    /** The seat's order: whoever held it before, and then by rank. */
    private int order(int doctor, int seat) {
        return problem.uses(problem.held[doctor], seat) ? doctor : problem.doctors + doctor;
    }

    private void step(RefillStep.Kind kind, int doctor, int option, int other) {
        steps.add(RefillStep.asks(
                kind,
                problem.id(doctor),
                option - problem.first[doctor],
                other == IndexedRefill.NONE ? null : problem.id(other)));
    }
}
