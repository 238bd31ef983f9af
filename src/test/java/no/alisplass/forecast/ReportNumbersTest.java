package no.alisplass.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Wishes;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Phasing;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.forecast.given.Range;
import no.alisplass.policy.Policies;
import org.junit.jupiter.api.Test;

/** What the report says of capacity (003 §7.3.1.2), and what can be worked out by hand. */
class ReportNumbersTest {
    private static Assumptions coming(double aYear) {
        return Assumptions.nothing()
                .with(Assumption.NEW_DOCTORS, Range.exactly(aYear, "test"))
                .with(Assumption.MONTHS_TO_READINESS, Range.exactly(24, "test"))
                .with(Arrivals.EVEN);
    }

    private static List<QueuedDoctor> queue(int doctors, Scheme scheme, int left) {
        List<QueuedDoctor> queue = new ArrayList<>();
        for (int d = 0; d < doctors; d++) {
            queue.add(Hospitals.doctor(1 + d, "3201", 30, 10, Wishes.NONE, scheme, left));
        }
        return queue;
    }

    private static ForecastResult forecast(List<QueuedDoctor> queue, Assumptions assumptions, Plan plan) {
        return Forecast.of(
                new ForecastInput(queue, List.of(Hospitals.area("3201")), assumptions, plan, Hospitals.policy()),
                1,
                2,
                1);
    }

    @Test
    void four_positions_serve_eight_doctors_a_year_on_the_new_scheme() {
        ForecastResult result = forecast(queue(40, Scheme.NEW, 6), Assumptions.nothing(), Hospitals.plan(4, 1, 7, 2));

        assertThat(result.halfYears().get(2).served()).isEqualTo(new Band(8, 8, 8));
        assertThat(result.halfYears().get(4).served()).isEqualTo(new Band(16, 16, 16));
        assertThat(result.halfYears().get(6).served()).isEqualTo(new Band(24, 24, 24));
        assertThat(result.halfYears()).allMatch(row -> row.unused().high() == 0);
    }

    @Test
    void and_four_a_year_on_the_old_one() {
        HalfYear then = HalfYear.parse("2020-V");
        Plan plan = new Plan(
                Hospitals.HOSPITAL,
                then,
                7,
                2,
                List.of(
                        Hospitals.position("geriatri", then, 1),
                        Hospitals.position("psykiatri", then, 1),
                        Hospitals.position("lunge", then, 1),
                        Hospitals.position("onh", then, 1)));
        ForecastInput input = new ForecastInput(
                queue(40, Scheme.OLD, 12),
                List.of(Hospitals.area("3201")),
                Assumptions.nothing(),
                plan,
                Policies.builtIn().get("ahus-2020", 1).orElseThrow());

        ForecastResult result = Forecast.of(input, 1, 2, 1);

        assertThat(result.halfYears().get(2).served()).isEqualTo(new Band(4, 4, 4));
        assertThat(result.halfYears().get(4).served()).isEqualTo(new Band(8, 8, 8));
        assertThat(result.halfYears().get(6).served()).isEqualTo(new Band(12, 12, 12));
        assertThat(result.halfYears()).allMatch(row -> row.unused().high() == 0);
    }

    @Test
    void thirty_positions_twice_a_year_leave_five_of_65_a_year_unserved() {
        ForecastResult result = forecast(queue(40, Scheme.NEW, 6), coming(65), Hospitals.plan(1, 30, 10, 1));

        for (int year = 1; year <= 5; year++) {
            double grown = 40 + 5 * year;
            assertThat(result.halfYears().get(2 * year - 1).queue()).isEqualTo(new Band(grown, grown, grown));
        }
    }

