package no.alisplass.planning;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.scenario.sweep.Sweep;
import no.alisplass.scenario.sweep.SweepSearch;

/**
 * What most is got out of, of the numbers of seats that have been tried.
 *
 * @param tried how many
 * @param unsettled for how many of them it was not ruled out for everybody that there is something better
 * @param rows those that place more doctors than any other with as few seats or fewer, by seats
 */
public record Frontier(int schema, int tried, int unsettled, List<Sweep.Row> rows) {
    private static final int SCHEMA = 1;

    public Frontier {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("A frontier of schema " + schema + " is not known.");
        }
        rows = List.copyOf(rows);
    }

    static Frontier of(List<Sweep.Row> tried) {
        return new Frontier(
                SCHEMA,
                tried.size(),
                (int) tried.stream().filter(row -> !row.settled()).count(),
                SweepSearch.frontier(tried).stream().map(tried::get).toList());
    }

    /** Of all that was tried in some. @param some in the order of what they tried */
    static Frontier together(List<Frontier> some) {
        List<Sweep.Row> rows = new ArrayList<>();
        some.forEach(each -> rows.addAll(each.rows()));
        Frontier all = of(rows);
        return new Frontier(
                SCHEMA,
                some.stream().mapToInt(Frontier::tried).sum(),
                some.stream().mapToInt(Frontier::unsettled).sum(),
                all.rows());
    }
}
