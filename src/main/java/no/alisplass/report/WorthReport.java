package no.alisplass.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.alisplass.domain.Result;
import no.alisplass.report.Report.Change;
import no.alisplass.report.Report.Table;
import no.alisplass.scenario.Difference;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.SeatTrials;
import no.alisplass.scenario.Worked;
import no.alisplass.scenario.count.Bottleneck;
import no.alisplass.scenario.worth.SeatWorth;
import no.alisplass.scenario.worth.SeatWorths;

/** What one seat more and one less is worth, and where most want to go, in words. */
public final class WorthReport {
    public static final String WORTH = "verdi";
    public static final String BOTTLENECK = "flaskehals";

    public static final List<String> ON_PAPER = List.of(WORTH, BOTTLENECK);

    private WorthReport() {}

    /**
     * Of as many places as can be worked out at once.
     *
     * @param asIs what comes of the trials' problem as it is
     */
    public static Result<Report> of(
            SeatTrials trials, Worked asIs, List<Bottleneck> wanted, String hash, String round, ReportWords words) {
        List<SeatChange> places = trials.places().now();
        SeatWorths worths = new SeatWorths(trials, asIs);
        return worths.of(places.stream().limit(worths.most()).toList())
                .map(found -> of(found, places.size(), worths.unproven(), wanted, hash, round, words));
    }

    /**
     * @param worths of some places or all @param places how many there are
     * @param unproven of how many doctors the round's proof does not hold
     * @param hash of the round's problem
     */
    static Report of(
            List<SeatWorth> worths,
            int places,
            int unproven,
            List<Bottleneck> wanted,
            String hash,
            String round,
            ReportWords words) {
        List<String> notes = new ArrayList<>();
        if (worths.size() < places) {
            notes.add(words.text("worth-cut", worths.size(), places));
        }
        if (unproven > 0) {
            notes.add(words.text("worth-unproven", unproven));
        }
        return new Report(
                words.text("worth-title"),
                round,
                said(worths, wanted, words),
                List.of(worth(worths, words), bottleneck(wanted, words)),
                notes,
                hash,
                words.made());
    }

    private static List<String> said(List<SeatWorth> worths, List<Bottleneck> wanted, ReportWords words) {
        List<String> said = new ArrayList<>();
        int most = worths.stream().mapToInt(SeatWorth::placed).max().orElse(0);
        List<SeatWorth> best = worths.stream()
                .filter(each -> most > 0 && each.placed() == most)
                .toList();
        if (!best.isEmpty()) {
            said.add(
                    best.size() == worths.size()
                            ? words.text("worth-said-everywhere", most)
                            : words.text(
                                    "worth-said-best",
                                    most,
                                    best.size(),
                                    words.department(best.get(0).department()),
                                    best.get(0).halfYear()));
        } else if (!worths.isEmpty()) {
            said.add(words.text("worth-said-none"));
        }
        wanted.stream()
                .filter(each -> each.first() > each.seats())
                .max(Comparator.comparingInt(each -> each.first() - each.seats()))
                .ifPresent(each -> said.add(words.text(
                        "worth-said-bottleneck", words.department(each.department()), each.first(), each.seats())));
        return said;
    }

    private static Table worth(List<SeatWorth> worths, ReportWords words) {
        return new Table(
                WORTH,
                words.text("worth-table-name"),
                words.text("worth-table"),
                List.of(
                        words.text("department"),
                        words.text("half-year"),
                        words.text("worth-seats"),
                        words.text("worth-more"),
                        words.text("worth-better"),
                        words.text("worth-less"),
                        words.text("why")),
                worths.stream()
                        .map(each -> Arrays.<Object>asList(
                                words.department(each.department()),
                                words.halfYear(each.halfYear()),
                                each.seats(),
                                new Change(each.placed()),
                                each.more().gains().size(),
                                each.less() == null ? null : change(each.less()),
                                words.text("worth-reading-" + each.reading())))
                        .toList());
    }

    private static Change change(Difference difference) {
        return new Change(difference.then().placed() - difference.now().placed());
    }

    private static Table bottleneck(List<Bottleneck> wanted, ReportWords words) {
        return new Table(
                BOTTLENECK,
                words.text("bottleneck-name"),
                words.text("bottleneck"),
                List.of(
                        words.text("department"),
                        words.text("bottleneck-first"),
                        words.text("bottleneck-any"),
                        words.text("bottleneck-seats")),
                wanted.stream()
                        .map(each -> List.<Object>of(
                                words.department(each.department()), each.first(), each.any(), each.seats()))
                        .toList());
    }
}