    @Test
    void the_least_that_holds_the_queue_is_33() {
        ForecastInput input = new ForecastInput(
                queue(40, Scheme.NEW, 6),
                List.of(Hospitals.area("3201")),
                coming(65),
                Hospitals.plan(1, 30, 10, 1),
                Hospitals.policy());

        BackwardsResult result = Backwards.search(input, Goal.queueHolds(HalfYear.parse("2032-H"), 1), 1, 2, 1);

        BackwardsResult.Tried least = result.answers().get(0);
        assertThat(least.phasing()).isEqualTo(Phasing.AT_ONCE);
        assertThat(least.seats()).isEqualTo(33);
        assertThat(result.tried()).anySatisfy(tried -> {
            assertThat(tried.seats()).isEqualTo(32);
            assertThat(tried.met()).isFalse();
            assertThat(tried.queue()).isEqualTo(new Band(45, 45, 45));
        });
        assertThat(result.answers()).allMatch(BackwardsResult.Tried::met);
    }

    /** What a goal asks for by waiting: nobody waits longer than the seats let them. */
    @Test
    void a_goal_of_waiting_is_reached_by_the_seats_that_take_in_all() {
        ForecastInput input = new ForecastInput(
                queue(20, Scheme.NEW, 6),
                List.of(Hospitals.area("3201")),
                coming(20),
                Hospitals.plan(1, 5, 6, 1),
                Hospitals.policy());
        Goal goal = new Goal(HalfYear.parse("2030-H"), 6, 1, 1);

        BackwardsResult result = Backwards.search(input, goal, 1, 2, 1);

        // 20 wait and 60 come in six half-years: all are placed as they come when 80 seats are there by then.
        BackwardsResult.Tried atOnce = result.answers().stream()
                .filter(each -> each.phasing() == Phasing.AT_ONCE)
                .findFirst()
                .orElseThrow();
        assertThat(atOnce.seats()).isEqualTo(14);
        assertThat(atOnce.under()).isEqualTo(new Band(1, 1, 1));
    }

    /** First come, first served: ten come each half-year at most, and nobody waits so long that all have the same seniority. */
    @Property(tries = 60)
    void a_queue_without_losses_follows_the_closed_form(
            @ForAll @IntRange(min = 0, max = 12) int waiting,
            @ForAll @IntRange(max = 6) int half,
            @ForAll @IntRange(min = 3, max = 6) int seats) {
        int halfYears = 8;
        ForecastResult result =
                forecast(queue(waiting, Scheme.NEW, 6), coming(2.0 * half), Hospitals.plan(1, seats, halfYears, 1));

        int queue = waiting;
        for (int t = 0; t < halfYears; t++) {
            int placed = Math.min(seats, queue + half);
            queue = queue + half - placed;
            ForecastResult.Row row = result.halfYears().get(t);
            assertThat(row.queue()).isEqualTo(new Band(queue, queue, queue));
            assertThat(row.placed()).isEqualTo(new Band(placed, placed, placed));
            assertThat(row.unused()).isEqualTo(new Band(seats - placed, seats - placed, seats - placed));
            if (placed > 0) {
                // The last who is placed came when all before had come: the waiting first, then so many each half-year.
                assertThat(row.waitOfPlaced().high())
                        .isLessThanOrEqualTo(6.0 * ((waiting + half * (t + 1)) / seats + 1));
            }
        }
        double[] waits = firstComeFirstServed(waiting, half, seats, halfYears);
        for (int t = 0; t < halfYears; t++) {
            if (waits[t] >= 0) {
                assertThat(result.halfYears().get(t).waitOfPlaced().low()).isEqualTo(waits[t]);
            }
        }
    }

    /** The shortest of the tenth shortest waits, in months, of those who are placed in each half-year; negative for nobody. */
    private static double[] firstComeFirstServed(int waiting, int half, int seats, int halfYears) {
        List<Integer> queue = new ArrayList<>();
        for (int d = 0; d < waiting; d++) {
            queue.add(0);
        }
        double[] waits = new double[halfYears];
        for (int t = 0; t < halfYears; t++) {
            for (int n = 0; n < half; n++) {
                queue.add(t);
            }
            List<Double> placed = new ArrayList<>();
            for (int s = 0; s < seats && !queue.isEmpty(); s++) {
                placed.add(6.0 * (t - queue.remove(0)));
            }
            placed.sort(null);
            waits[t] = placed.isEmpty() ? -1 : placed.get(Band.rank(0.1, placed.size()));
        }
        return waits;
    }
}
