package no.alisplass.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Wishes;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Phasing;
import no.alisplass.forecast.given.QueuedDoctor;
import no.alisplass.forecast.given.Range;
import no.alisplass.forecast.run.Tally;
import no.alisplass.json.CanonicalJson;
import org.junit.jupiter.api.Test;

/** What holds of every forecast. */
class ForecastTest {
    /** Everything that can happen does, and often. */
    private static final Assumptions LIVELY = Assumptions.USUAL
            .with(Assumption.NEW_DOCTORS, new Range(5, 12, 20, "test"))
            .with(Assumption.DECLINE, new Range(0, 0.3, 0.6, "test"))
            .with(Assumption.WITHDRAWAL, new Range(0, 0.1, 0.3, "test"))
            .with(Assumption.INTERRUPTION, new Range(0, 0.3, 0.6, "test"))
            .with(Assumption.MOVES, new Range(0, 0.2, 0.4, "test"))
            .with(Assumption.SPECIALISTS_RETIRING, new Range(0.02, 0.2, 0.4, "test"));

    private static ForecastInput small(long seed) {
        Random random = new Random(seed);
        return Hospitals.hospital(
                random.nextInt(25),
                1 + random.nextInt(6),
                1 + random.nextInt(4),
                random.nextInt(3),
                9,
                1 + random.nextInt(4),
                LIVELY,
                seed);
    }

    @Property(tries = 100)
    void who_has_come_is_accounted_for_in_every_half_year_of_every_replication(@ForAll long seed) {
        ForecastInput input = small(seed);
        for (Tally tally : Forecast.tallies(input, seed, 5, 1)) {
            int in = 0;
            int left = 0;
            for (int t = 0; t < input.plan().halfYears(); t++) {
                in += tally.joined[t];
                left += tally.left[t];
                assertThat(tally.served[t] + tally.serving[t] + tally.queue[t] + tally.later[t] + left)
                        .isEqualTo(in);
                assertThat(tally.unused[t]).isBetween(0, tally.seats[t]);
            }
            assertThat(tally.unproven).isZero();
        }
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        ForecastInput input = Hospitals.hospital(30, 4, 4, 1, 8, 2, LIVELY, 7);
        String one = CanonicalJson.write(Forecast.of(input, 11, 60, 1));

        assertThat(CanonicalJson.write(Forecast.of(input, 11, 60, 2))).isEqualTo(one);
        assertThat(CanonicalJson.write(Forecast.of(input, 11, 60, 8))).isEqualTo(one);
        assertThat(CanonicalJson.write(Forecast.of(input, 12, 60, 2))).isNotEqualTo(one);
    }

    @Test
    void a_plan_is_searched_for_alike_on_any_number_of_threads_and_every_answer_was_tried_with_one_less() {
        ForecastInput input = Hospitals.hospital(20, 3, 2, 1, 6, 1, LIVELY, 3);
        Goal goal = new Goal(HalfYear.parse("2030-H"), 12, 0.7, 0.6);

        BackwardsResult result = Backwards.search(input, goal, 5, 20, 1);

        assertThat(Backwards.search(input, goal, 5, 20, 8)).isEqualTo(result);
        assertThat(result.answers()).isNotEmpty();
        for (BackwardsResult.Tried answer : result.answers()) {
            assertThat(result.tried()).anySatisfy(tried -> {
                assertThat(tried.more()).isEqualTo(answer.more() - 1);
                assertThat(tried.met()).isFalse();
            });
        }
    }

    /** So that a search need not play the years after its goal. */
    @Test
    void what_comes_after_a_round_makes_no_difference_to_it() {
        ForecastInput input = Hospitals.hospital(25, 3, 3, 2, 8, 2, LIVELY, 5);
        ForecastInput shorter = input.with(input.plan().upTo(2));

        assertThat(shorter.plan().halfYears()).isEqualTo(4);
        assertThat(Forecast.of(shorter, 3, 20, 1).halfYears())
                .isEqualTo(Forecast.of(input, 3, 20, 1).halfYears().subList(0, 4));
    }

    @Test
    void more_seats_come_in_as_the_phasing_says() {
        assertThat(IntStream.range(0, 6).map(at -> Phasing.AT_ONCE.of(7, at, 4)))
                .containsExactly(7, 7, 7, 7, 7, 7);
        assertThat(IntStream.range(0, 6).map(at -> Phasing.IN_TWO_STEPS.of(7, at, 4)))
                .containsExactly(4, 4, 7, 7, 7, 7);
        assertThat(IntStream.range(0, 6).map(at -> Phasing.EVENLY.of(7, at, 4))).containsExactly(2, 3, 5, 6, 7, 7);
    }

