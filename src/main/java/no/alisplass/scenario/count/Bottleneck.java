package no.alisplass.scenario.count;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.DepartmentId;
import no.alisplass.problem.Leg;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/**
 * How many want a department, against the seats there are for it in all the round's half-years; of shared positions too.
 *
 * @param first who have it as their first wish, of those equally good one
 * @param any who have it among their wishes
 */
public record Bottleneck(DepartmentId department, int first, int any, int seats) {
    /** Of each department that has a position in the round, in the order of their ids. */
    public static List<Bottleneck> of(Snapshot snapshot) {
        List<OfferedStay> stays = snapshot.roster().offering().stays();
        Set<DepartmentId> departments = new LinkedHashSet<>();
        stays.forEach(each -> each.stay().legs().stream().map(Leg::department).forEach(departments::add));
        List<Bottleneck> all = new ArrayList<>();
        departments.stream().sorted((a, b) -> a.value().compareTo(b.value())).forEach(department -> {
            int seats = stays.stream()
                    .filter(each -> each.stay().legs().stream()
                            .anyMatch(leg -> leg.department().equals(department)))
                    .mapToInt(OfferedStay::seats)
                    .sum();
            all.add(new Bottleneck(
                    department,
                    wanting(snapshot, department, 1),
                    wanting(snapshot, department, Integer.MAX_VALUE),
                    seats));
        });
        return all;
    }

    private static int wanting(Snapshot snapshot, DepartmentId department, int groups) {
        int wanting = 0;
        for (RosterEntry entry : snapshot.roster().entries()) {
            wanting += entry.wishes().ranked().stream().limit(groups).anyMatch(group -> group.contains(department))
                    ? 1
                    : 0;
        }
        return wanting;
    }
}
