package no.alisplass.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.alisplass.report.Report.Table;
import no.alisplass.scenario.least.LeastAnswer;
import no.alisplass.scenario.least.LeastSeats;

/** How few more seats would be enough, in words. */
public final class LeastReport {
    public static final String NUMBERS = "antall";
    public static final String PLACES = "steder";

    public static final List<String> ON_PAPER = List.of(NUMBERS, PLACES);

    /** Whom the seats are to be enough for. */
    public enum Goal {
        EVERYONE,
        WAITED,
        FIRST_WISH,
        NO_LIMITS
    }

    /**
     * One question and what came of it.
     *
     * @param halfYears of those who have waited; else 0
     * @param limits whether areas' limits hold
     * @param ceilings whether there could be only so many seats somewhere
     * @param found null where the round was too large to ask of
     */
    public record Asked(Goal goal, int halfYears, boolean limits, boolean ceilings, LeastSeats found) {}

    private LeastReport() {}

    public static Report of(List<Asked> all, String hash, String round, ReportWords words) {
        List<String> said = new ArrayList<>();
        List<List<Object>> numbers = new ArrayList<>();
        List<List<Object>> places = new ArrayList<>();
        for (Asked asked : all) {
            LeastSeats found = asked.found();
            String whom = words.text("least-" + asked.goal(), found == null ? 0 : found.doctors(), asked.halfYears());
            boolean answered = found != null && found.seats() != null;
            said.add(whom + ": " + (answered ? words.text("least-said", found.seats()) : why(asked, words)));
            numbers.add(Arrays.asList(
                    whom,
                    answered ? found.seats() : null,
                    answered ? fewer(found, words) : why(asked, words),
                    answered ? found.byRules().served() : null,
                    answered ? found.doctors() : null));
            if (answered) {
                found.added()
                        .forEach(each -> places.add(List.of(
                                whom,
                                words.department(each.department()),
                                words.halfYear(each.halfYear()),
                                each.now(),
                                each.added())));
            }
        }
        return new Report(
                words.text("least-title"),
                round,
                said,
                List.of(
                        new Table(
                                NUMBERS,
                                words.text("least-numbers-name"),
                                words.text("least-numbers"),
                                List.of(
                                        words.text("least-whom"),
                                        words.text("least-seats"),
                                        words.text("least-proof"),
                                        words.text("least-served"),
                                        words.text("least-of")),
                                numbers),
                        new Table(
                                PLACES,
                                words.text("least-places-name"),
                                words.text("least-places"),
                                List.of(
                                        words.text("least-whom"),
                                        words.text("department"),
                                        words.text("half-year"),
                                        words.text("now"),
                                        words.text("least-seats")),
                                places)),
                List.of(words.text("least-note")),
                hash,
                words.made());
    }

    /** What is known of fewer seats: only what was proven, and checked, is said to be. */
    private static String fewer(LeastSeats found, ReportWords words) {
        return found.answer() == LeastAnswer.PROVEN && found.checked()
                ? words.text("least-proven")
                : words.text("least-enough", found.atLeast());
    }

    private static String why(Asked asked, ReportWords words) {
        if (asked.found() == null || asked.found().answer() != LeastAnswer.IMPOSSIBLE) {
            return words.text("least-open");
        }
        return words.text(
                "least-impossible" + (asked.ceilings() ? "-ceilings" : "") + (asked.limits() ? "" : "-no-limits"));
    }
}
