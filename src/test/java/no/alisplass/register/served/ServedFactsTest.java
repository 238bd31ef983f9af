package no.alisplass.register.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import org.junit.jupiter.api.Test;

class ServedFactsTest {
    private static final HprNumber HPR = new HprNumber(9144889);
    private static final DepartmentId LUNGE = new DepartmentId("vl-lunge");
    private static final LocalDate FROM = LocalDate.of(2028, 3, 1);

    /** @param stays as JSON, without the brackets */
    private static DoctorFacts facts(String left, boolean interrupted, String stays) {
        return DoctorFacts.of("""
                {"schema": 1, "name": "Kari Nordmann", "hpr": 9144889, "affiliation": "PERMANENT", "scheme": "NEW",
                 "periods": [], "objectives": 70, "activities": 8, "supervision": "BEGUN", "monthsLeft": %s,
                 "interrupted": %s, "wishes": {"ranked": [["vl-geriatri"]], "onlyRanked": false, "refused": [],
                 "blocked": [], "weight": "START"}, "leave": "GRANTED", "locum": "SECURED", "stays": [%s]}
                """.formatted(left, interrupted, stays));
    }

    private static InstitutionStay done(int tenths) {
        return new InstitutionStay(
                LUNGE,
                null,
                FROM,
                FROM.plusMonths(6).minusDays(1),
                new Months(tenths),
                InstitutionStay.Known.COMPLETED);
    }

    private static HospitalTold told(
            Integer before, int earlier, int open, int given, int counted, boolean interrupted) {
        return new HospitalTold(
                HPR,
                before == null ? null : new Months(before),
                new Months(earlier),
                new Months(open),
                new Months(given),
                counted == 0 ? List.of() : List.of(done(counted)),
                interrupted);
    }

    private static HospitalTold whole(Integer before, int counted) {
        return told(before, 0, 60, 60, counted, false);
    }

    private static Months left(DoctorFacts facts) {
        return facts.entry().institution().monthsLeft();
    }

    @Test
    void a_stay_is_known_as_completed_here_and_what_is_left_is_less() {
        DoctorFacts after = ServedFacts.after(facts("12", false, ""), whole(120, 60));
        assertThat(after.stays()).containsExactly(done(60));
        assertThat(after.entry().institution().approved())
                .extracting(each -> each.department() + " " + each.months())
                .containsExactly("vl-lunge 6");
        assertThat(left(after)).isEqualTo(Months.of(6));
        assertThat(after.entry().institution().interrupted()).isFalse();
    }

    @Test
    void what_the_area_has_written_down_already_counts_once() {
        String stated = "{\"department\": \"vl-lunge\", \"months\": 6, \"known\": \"STATED\"}";
        DoctorFacts after = ServedFacts.after(facts("0", false, stated), whole(60, 60));
        assertThat(after.stays()).containsExactly(done(60));
        assertThat(left(after)).isEqualTo(Months.ZERO);
        // Four of the six count: two are left after all.
        DoctorFacts fewer = ServedFacts.after(facts("0", false, stated), whole(60, 40));
        assertThat(left(fewer)).isEqualTo(Months.of(2));
        assertThat(fewer.stays())
                .extracting(each -> each.known() + " " + each.months())
                .containsExactly("STATED 2", "COMPLETED 4");
    }

    @Test
    void a_stay_that_was_stated_with_the_same_days_gives_way_and_another_stays() {
        String stated =
                "{\"department\": \"vl-lunge\", \"months\": 3, \"from\": \"2028-03-01\", \"to\": \"2028-05-31\"}";
        String other =
                "{\"department\": \"vl-lunge\", \"months\": 3, \"from\": \"2024-03-01\", \"to\": \"2024-05-31\"}";
        DoctorFacts after = ServedFacts.after(facts("9", false, stated + "," + other), whole(120, 60));
        assertThat(after.stays()).extracting(InstitutionStay::from).containsExactly(LocalDate.of(2024, 3, 1), FROM);
        assertThat(left(after)).isEqualTo(Months.of(6));
    }

    @Test
    void of_an_interrupted_stay_what_was_not_served_is_left_and_no_cause_is_known() {
        DoctorFacts after = ServedFacts.after(facts("6", false, ""), told(60, 0, 60, 60, 35, true));
        assertThat(left(after)).isEqualTo(new Months(25));
        assertThat(after.entry().institution().interrupted()).isTrue();
        DoctorFacts entered = ServedFacts.after(facts("0", false, ""), told(60, 0, 60, 60, 0, true));
        assertThat(left(entered)).isEqualTo(Months.of(6));
        assertThat(entered.stays()).isEmpty();
    }

