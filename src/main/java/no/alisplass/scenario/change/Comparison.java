package no.alisplass.scenario.change;

import java.util.List;
import java.util.stream.Stream;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.message.Message;
import no.alisplass.problem.Stay;

/**
 * A round as it is and on other terms, side by side.
 *
 * @param cases the round as it is first, then each scenario in the order asked
 * @param moves from each case to each later one
 */
public record Comparison(List<Case> cases, List<Moves> moves) {
    public Comparison {
        cases = List.copyOf(cases);
        moves = List.copyOf(moves);
    }

    /** @param assumed what is taken for so */
    public record Case(Question question, Outcome outcome, List<Message> assumed) {
        public Case {
            assumed = List.copyOf(assumed);
        }

        private Case discreet() {
            return new Case(
                    question,
                    outcome.discreet(),
                    Stream.concat(assumed.stream(), Stream.of(Message.of("scenario.counts-alone")))
                            .toList());
        }
    }

    /**
     * Who gets something better in one case than in another, and who something worse, by their own wishes. Only of doctors of the round who are
     * left out of neither; who may take part no more has nothing.
     *
     * @param from number of the case, from 0
     */
    public record Moves(int from, int to, List<Move> gains, List<Move> losses) {
        public Moves {
            gains = List.copyOf(gains);
            losses = List.copyOf(losses);
        }
    }

    /** @param before nothing for who waits; {@code after} likewise */
    public record Move(DoctorId doctor, List<Stay> before, List<Stay> after) {
        public Move {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** The same as a planner is told it, who is to read nothing of a single doctor. */
    public Comparison discreet() {
        return new Comparison(
                cases.stream()
                        .map(each -> each.question().picksDoctors() ? each.discreet() : each)
                        .toList(),
                moves);
    }

    /** What the other terms of a single question do. */
    public Moves move(int from, int to) {
        return moves.stream()
                .filter(each -> each.from() == from && each.to() == to)
                .findFirst()
                .orElseThrow();
    }
}
