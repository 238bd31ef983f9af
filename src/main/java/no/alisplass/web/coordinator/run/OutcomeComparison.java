package no.alisplass.web.coordinator.run;

import io.quarkus.qute.TemplateData;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.DoctorId;
import no.alisplass.scenario.Difference;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.OwnWishes;

/**
 * Two outcomes of the same doctors beside each other.
 *
 * @param left what the first is called; {@code right} likewise
 * @param lines those it makes a difference to, in priority order, a page of them
 * @param href of the pages, up to their number
 */
@TemplateData
public record OutcomeComparison(
        String left, String right, Difference.Count now, Difference.Count then, Cut<Line> lines, String href) {

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

    static OutcomeComparison of(
            Difference difference, Roster roster, Names names, String left, String right, int page, String href) {
        Set<Difference.Change> gains = new HashSet<>(difference.gains());
        Map<DoctorId, RosterEntry> entries =
                roster.entries().stream().collect(Collectors.toMap(RosterEntry::doctor, each -> each));
        List<Difference.Change> changes = Stream.concat(difference.gains().stream(), difference.losses().stream())
                .sorted(Comparator.comparingInt(
                        each -> entries.get(each.doctor()).position()))
                .toList();
        return new OutcomeComparison(
                left,
                right,
                difference.now(),
                difference.then(),
                Cut.of(changes, page)
                        .map(each ->
                                line(each, entries.get(each.doctor()), names, gains.contains(each) ? right : left)),
                href);
    }

    private static Line line(Difference.Change change, RosterEntry entry, Names names, String better) {
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
