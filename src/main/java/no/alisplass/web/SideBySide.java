package no.alisplass.web;

import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.alisplass.scenario.Difference;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;

/**
 * Two outcomes of the same doctors beside each other.
 *
 * @param left what the first is called; {@code right} likewise
 * @param lines those it makes a difference to, in priority order
 */
@TemplateData
public record SideBySide(String left, String right, Difference.Count now, Difference.Count then, List<Line> lines) {

    /** @param better what the outcome is called in which the doctor is better off */
    @TemplateData
    public record Line(
            int position,
            String name,
            String left,
            OwnWishes.Badge leftWish,
            String right,
            OwnWishes.Badge rightWish,
            String better) {}

    static SideBySide of(Difference difference, Roster roster, Names names, String left, String right) {
        List<Line> lines = Stream.concat(
                        difference.gains().stream().map(each -> line(each, roster, names, right)),
                        difference.losses().stream().map(each -> line(each, roster, names, left)))
                .sorted(Comparator.comparingInt(Line::position))
                .toList();
        return new SideBySide(left, right, difference.now(), difference.then(), lines);
    }

    private static Line line(Difference.Change change, Roster roster, Names names, String better) {
        RosterEntry entry = roster.entry(change.doctor());
        return new Line(
                entry.position(),
                entry.name(),
                names.option(change.now()),
                OwnWishes.badge(entry.wishes(), change.now()),
                names.option(change.then()),
                OwnWishes.badge(entry.wishes(), change.then()),
                better);
    }
}
