package no.alisplass.refill.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.Chain;

/** Follows each seat that was there to give: who moved into it, who into what that one left, to the end. */
final class Chains {
    private record Move(int doctor, int to, int from) {}

    private final IndexedRefill problem;
    private final List<List<Move>> into = new ArrayList<>();
    private final List<List<Move>> outOf = new ArrayList<>();
    private final Set<Move> untold = new LinkedHashSet<>();

    Chains(IndexedRefill problem, int[] after) {
        this.problem = problem;
        for (int r = 0; r < problem.resources; r++) {
            into.add(new ArrayList<>());
            outOf.add(new ArrayList<>());
        }
        for (int d = 0; d < problem.doctors; d++) {
            List<Integer> left = seats(problem.held[d], after[d]);
            for (int to : seats(after[d], problem.held[d])) {
                Move move = new Move(d, to, left.isEmpty() ? IndexedRefill.NONE : left.remove(0));
                untold.add(move);
                into.get(to).add(move);
                if (move.from != IndexedRefill.NONE) {
                    outOf.get(move.from).add(move);
                }
            }
        }
    }

    private List<Integer> seats(int of, int notOf) {
        List<Integer> seats = new ArrayList<>();
        if (of != IndexedRefill.NONE) {
            for (int use : problem.uses[of]) {
                if (problem.seat[use] && !problem.uses(notOf, use)) {
                    seats.add(use);
                }
            }
        }
        return seats;
    }

    /** First those that begin with a free seat, in the problem's order; then the rings, each from its best ranked doctor. */
    List<Chain> all() {
        List<Chain> chains = new ArrayList<>();
        for (int r = 0; r < problem.resources; r++) {
            for (int k = 0; k < Math.min(free(r), into.get(r).size()); k++) {
                chains.add(from(into.get(r).get(k)));
            }
        }
        while (!untold.isEmpty()) {
            chains.add(from(untold.iterator().next()));
        }
        return chains;
    }

    private int free(int seat) {
        return problem.capacity[seat] - problem.before[seat];
    }

    private Chain from(Move first) {
        List<Chain.Move> moves = new ArrayList<>();
        Move move = first;
        Move last = first;
        while (move != null && untold.remove(move)) {
            moves.add(new Chain.Move(problem.id(move.doctor), problem.resource(move.to), name(move.from)));
            last = move;
            move = after(move);
        }
        boolean ring = move != null;
        return new Chain(ring, moves, ring ? null : name(last.from));
    }

    /** Who moves into what this one leaves: free seats are filled first, then those left, by the rank of who left and of who comes. */
    private Move after(Move move) {
        if (move.from == IndexedRefill.NONE) {
            return null;
        }
        int vacancy = free(move.from) + outOf.get(move.from).indexOf(move);
        return vacancy < into.get(move.from).size() ? into.get(move.from).get(vacancy) : null;
    }

    private ResourceId name(int seat) {
        return seat == IndexedRefill.NONE ? null : problem.resource(seat);
    }
}
