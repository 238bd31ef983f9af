package no.alisplass.refill.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.refill.Missed;

/** Who stands in line for each seat that was there to give, and why those who did not get it did not. */
final class Queues {
    private final IndexedRefill problem;
    private final int[] after;
    private final Lines lines;
    private final int[] used;
    private final List<List<Integer>> given = new ArrayList<>();
    private final List<List<Integer>> line = new ArrayList<>();

    Queues(IndexedRefill problem, int[] after, Lines lines) {
        this.problem = problem;
        this.after = after;
        this.lines = lines;
        used = problem.used(after);
        for (int r = 0; r < problem.resources; r++) {
            given.add(new ArrayList<>());
            line.add(new ArrayList<>());
        }
        for (int d = 0; d < problem.doctors; d++) {
            if (after[d] != IndexedRefill.NONE) {
                for (int use : problem.uses[after[d]]) {
                    if (problem.seat[use] && !problem.uses(problem.held[d], use)) {
                        given.get(use).add(d);
                        line.get(use).add(d);
                    }
                }
            }
        }
        for (int d = 0; d < problem.doctors; d++) {
            for (int option : wanted(d)) {
                List<Integer> here = line.get(problem.seatOf[option]);
                int place = -(Collections.binarySearch(here, d) + 1);
                if (place >= 0) {
                    here.add(place, d);
                }
            }
        }
    }

    /** Who got the seat in this refill, by rank. */
    List<DoctorId> given(int seat) {
        return given.get(seat).stream().map(problem::id).toList();
    }

    int free(int seat) {
        return problem.capacity[seat] - used[seat];
    }

    int used(int resource) {
        return used[resource];
    }

    /** The doctor's single stays of a better tier than what the doctor has, on seats that were there to give. */
    private List<Integer> wanted(int doctor) {
        List<Integer> wanted = new ArrayList<>();
        long worst = problem.tierOf(after[doctor]);
        int o = problem.first[doctor];
        while (problem.takesPart[doctor] && o < problem.first[doctor + 1] && problem.tier[o] < worst) {
            int seat = problem.whole[o] ? IndexedRefill.NONE : problem.seatOf[o];
            if (seat != IndexedRefill.NONE
                    && (free(seat) > 0 || !given.get(seat).isEmpty())) {
                wanted.add(o);
            }
            o++;
        }
        return wanted;
    }

    List<Missed> missed(int doctor) {
        return wanted(doctor).stream().map(option -> missed(doctor, option)).toList();
    }

    private Missed missed(int doctor, int option) {
        int seat = problem.seatOf[option];
        List<Integer> here = line.get(seat);
        int limit = inTheWay(doctor, option, seat);
        Missed.Why why = limit == IndexedRefill.NONE
                ? Missed.Why.AHEAD
                : lines.leftOut(doctor, limit) ? Missed.Why.LEFT_OUT : Missed.Why.LIMIT;
        return new Missed(
                problem.resource(seat),
                option - problem.first[doctor],
                why,
                Collections.binarySearch(here, doctor) + 1,
                here.size(),
                given(seat),
                limit == IndexedRefill.NONE ? null : problem.resource(limit));
    }

    /** The limit that kept the doctor from the seat; none where it went to doctors ahead all the same. */
    private int inTheWay(int doctor, int option, int seat) {
        List<Integer> got = given.get(seat);
        if (free(seat) <= 0 && got.get(got.size() - 1) < doctor) {
            return IndexedRefill.NONE;
        }
        for (int use : problem.uses[option]) {
            if (!problem.seat[use] && !lines.letIn(doctor, use)) {
                return use;
            }
        }
        throw new IllegalStateException("Nothing kept " + problem.id(doctor) + " from " + problem.resource(seat));
    }
}
