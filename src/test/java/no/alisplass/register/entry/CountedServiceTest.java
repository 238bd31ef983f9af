package no.alisplass.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.alisplass.domain.Counting;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.Months;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedServiceTest {
    private static final LocalDate FAR = LocalDate.of(2030, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "2022-09-01, 2024-08-31, 100, 24",
        "2022-09-01, 2024-08-31, 50, 12",
        "2022-09-01, 2024-08-31, 80, 19.2",
        "2023-02-01, 2023-02-14, 100, 0.5",
        "2024-02-01, 2024-02-29, 100, 1",
        "2024-02-01, 2024-02-28, 100, 1", // 28/29 = 0.966, rounded up
        "2023-01-01, 2023-01-01, 100, 0", // 1/31 = 0.03
        "2023-04-01, 2023-04-03, 50, 0.1", // 1.5/30 = 0.05 exactly, half up
        "2023-01-16, 2023-02-14, 100, 1" // 16/31 + 14/28 = 1.016
    })
    void one_period_weighs_its_share_of_each_calendar_month(LocalDate from, LocalDate to, int percent, String months) {
        assertThat(counted(FAR, period(from, to, percent)).toString()).isEqualTo(months);
    }

    @Test
    void what_goes_on_without_end_counts_fifty_years_at_most() {
        LocalDate from = LocalDate.of(2023, 1, 1);
        assertThat(counted(LocalDate.of(2072, 12, 1), period(from, null, 100)).toString())
                .isEqualTo("599");
        assertThat(counted(LocalDate.of(2073, 1, 1), period(from, null, 100))).isEqualTo(Months.of(600));
        assertThat(counted(LocalDate.of(2090, 1, 1), period(from, null, 100))).isEqualTo(Months.of(600));
    }

    @Test
    void two_positions_at_once_count_no_more_than_one_whole() {
        LocalDate from = LocalDate.of(2023, 1, 1);
        LocalDate to = LocalDate.of(2023, 12, 31);
        assertThat(counted(FAR, period(from, to, 40), period(from, to, 40)).toString())
                .isEqualTo("9.6");
        assertThat(counted(FAR, period(from, to, 60), period(from, to, 60))).isEqualTo(Months.of(12));
        assertThat(counted(FAR, period(from, to, 100), period(from, to, 100))).isEqualTo(Months.of(12));
    }

    @Test
    void days_on_leave_do_not_count_in_that_position_but_another_goes_on() {
        LocalDate from = LocalDate.of(2023, 1, 1);
        LocalDate to = LocalDate.of(2023, 12, 31);
        var leave = new DateRange(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 30));
        var away = new ServicePeriod(new DateRange(from, to), 100, ServicePeriod.Kind.COUNTED, List.of(leave));
        assertThat(counted(FAR, away)).isEqualTo(Months.of(10));
        assertThat(counted(FAR, away, period(from, to, 20)).toString()).isEqualTo("10.4");
        var open = new ServicePeriod(
                new DateRange(from, to),
                100,
                ServicePeriod.Kind.COUNTED,
                List.of(new DateRange(LocalDate.of(2023, 7, 1), null)));
        assertThat(counted(FAR, open)).isEqualTo(Months.of(6));
    }

    @Test
    void an_ongoing_period_counts_until_the_day_before_the_day_asked_for() {
        var period = period(LocalDate.of(2022, 9, 1), null, 100);
        assertThat(counted(LocalDate.of(2024, 9, 1), period)).isEqualTo(Months.of(24));
        assertThat(counted(LocalDate.of(2022, 9, 1), period)).isEqualTo(Months.ZERO);
        assertThat(counted(LocalDate.of(2020, 9, 1), period)).isEqualTo(Months.ZERO);
    }

    @Test
    void open_practice_is_the_part_done_in_open_practice() {
        var counted = period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), 100);
        var open = new ServicePeriod(
                new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 30)),
                50,
                ServicePeriod.Kind.OPEN_PRACTICE,
                List.of());
        var service = CountedService.of(List.of(counted, open), rounded(FAR));
        assertThat(service.months()).isEqualTo(Months.of(15));
        assertThat(service.openPractice()).isEqualTo(Months.of(3));
    }

    @Test
    void without_periods_the_stated_months_are_taken_and_marked_so() {
        WaitlistEntry stated = Samples.entry();
        assertThat(stated.service().counted(rounded(FAR), FAR))
                .isEqualTo(new CountedService(new Months(305), Months.of(24), CountedService.Source.STATED, FAR));
        WaitlistEntry computed = new EntryBuilder(stated)
                .with(b -> b.periods = List.of(period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 31), 100)))
                .build();
        assertThat(computed.service().counted(rounded(FAR), FAR))
                .isEqualTo(new CountedService(Months.of(1), Months.ZERO, CountedService.Source.COMPUTED, FAR));
    }

    @Property(tries = 100)
    void cutting_a_period_in_two_and_shuffling_changes_nothing(
            @ForAll @IntRange(min = 1, max = 1500) int days,
            @ForAll @IntRange(min = 0, max = 1499) int cut,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        LocalDate from = LocalDate.of(2021, 2, 3);
        LocalDate to = from.plusDays(days);
        LocalDate at = from.plusDays(cut % days);
        List<ServicePeriod> halves =
                new ArrayList<>(List.of(period(from, at, percent), period(at.plusDays(1), to, percent)));
        Collections.reverse(halves);
        assertThat(CountedService.of(halves, exactly(FAR)))
                .isEqualTo(CountedService.of(List.of(period(from, to, percent)), exactly(FAR)));
    }

    @Property(tries = 300)
    void it_is_what_counting_day_by_day_gives(
            @ForAll @Size(max = 4) List<@From("periods") ServicePeriod> periods,
            @ForAll @IntRange(max = 2200) int until) {
        LocalDate on = LocalDate.of(2022, 1, 1).plusDays(until);
        BigDecimal months = BigDecimal.ZERO;
        for (LocalDate day = LocalDate.of(2021, 1, 1); day.isBefore(on); day = day.plusDays(1)) {
            LocalDate today = day;
            int percent = periods.stream()
                    .filter(period -> period.counts(today))
                    .mapToInt(ServicePeriod::percentage)
                    .sum();
            months = months.add(BigDecimal.valueOf(Math.min(100, percent))
                    .divide(BigDecimal.valueOf(100L * day.lengthOfMonth()), 30, RoundingMode.HALF_UP));
        }
        BigDecimal tenths = months.setScale(20, RoundingMode.HALF_UP).movePointRight(1);
        assertThat(CountedService.of(periods, rounded(on)).months())
                .isEqualTo(new Months(tenths.setScale(0, RoundingMode.HALF_UP).intValueExact()));
        assertThat(CountedService.of(periods, exactly(on)).months())
                .isEqualTo(new Months(tenths.setScale(0, RoundingMode.DOWN).intValueExact()));
    }

    @Provide
    Arbitrary<ServicePeriod> periods() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 2000).map(LocalDate.of(2021, 1, 1)::plusDays);
        Arbitrary<LocalDate> ends = days.injectNull(0.2);
        Arbitrary<DateRange> leaves = Combinators.combine(days, ends)
                .filter((from, to) -> to == null || !to.isBefore(from))
                .as(DateRange::new);
        return Combinators.combine(
                        days,
                        ends,
                        Arbitraries.integers().between(1, 100),
                        leaves.list().ofMaxSize(2))
                .filter((from, to, percent, away) -> to == null || !to.isBefore(from))
                .as((from, to, percent, away) ->
                        new ServicePeriod(new DateRange(from, to), percent, ServicePeriod.Kind.COUNTED, away));
    }

    private static ServicePeriod period(LocalDate from, LocalDate to, int percent) {
        return new ServicePeriod(new DateRange(from, to), percent, ServicePeriod.Kind.COUNTED, List.of());
    }

    /** As rounds under the first policies count. */
    private static Counting rounded(LocalDate on) {
        return new Counting(on, false);
    }

    private static Counting exactly(LocalDate on) {
        return new Counting(on, true);
    }

    private static Months counted(LocalDate on, ServicePeriod... periods) {
        return CountedService.of(List.of(periods), rounded(on)).months();
    }
}
