package no.alisplass.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import no.alisplass.forecast.ForecastResult.AreaRow;
import no.alisplass.forecast.ForecastResult.Assumed;
import no.alisplass.forecast.ForecastResult.DoctorRow;
import no.alisplass.forecast.ForecastResult.PositionRow;
import no.alisplass.forecast.ForecastResult.ReasonRow;
import no.alisplass.forecast.ForecastResult.Row;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.PlannedArea;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.forecast.given.Range;
import no.alisplass.forecast.run.Replication;
import no.alisplass.forecast.run.Tally;
import no.alisplass.forecast.run.World;
import no.alisplass.problem.Leg;

/** Makes bands of replications. */
final class Summary {
    private final ForecastInput input;
    private final long seed;
    private final List<Tally> tallies;

    Summary(ForecastInput input, long seed, List<Tally> tallies) {
        this.input = input;
        this.seed = seed;
        this.tallies = tallies;
    }

    ForecastResult result() {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < input.plan().halfYears(); at++) {
            rows.add(row(at));
        }
        List<List<Finding>> notEligible = Replication.notEligible(new World(input), seed);
        return new ForecastResult(
                input.policy().id(),
                input.policy().version(),
                input.policy().hash(),
                seed,
                tallies.size(),
                input.queue().size(),
                notEligible.size(),
                reasons(notEligible),
                tallies.stream().mapToLong(tally -> tally.unproven).sum(),
                Text.word(input.assumptions().arrivals()),
                input.assumptions().furtherOffers(),
                assumed(input.assumptions()),
                positions(input.plan()),
                rows,
                areas(),
                doctors());
    }

    /** The most common first. */
    private static List<ReasonRow> reasons(List<List<Finding>> notEligible) {
        Map<String, Integer> doctors = new TreeMap<>();
        notEligible.forEach(each ->
                each.stream().map(Finding::code).distinct().forEach(code -> doctors.merge(code, 1, Integer::sum)));
        return doctors.entrySet().stream()
                .map(each -> new ReasonRow(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(ReasonRow::doctors).reversed())
                .toList();
    }

    private static List<PositionRow> positions(Plan plan) {
        return plan.positions().stream()
                .map(each -> new PositionRow(
                        each.id(),
                        each.legs().stream().map(Leg::department).toList(),
                        IntStream.range(0, plan.halfYears())
                                .mapToObj(at -> each.seats(plan.halfYear(at)))
                                .toList()))
                .toList();
    }

    private Band band(ToIntFunction<Tally> figure) {
        return Band.of(tallies.stream().mapToDouble(figure::applyAsInt).toArray());
    }

    private Row row(int at) {
        long[] placed = new long[Tally.LONGEST_WAIT + 1];
        long[] waiting = new long[Tally.LONGEST_WAIT + 1];
        for (Tally tally : tallies) {
            add(placed, tally.placedAfter[at]);
            add(waiting, tally.waitingFor[at]);
        }
        double[] done = tallies.stream()
                .filter(tally -> tally.fiveYears[at] > 0)
                .mapToDouble(tally -> tally.fiveYearsDone[at] / (double) tally.fiveYears[at])
                .toArray();
        return new Row(
                input.plan().halfYear(at),
                input.plan().seats(at),
                band(tally -> tally.joined[at] - (at == 0 ? input.queue().size() : 0)),
                band(tally -> tally.left[at]),
                band(tally -> tally.placed[at]),
                band(tally -> tally.unused[at]),
                band(tally -> tally.queue[at]),
                band(tally -> tally.later[at]),
                band(tally -> tally.served[at]),
                Band.ofWaits(placed),
                Band.ofWaits(waiting),
                done.length == 0 ? null : Band.of(done));
    }

    private static void add(long[] sum, int[] counts) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += counts[i];
        }
    }

    private List<AreaRow> areas() {
        List<AreaRow> areas = new ArrayList<>();
        for (int a = 0; a < input.areas().size(); a++) {
            int number = a;
            PlannedArea area = input.areas().get(a);
            long[] waits = new long[Tally.LONGEST_WAIT + 1];
            tallies.forEach(tally -> add(waits, tally.waitsOfArea[number]));
            areas.add(new AreaRow(
                    area.code(),
                    area.known().area().name(),
                    Band.ofWaits(waits),
                    band(tally -> tally.placedOfArea[number]),
                    band(tally -> tally.queueOfArea[number])));
        }
        Comparator<AreaRow> hardest = Comparator.<AreaRow>comparingDouble(row -> wait(row, Band::middle))
                .thenComparingDouble(row -> wait(row, Band::high))
                .thenComparingDouble(row -> row.queue().middle());
        areas.sort(hardest.reversed().thenComparing(AreaRow::area));
        return areas;
    }

    private static double wait(AreaRow row, ToDoubleFunction<Band> which) {
        return row.waits() == null ? -1 : which.applyAsDouble(row.waits());
    }

    private List<DoctorRow> doctors() {
        List<DoctorRow> doctors = new ArrayList<>();
        for (int d = 0; d < input.queue().size(); d++) {
            int number = d;
            QueuedDoctor doctor = input.queue().get(d);
            int[] stays = tallies.stream()
                    .mapToInt(tally -> tally.firstStay[number])
                    .filter(stay -> stay != Tally.LEFT)
                    .map(stay -> stay == Tally.NEVER ? Integer.MAX_VALUE : stay)
                    .sorted()
                    .toArray();
            long placed = Arrays.stream(stays)
                    .filter(stay -> stay < Integer.MAX_VALUE)
                    .count();
            doctors.add(new DoctorRow(
                    doctor.entry().hpr(),
                    doctor.area(),
                    halfYear(stays, 0.1),
                    halfYear(stays, 0.5),
                    halfYear(stays, 0.9),
                    Band.rounded(placed / (double) tallies.size()),
                    Band.rounded((tallies.size() - stays.length) / (double) tallies.size())));
        }
        return doctors;
    }

    private HalfYear halfYear(int[] sorted, double share) {
        if (sorted.length == 0) {
            return null;
        }
        int stay = sorted[Band.rank(share, sorted.length)];
        return stay == Integer.MAX_VALUE ? null : input.plan().halfYear(stay);
    }

    private static List<Assumed> assumed(Assumptions assumptions) {
        List<Assumed> all = new ArrayList<>();
        assumptions.ranges().forEach((which, range) -> {
            if (which != Assumption.NEW_DOCTORS || assumptions.newDoctors().isEmpty()) {
                all.add(assumed(which, null, range));
            }
        });
        assumptions.newDoctors().forEach((area, range) -> all.add(assumed(Assumption.NEW_DOCTORS, area, range)));
        return all;
    }

    private static Assumed assumed(Assumption which, AreaCode area, Range range) {
        return new Assumed(
                which.word(),
                area,
                range.low(),
                range.likely(),
                range.high(),
                range.source(),
                area == null && range.equals(which.usual()));
    }
}
