package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.alisplass.certificate.check.Failure;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.Chain;

/**
 * Whether the chains tell every move once and nothing else, and as it is settled which seat of several is whose: who comes to a position, by rank, takes first what was
 * free and then what others leave, by the rank of these.
 */
final class ChainCheck {
    private final Board board;
    private final Standings standings;
    private final List<Failure> failures;
    /** By seat who comes to it and who leaves it, by rank. */
    private final Map<ResourceId, List<Chain.Move>> into = new HashMap<>();

    private final Map<ResourceId, List<Chain.Move>> outOf = new HashMap<>();

    ChainCheck(Standings standings, List<Failure> failures) {
        this.board = standings.board;
        this.standings = standings;
        this.failures = failures;
    }

    void check(List<Chain> chains) {
        Map<Chain.Move, Integer> told = new HashMap<>();
        read();
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
            long place = place(chain, board.number(chain.moves().get(0).to()));
            if (place <= last) {
                fail(
                        name,
                        "Chains come in the problem's order of the seats they begin with, those of one seat by rank, and then the rings by rank.");
            }
            last = place;
        }
        moves(told);
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
        Chain.Move before = chain.ring() ? moves.get(moves.size() - 1) : null;
        for (int i = 0; i < moves.size(); i++) {
            Chain.Move move = moves.get(i);
            int place = into.getOrDefault(move.to(), List.of()).indexOf(move);
            boolean follows = before == null
                    ? place < free(move.to())
                    : move.to().equals(before.from()) && place == placeOfWhatIsLeft(before);
            if (!follows) {
                fail(name, "Move " + i + " is not into what is free, or what the one before leaves.");
            }
            before = move;
        }
        if (chain.ring() && moves.stream().anyMatch(move -> rank(move) < rank(moves.get(0)))) {
            fail(name, "A ring is told from its best ranked doctor.");
        }
        boolean goesOn = before.from() != null
                && placeOfWhatIsLeft(before)
                        < into.getOrDefault(before.from(), List.of()).size();
        if (chain.ring() ? chain.leftFree() != null : goesOn || !Objects.equals(before.from(), chain.leftFree())) {
            fail(name, "It does not end as it says.");
        }
    }

    private int free(ResourceId seat) {
        Integer number = board.number(seat);
        return number == null ? 0 : board.capacity(number) - standings.before[number];
    }

    private int placeOfWhatIsLeft(Chain.Move move) {
        return free(move.from()) + outOf.getOrDefault(move.from(), List.of()).indexOf(move);
    }

    private void read() {
        for (int d = 0; d < board.doctors.size(); d++) {
            Integer held = board.held(d);
            Integer after = standings.after.get(d);
            List<ResourceId> left = seats(d, held, after);
            for (ResourceId to : seats(d, after, held)) {
                Chain.Move move = new Chain.Move(board.id(d), to, left.isEmpty() ? null : left.remove(0));
                into.computeIfAbsent(to, first -> new ArrayList<>()).add(move);
                if (move.from() != null) {
                    outOf.computeIfAbsent(move.from(), first -> new ArrayList<>())
                            .add(move);
                }
            }
        }
    }

    private void moves(Map<Chain.Move, Integer> told) {
        Map<Chain.Move, Integer> expected = new HashMap<>();
        into.values().forEach(moves -> moves.forEach(move -> expected.put(move, 1)));
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
