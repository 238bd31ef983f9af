package no.alisplass.web.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Position;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;
import no.alisplass.web.shell.Form;

/** The fields of a plan: for each position how many seats from the start, and as many changes as there are; empty where it is as registered. */
final class ForecastSeats {
    /** So many changes of a position can be told at once; a question with more has room for one more than it has. */
    private static final int CHANGES = 3;

    private ForecastSeats() {}

    static String start(Position position) {
        return "plasser_" + position.id().value() + "_na";
    }

    static String from(Position position, int change) {
        return "plasser_" + position.id().value() + "_fra_" + change;
    }

    static String then(Position position, int change) {
        return "plasser_" + position.id().value() + "_da_" + change;
    }

    /** How many changes of the position there are fields for: one more than up to the last that says something, whatever is empty before it. */
    static int changes(Form form, Position position) {
        int last = ForecastQuestion.MOST_HALF_YEARS;
        while (last > 0
                && form.value(from(position, last - 1)).isBlank()
                && form.value(then(position, last - 1)).isBlank()) {
            last--;
        }
        return Math.max(CHANGES, last + 1);
    }

    /** Fills the fields with what was asked. */
    static void fill(Form form, ForecastQuestion question, List<Position> positions) {
        for (Position position : positions) {
            int change = 0;
            List<SeatsFrom> asked = question.seats().stream()
                    .filter(each -> each.position().equals(position.id()))
                    .sorted((a, b) -> a.from().compareTo(b.from()))
                    .toList();
            for (SeatsFrom each : asked) {
                if (each.from().equals(question.first())) {
                    form.having(start(position), each.seats());
                } else {
                    form.having(from(position, change), each.from());
                    form.having(then(position, change++), each.seats());
                }
            }
        }
    }

    /** What stands in the fields, with the half-year of each at the name of the field that says it. */
    static List<Told> read(Form form, List<Position> positions, HalfYear first) {
        List<Told> told = new ArrayList<>();
        for (Position position : positions) {
            form.number(start(position), 0, ForecastQuestion.MOST_SEATS)
                    .ifPresent(
                            seats -> told.add(new Told(new SeatsFrom(position.id(), first, seats), start(position))));
            for (int i = 0; i < changes(form, position); i++) {
                Optional<HalfYear> from = form.halfYear(from(position, i));
                Optional<Integer> then = form.number(then(position, i), 0, ForecastQuestion.MOST_SEATS);
                String missing = from.isPresent() ? then(position, i) : from(position, i);
                if (from.isPresent() && then.isPresent()) {
                    told.add(new Told(new SeatsFrom(position.id(), from.get(), then.get()), from(position, i)));
                } else if (from.isPresent() != then.isPresent()
                        && form.findings(missing).isEmpty()) {
                    form.refuse(Finding.of(missing, null, "web.missing"));
                }
            }
        }
        return told;
    }

    /** @param field in which it stands */
    record Told(SeatsFrom seats, String field) {}
}
