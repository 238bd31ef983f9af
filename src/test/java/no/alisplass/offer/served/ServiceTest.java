package no.alisplass.offer.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final HalfYear SPRING = HalfYear.parse("2028-V");
    private static final GivenStay.Part LUNGE = new GivenStay.Part(new DepartmentId("vl-lunge"), 6);
    private static final List<GivenStay.Part> SHARED = List.of(
            new GivenStay.Part(new DepartmentId("vl-lunge"), 3),
            new GivenStay.Part(new DepartmentId("vl-geriatri"), 3));
    private static final Service SERVICE = new Service(3);

    private static List<Leg> legs(HalfYear halfYear, List<GivenStay.Part> parts) {
        return Leg.of(new PositionId("vl-1"), halfYear, parts);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2028, month, day);
    }

    @Test
    void a_shared_position_has_a_leg_in_each_department_and_together_they_are_the_half_year() {
        assertThat(legs(SPRING, SHARED))
                .extracting(Leg::from, Leg::to, Leg::months)
                .containsExactly(tuple(day(3, 1), day(5, 31), 3), tuple(day(6, 1), day(8, 31), 3));
        assertThat(legs(HalfYear.parse("2028-H"), List.of(LUNGE)))
                .extracting(Leg::from, Leg::to)
                .containsExactly(tuple(day(9, 1), LocalDate.of(2029, 2, 28)));
    }

    @Test
    void months_count_from_three_in_one_department() {
        assertThat(SERVICE.until(legs(SPRING, List.of(LUNGE)), day(5, 30)))
                .extracting(ServedLeg::months, ServedLeg::to)
                .containsExactly(tuple(Months.ZERO, day(5, 30)));
        assertThat(SERVICE.until(legs(SPRING, List.of(LUNGE)), day(5, 31)))
                .extracting(ServedLeg::months)
                .containsExactly(Months.of(3));
        assertThat(SERVICE.until(legs(SPRING, List.of(LUNGE)), day(6, 15)))
                .extracting(ServedLeg::months)
                .containsExactly(new Months(35));
        // Two months in the second of two departments do not count, though it is five in all.
        assertThat(SERVICE.until(legs(SPRING, SHARED), day(7, 31)))
                .extracting(ServedLeg::months)
                .containsExactly(Months.of(3), Months.ZERO);
        assertThat(SERVICE.until(legs(SPRING, SHARED), day(4, 1))).hasSize(1);
    }

    @Test
    void two_half_years_in_one_department_are_one_stay_and_with_another_in_between_they_are_two() {
        List<Leg> both = Stream.of(SPRING, SPRING.next())
                .flatMap(each -> legs(each, List.of(LUNGE)).stream())
                .toList();
        // Broken off after eight of twelve months: all eight count.
        assertThat(SERVICE.until(both, LocalDate.of(2028, 10, 31)))
                .extracting(ServedLeg::months)
                .containsExactly(Months.of(6), Months.of(2));
        assertThat(SERVICE.until(both, day(4, 30)))
                .extracting(ServedLeg::months)
                .containsExactly(Months.ZERO);
        List<Leg> apart = Stream.of(SPRING, SPRING.next())
                .flatMap(each -> legs(each, SHARED).stream())
                .toList();
        assertThat(SERVICE.until(apart, LocalDate.of(2028, 10, 31)))
                .extracting(ServedLeg::months)
                .containsExactly(Months.of(3), Months.of(3), Months.ZERO);
        // Geriatri in the spring's second half and all the autumn: nine months without a break.
        List<Leg> longer = Stream.concat(
                        legs(SPRING, SHARED).stream(),
                        legs(SPRING.next(), List.of(new GivenStay.Part(new DepartmentId("vl-geriatri"), 6))).stream())
                .toList();
        assertThat(SERVICE.until(longer, LocalDate.of(2028, 9, 30)))
                .extracting(ServedLeg::months)
                .containsExactly(Months.of(3), Months.of(3), Months.of(1));
    }

    private static List<String> unfit(List<Leg> legs, Map<Leg.Key, ServedLeg> confirmed, Said... said) {
        return Said.unfit(legs, List.of(said), confirmed, SERVICE).stream()
                .map(each -> each.field() + " " + each.message().code())
                .toList();
    }

    @Test
    void fewer_than_the_least_are_said_of_a_half_year_where_the_stay_goes_on_from_another() {
        List<Leg> both = Stream.of(SPRING, SPRING.next())
                .flatMap(each -> legs(each, List.of(LUNGE)).stream())
                .toList();
        Said all = new Said(both.get(0).key(), 6, null);
        Said two = new Said(both.get(1).key(), 2, FewerReason.ENDED_EARLIER);
        assertThat(SERVICE.fewest(both, both.get(1))).isEqualTo(1);
        assertThat(unfit(both, Map.of(), all, two)).isEmpty();
        assertThat(unfit(both, Map.of(), two)).isEmpty();
        assertThat(unfit(both, Map.of(), new Said(both.get(0).key(), 0, FewerReason.ABSENT), two))
                .containsExactly("legs[1].months offer.months-too-few");
        ServedLeg none = new ServedLeg(both.get(0), both.get(0).to(), Months.ZERO, FewerReason.ABSENT, 7L);
        assertThat(unfit(both, Map.of(both.get(0).key(), none), two))
                .containsExactly("legs[0].months offer.months-too-few");
        List<Leg> one = legs(SPRING, List.of(LUNGE));
        assertThat(SERVICE.fewest(one, one.get(0))).isEqualTo(3);
        assertThat(unfit(one, Map.of(), new Said(one.get(0).key(), 2, FewerReason.ABSENT)))
                .containsExactly("legs[0].months offer.months-too-few");
    }

    @Test
    void what_is_left_is_told_by_department_and_counts_from_three_months_on() {
        assertThat(SERVICE.rest(legs(SPRING, List.of(LUNGE)), day(6, 1)))
                .containsExactly(new Service.Rest(LUNGE.department(), day(6, 1), day(8, 31), true));
        assertThat(SERVICE.rest(legs(SPRING, List.of(LUNGE)), day(6, 2)))
                .containsExactly(new Service.Rest(LUNGE.department(), day(6, 2), day(8, 31), false));
        assertThat(SERVICE.rest(legs(SPRING, SHARED), day(4, 15)))
                .extracting(Service.Rest::department, Service.Rest::counts)
                .containsExactly(
                        tuple(new DepartmentId("vl-lunge"), false), tuple(new DepartmentId("vl-geriatri"), true));
        List<Leg> both = Stream.of(SPRING, SPRING.next())
                .flatMap(each -> legs(each, List.of(LUNGE)).stream())
                .toList();
        assertThat(SERVICE.rest(both, day(7, 1)))
                .containsExactly(new Service.Rest(LUNGE.department(), day(7, 1), LocalDate.of(2029, 2, 28), true));
        assertThat(SERVICE.rest(both, LocalDate.of(2029, 3, 1))).isEmpty();
    }

    @Provide
    Arbitrary<List<Leg>> anyLegs() {
        return Arbitraries.integers().between(2026, 2040).flatMap(year -> Arbitraries.of("V", "H")
                .flatMap(season -> Arbitraries.of(List.of(List.of(LUNGE), SHARED))
                        .flatMap(parts -> Arbitraries.of(1, 2).map(halfYears -> {
                            HalfYear first = HalfYear.parse(year + "-" + season);
                            return IntStream.range(0, halfYears)
                                    .mapToObj(first::plus)
                                    .flatMap(each -> legs(each, parts).stream())
                                    .toList();
                        }))));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void what_is_served_and_what_is_left_are_all_the_days_and_no_leg_comes_to_more_than_it_is(
            @ForAll("anyLegs") List<Leg> legs, @ForAll @IntRange(min = 0, max = 400) int days) {
        LocalDate last = legs.get(0).from().plusDays(days);
        long served = SERVICE.until(legs, last).stream()
                .mapToLong(each -> ChronoUnit.DAYS.between(each.leg().from(), each.to()) + 1)
                .sum();
        long left = SERVICE.rest(legs, last.plusDays(1)).stream()
                .mapToLong(each -> ChronoUnit.DAYS.between(each.from(), each.to()) + 1)
                .sum();
        assertThat(served + left)
                .isEqualTo(ChronoUnit.DAYS.between(
                                legs.get(0).from(), legs.get(legs.size() - 1).to())
                        + 1);
        for (ServedLeg each : SERVICE.until(legs, last)) {
            Months months = each.months();
            int stay = SERVICE.until(legs, last).stream()
                    .filter(other -> Leg.stay(legs, each.leg()).contains(other.leg()))
                    .mapToInt(other -> other.months().tenths())
                    .sum();
            assertThat(stay == 0 || stay >= 30).isTrue();
            assertThat(months).isLessThanOrEqualTo(Months.of(each.leg().months()));
            if (!last.isBefore(each.leg().to())) {
                assertThat(months).isEqualTo(Months.of(each.leg().months()));
            }
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void another_day_never_comes_to_less(
            @ForAll("anyLegs") List<Leg> legs, @ForAll @IntRange(min = 0, max = 400) int days) {
        LocalDate last = legs.get(0).from().plusDays(days);
        assertThat(sum(SERVICE.until(legs, last))).isLessThanOrEqualTo(sum(SERVICE.until(legs, last.plusDays(1))));
    }

    private static int sum(List<ServedLeg> served) {
        return served.stream().mapToInt(each -> each.months().tenths()).sum();
    }
}