    @Test
    void what_nobody_knew_stays_unknown() {
        assertThat(left(ServedFacts.after(facts("null", false, ""), whole(60, 60))))
                .isNull();
        assertThat(left(ServedFacts.after(facts("8", false, ""), whole(null, 60))))
                .isEqualTo(Months.of(2));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void in_two_parts_it_comes_to_the_same_as_at_once(
            @ForAll @IntRange(min = 6, max = 24) int before,
            @ForAll @IntRange(min = 0, max = 3) int first,
            @ForAll @IntRange(min = 0, max = 3) int second,
            @ForAll boolean entered,
            @ForAll boolean interrupted) {
        DoctorFacts facts = facts(Integer.toString(entered ? before - 6 : before), interrupted, "");
        int tenths = 10 * before;
        DoctorFacts half = ServedFacts.after(facts, told(tenths, 0, 60, 30, 10 * first, false));
        DoctorFacts both = ServedFacts.after(half, told(tenths, 10 * first, 30, 30, 10 * second, false));
        assertThat(left(both)).isEqualTo(Months.of(before - first - second));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void what_is_left_is_what_the_next_round_takes_it_for(
            @ForAll @IntRange(min = 0, max = 24) int now,
            @ForAll @IntRange(min = 6, max = 24) int before,
            @ForAll boolean interrupted) {
        DoctorFacts facts = facts(Integer.toString(now), interrupted, "");
        GivenStay given = new GivenStay(
                new RoundId("runde"),
                "Runde",
                HPR,
                new AreaCode("3214"),
                new PositionId("vl-1"),
                HalfYear.parse("2028-V"),
                List.of(new GivenStay.Part(LUNGE, 6)),
                Months.of(before));
        Months told = left(ServedFacts.after(facts, whole(10 * before, 60)));
        Months reckoned = ServiceToCome.of(Months.of(now), interrupted, List.of(given), given.halfYear())
                .left();
        // An area that has a doctor's interruption written down may have this stay too, which a round cannot know.
        assertThat(told).isEqualTo(interrupted && now <= before - 6 ? Months.of(now) : reckoned);
    }

    /** Six months each. @param counted of each, when they are told in that order @param entered how many the area has written down as given */
    record Stays(int before, List<Integer> counted, List<Integer> order, int entered) {
        /** What is left before a stay when of those before it, the ones told so far came to what they came to, and the others to six. */
        private Months before(int stay, List<Integer> told) {
            int left = 10 * before;
            for (int each = 0; each < stay; each++) {
                left -= 10 * (told.contains(each) ? counted.get(each) : 6);
            }
            return new Months(left);
        }

        private GivenStay given(int stay, List<Integer> told) {
            return new GivenStay(
                    new RoundId("runde-" + stay),
                    "Runde",
                    HPR,
                    new AreaCode("3214"),
                    new PositionId("vl-1"),
                    HalfYear.parse("2028-V").plus(stay),
                    List.of(new GivenStay.Part(LUNGE, told.contains(stay) ? counted.get(stay) : 6)),
                    before(stay, told));
        }
    }

    @Provide
    Arbitrary<Stays> anyStays() {
        return Arbitraries.integers().between(1, 4).flatMap(n -> Combinators.combine(
                        Arbitraries.integers().between(6 * n, 6 * n + 12),
                        Arbitraries.of(0, 3, 4, 5, 6).list().ofSize(n),
                        Arbitraries.shuffle(IntStream.range(0, n).boxed().toList()),
                        Arbitraries.integers().between(0, n))
                .as(Stays::new));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void of_several_stays_each_counts_for_what_it_came_to_whatever_the_area_has_written_down(
            @ForAll("anyStays") Stays stays) {
        DoctorFacts facts = facts(Integer.toString(stays.before() - 6 * stays.entered()), false, "");
        List<Integer> told = new ArrayList<>();
        for (int stay : stays.order()) {
            int counted = stays.counted().get(stay);
            facts = ServedFacts.after(facts, whole(stays.before(stay, told).tenths(), 10 * counted));
            told.add(stay);
            List<GivenStay> all = IntStream.range(0, stays.counted().size())
                    .mapToObj(each -> stays.given(each, told))
                    .toList();
            int toCome = all.stream().mapToInt(GivenStay::months).sum();
            assertThat(ServiceToCome.of(left(facts), false, all, HalfYear.parse("2028-V"))
                            .left())
                    .isEqualTo(Months.of(stays.before() - toCome));
        }
        assertThat(left(facts))
                .isEqualTo(Months.of(stays.before()
                        - stays.counted().stream().mapToInt(Integer::intValue).sum()));
    }

    /** Six and six of twelve, and the first is broken off after three. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void of_two_stays_the_first_is_broken_off_and_what_it_lacks_is_left_after_the_second(
            @ForAll @IntRange(min = 0, max = 2) int entered, @ForAll @IntRange(min = 3, max = 6) int second) {
        DoctorFacts facts = facts(Integer.toString(12 - 6 * entered), false, "");
        DoctorFacts broken = ServedFacts.after(facts, told(120, 0, 60, 60, 30, true));
        DoctorFacts both = ServedFacts.after(broken, whole(90, 10 * second));
        assertThat(left(both)).isEqualTo(Months.of(9 - second));
    }
}