    @Test
    void declined_places_stay_empty_or_are_given_again_as_is_assumed() {
        Assumptions declining = Assumptions.nothing().with(Assumption.DECLINE, Range.exactly(0.5, "test"));
        Assumptions again = new Assumptions(declining.ranges(), declining.newDoctors(), declining.arrivals(), 5);
        ForecastInput input = Hospitals.hospital(40, 1, 1, 20, 1, 1, declining, 1);

        Band empty = Forecast.of(input, 1, 50, 1).halfYears().get(0).unused();
        Band given = Forecast.of(
                        new ForecastInput(input.queue(), input.areas(), again, input.plan(), input.policy()), 1, 50, 1)
                .halfYears()
                .get(0)
                .unused();

        assertThat(empty.middle()).isBetween(8.0, 12.0);
        assertThat(given.middle()).isLessThan(4);
    }

    @Test
    void an_interrupted_doctor_waits_again_and_goes_first() {
        Assumptions broken = Assumptions.nothing()
                .with(Assumption.INTERRUPTION, Range.exactly(1, "test"))
                .with(Assumption.MONTHS_AWAY, Range.exactly(6, "test"));
        List<QueuedDoctor> two =
                List.of(Hospitals.doctor(1, "3201", 50, Wishes.NONE), Hospitals.doctor(2, "3201", 30, Wishes.NONE));
        ForecastInput input = new ForecastInput(
                two, List.of(Hospitals.area("3201")), broken, Hospitals.plan(1, 1, 4, 1), Hospitals.policy());

        ForecastResult result = Forecast.of(input, 1, 20, 1);

        // The first is broken off in each half-year, is away for none of them, and goes before the other every time.
        assertThat(result.doctors().get(0).middle()).isEqualTo(Hospitals.SPRING);
        assertThat(result.doctors().get(1).middle()).isNull();
        assertThat(result.halfYears().get(3).served()).isEqualTo(new Band(0, 0, 0));
    }

    @Test
    void retiring_specialists_make_an_area_short_and_its_doctors_go_first_among_equals() {
        Assumptions retiring = Assumptions.nothing()
                .with(Assumption.SPECIALISTS_RETIRING, Range.exactly(1, "test"))
                .with(Assumption.SHORT_WHEN_MISSING, Range.exactly(1, "test"));
        List<QueuedDoctor> alike = new ArrayList<>();
        for (int hpr = 1; hpr <= 20; hpr++) {
            alike.add(Hospitals.doctor(hpr, hpr % 2 == 0 ? "3201" : "3202", 40, Wishes.NONE));
        }
        ForecastInput input = new ForecastInput(
                alike,
                List.of(Hospitals.area("3201", null, 200), Hospitals.area("3202")),
                retiring,
                Hospitals.plan(1, 10, 1, 1),
                Hospitals.policy());

        ForecastResult result = Forecast.of(input, 1, 5, 1);

        assertThat(result.doctors()).allMatch(row -> row.area().value().equals("3201") == (row.placed() == 1));
    }

    @Test
    void a_range_is_a_triangle() {
        Range range = new Range(2, 4, 10, "test");

        assertThat(range.at(0)).isEqualTo(2);
        assertThat(range.at(0.25)).isEqualTo(4);
        assertThat(range.at(1)).isEqualTo(10);
        assertThat(IntStream.range(0, 10_000)
                        .mapToDouble(n -> range.at((n + 0.5) / 10_000))
                        .average()
                        .orElseThrow())
                .isBetween(range.mean() - 0.001, range.mean() + 0.001);
        assertThatThrownBy(() -> new Range(3, 2, 4, "test")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_band_is_of_values_that_came_out() {
        double[] ten = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

        assertThat(Band.of(ten)).isEqualTo(new Band(1, 5, 9));
        assertThat(Band.of(new double[] {3})).isEqualTo(new Band(3, 3, 3));
        assertThat(Band.ofWaits(new long[] {0, 9, 0, 1})).isEqualTo(new Band(6, 6, 6));
        assertThat(Band.ofWaits(new long[] {0, 0})).isNull();
    }

    /**
     * A hospital whose truth is known: its years are played by a few lines of their own, with rates drawn from the ranges that are assumed;
     * from its queue after some years the next ones are forecast, and compared with how it went on. Each try is asked of one half-year alone,
     * so that tries are independent. Of so many, 80 % and three standard deviations to either side lie within the bands. A few tries in the suite; the
     * whole of it with {@code -Dalis.backtest=200}.
     */
    @Test
    void four_of_five_bands_from_ten_to_ninety_percent_hold_the_truth() {
        int tries = Integer.getInteger("alis.backtest", 40);
        long held = IntStream.range(0, tries)
                .filter(number -> new KnownHospital(number).isHeld())
                .count();

        double deviation = Math.sqrt(0.8 * 0.2 / tries);
        assertThat(held / (double) tries).isBetween(0.8 - 3 * deviation, 0.8 + 3 * deviation);
    }
}
