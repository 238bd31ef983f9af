package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.alisplass.certificate.check.Failure;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.Chain;

/** Whether the chains tell every move once and nothing else, and each follows from the one before. */
final class ChainCheck {
    private final Board board;
    private final Standings standings;
    private final List<Failure> failures;

    ChainCheck(Standings standings, List<Failure> failures) {
        this.board = standings.board;
        this.standings = standings;
        this.failures = failures;
    }

    void check(List<Chain> chains) {
        Map<Chain.Move, Integer> told = new HashMap<>();
        int[] starts = new int[board.resources.size()];
        int[] left = new int[board.resources.size()];
        long last = -1;
        for (int c = 0; c < chains.size(); c++) {
            Chain chain = chains.get(c);
            String name = "chains[" + c + "]";
            if (chain.moves().isEmpty()) {
                fail(name, "Nobody moves.");
                continue;
            }
            chain.moves().forEach(move -> told.merge(move, 1, Integer::sum));
            links(name, chain);
            Integer first = board.number(chain.moves().get(0).to());
            if (!chain.ring() && first != null) {
                starts[first]++;
            }
            long place = place(chain, first);
            if (place <= last) {
                fail(
                        name,
                        "Chains come in the problem's order of the seats they begin with, those of one seat by rank, and then the rings by rank.");
            }
            last = place;
            Integer free = chain.leftFree() == null ? null : board.number(chain.leftFree());
            if (free != null) {
                left[free]++;
            }
        }
        moves(told);
        for (int r = 0; r < starts.length; r++) {
            if (board.isSeat(r) && starts[r] > board.capacity(r) - standings.before[r]) {
                fail(board.resources.get(r).value(), "More chains begin with it than were free.");
            }
            if (board.isSeat(r) && left[r] > standings.free(r)) {
                fail(board.resources.get(r).value(), "More chains end with it than are free.");
            }
        }
    }

    /** Sorts chains; a ring is told from its best ranked doctor. */
    private long place(Chain chain, Integer first) {
        long seat = chain.ring() || first == null ? board.resources.size() : first;
        return seat * (board.doctors.size() + 1L) + rank(chain.moves().get(0));
    }

    private int rank(Chain.Move move) {
        Integer rank = board.rank(move.doctor());
        return rank == null ? board.doctors.size() : rank;
    }

    private void links(String name, Chain chain) {
        List<Chain.Move> moves = chain.moves();
        for (int i = 1; i < moves.size(); i++) {
            if (!moves.get(i).to().equals(moves.get(i - 1).from())) {
                fail(name, "Move " + i + " is not into what the one before leaves.");
            }
        }
        if (chain.ring() && moves.stream().anyMatch(move -> rank(move) < rank(moves.get(0)))) {
            fail(name, "A ring is told from its best ranked doctor.");
        }
        ResourceId end = moves.get(moves.size() - 1).from();
        if (chain.ring()
                ? !moves.get(0).to().equals(end) || chain.leftFree() != null
                : !Objects.equals(end, chain.leftFree())) {
            fail(name, "It does not end as it says.");
        }
    }

    private void moves(Map<Chain.Move, Integer> told) {
        Map<Chain.Move, Integer> expected = new HashMap<>();
        for (int d = 0; d < board.doctors.size(); d++) {
            Integer held = board.held(d);
            Integer after = standings.after.get(d);
            List<ResourceId> left = seats(d, held, after);
            for (ResourceId to : seats(d, after, held)) {
                expected.put(new Chain.Move(board.id(d), to, left.isEmpty() ? null : left.remove(0)), 1);
            }
        }
        if (!expected.equals(told)) {
            fail("chains", "The moves are " + expected.keySet() + ", each once, and not " + told + ".");
        }
    }

    private List<ResourceId> seats(int doctor, Integer of, Integer notOf) {
        List<ResourceId> seats = new ArrayList<>();
        if (of != null) {
            for (int use : board.uses(doctor, of)) {
                if (board.isSeat(use) && !board.uses(doctor, notOf, use)) {
                    seats.add(board.resources.get(use));
                }
            }
        }
        return seats;
    }

    private void fail(String subject, String text) {
        failures.add(new Failure(Failure.Kind.REASON, subject, text));
    }
}
