package no.alisplass.allocation;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.allocation.PriorityViolations.Violation;
import no.alisplass.domain.Objective;
import no.alisplass.domain.message.Message;

/**
 * What is known of a run's proposal: what is proven, on which conditions, and whom that which is settled by hand goes out over.
 *
 * @param byHand how many doctors' outcomes are settled by hand
 * @param violations doctors ahead who would rather have what was given by hand to one behind
 */
public record Verdict(Kind kind, Objective objective, int doctors, int byHand, List<Violation> violations) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    public enum Kind {
        /** There are no doctors, and so there is nothing to say. */
        EMPTY,
        /** Proven best, and checked. */
        PROVEN,
        /** Checked, but some outcomes are not proven best. */
        PARTLY,
        /** The checker did not accept it. */
        REFUSED;

        /** What is known of a run that has a proposal; null for one that has none. */
        public static Kind of(Run run) {
            if (run.proposalHash() == null) {
                return null;
            }
            if (!Boolean.TRUE.equals(run.checked())) {
                return REFUSED;
            }
            return Boolean.TRUE.equals(run.proven()) ? PROVEN : PARTLY;
        }
    }

    static Verdict of(Run run, Objective objective, List<DoctorOutcome> doctors, List<Violation> violations) {
        Kind kind = doctors.isEmpty() ? Kind.EMPTY : Kind.of(run);
        int byHand = (int) doctors.stream().filter(DoctorOutcome::pinned).count();
        return new Verdict(kind, objective, doctors.size(), byHand, violations);
    }

    /** How many doctors ahead what is settled by hand goes out over. */
    public int passedOver() {
        return (int) violations.stream().map(Violation::ahead).distinct().count();
    }

    /** The sentences, with all conditions. */
    public List<Message> text() {
        String key =
                switch (kind) {
                    case EMPTY -> "verdict-empty";
                    case REFUSED -> "verdict-refused";
                    case PARTLY -> "verdict-partly";
                    case PROVEN -> objective == Objective.WISHES_FIRST ? "verdict-proven" : "verdict-proven-placements";
                };
        boolean onTerms = byHand > 0 && kind == Kind.PROVEN;
        List<Message> text = new ArrayList<>();
        text.add(Message.of("allocation." + key + (onTerms ? "-by-hand" + count(byHand) : ""), doctors, byHand));
        if (!violations.isEmpty()) {
            int over = passedOver();
            text.add(Message.of("allocation.passed-over" + count(over), doctors, byHand, over));
        }
        return text;
    }

    private static String count(int number) {
        return number == 1 ? "-one" : "-many";
    }
}
