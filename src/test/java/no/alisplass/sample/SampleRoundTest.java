package no.alisplass.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.alisplass.CpuTime;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRoundTest {
    private static final HalfYear SPRING = HalfYear.parse("2027-V");
    private static final Parameters COMMITTED = Parameters.ahus(65, 2027, SPRING);
    private static final LocalDate AS_OF = COMMITTED.asOf();

    private static SampleRound round(int doctors, long seed) {
        return SampleRound.generate(Parameters.ahus(doctors, seed, SPRING));
    }

    @Nested
    class Seed {
        @Test
        void sameSeedGivesTheSameDoctorsAndTheSameBytes() {
            assertThat(round(65, 7)).isEqualTo(round(65, 7));
            Map<String, byte[]> once = new RoundFiles(round(65, 7)).all();
            Map<String, byte[]> again = new RoundFiles(round(65, 7)).all();
            assertThat(again.keySet()).isEqualTo(once.keySet());
            once.forEach((path, bytes) -> assertThat(again.get(path)).as(path).isEqualTo(bytes));
        }

        @Test
        void theLanguageOfTheMachineDoesNotShow() {
            Map<String, byte[]> here = new RoundFiles(round(30, 7)).all();
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                Map<String, byte[]> there = new RoundFiles(round(30, 7)).all();
                here.forEach(
                        (path, bytes) -> assertThat(there.get(path)).as(path).isEqualTo(bytes));
            } finally {
                Locale.setDefault(before);
            }
        }

        @Test
        void anotherSeedGivesOtherDoctors() {
            assertThat(round(65, 8).doctors()).isNotEqualTo(round(65, 7).doctors());
            assertThat(round(1, 8).doctors()).isNotEqualTo(round(1, 7).doctors());
        }
    }

    @Nested
    class Sizes {
        @ParameterizedTest
        @CsvSource({"1, 1", "2, 2", "23, 23", "24, 24", "65, 24", "3000, 24"})
        void everyDoctorIsOnOneListWithinSeconds(int doctors, int leastLists) {
            long started = CpuTime.nanos();
            SampleRound round = round(doctors, 2027);
            int files = new RoundFiles(round).all().size();
            assertThat(Duration.ofNanos(CpuTime.nanos() - started)).isLessThan(Duration.ofSeconds(10));

            assertThat(files).isEqualTo(round.lists().size() + 4);
            assertThat(round.lists().size()).isBetween(1, leastLists);
            assertThat(round.doctors()).hasSize(doctors);
            assertThat(round.doctors().stream().map(SampleDoctor::name)).doesNotHaveDuplicates();
            assertThat(round.doctors().stream()
                            .map(doctor -> doctor.hpr().value())
                            .sorted())
                    .isEqualTo(IntStream.range(0, doctors)
                            .mapToObj(i -> 990_000_001 + i)
                            .toList());
        }

        @Test
        void roundsOfDifferentSeedsAreOfDifferentDoctors() {
            List<Integer> first = LongStream.of(7, 2026, 2027, 2028, Long.MIN_VALUE)
                    .mapToObj(seed ->
                            Parameters.ahus(1, seed, HalfYear.parse("2030-V")).firstHpr())
                    .sorted()
                    .toList();
            for (int i = 1; i < first.size(); i++) {
                assertThat(first.get(i) - first.get(i - 1)).isGreaterThanOrEqualTo(Parameters.MAX_DOCTORS);
            }
            assertThat(first.get(first.size() - 1) + Parameters.MAX_DOCTORS).isLessThan(HprNumber.MAX);
        }

        @ParameterizedTest
        @CsvSource({"1", "24", "65", "3000"})
        void whoComesAgainIsCountedAmongTheDoctorsAndNobodyIsThereTwice(int doctors) {
            Parameters parameters = Parameters.ahus(doctors, 2028, HalfYear.parse("2028-V"));
            List<SampleDoctor> round =
                    SampleRound.generate(parameters.after(2027)).doctors();
            assertThat(round).hasSize(doctors);
            assertThat(round.stream().map(SampleDoctor::hpr)).doesNotHaveDuplicates();
            assertThat(round.stream().map(SampleDoctor::name)).doesNotHaveDuplicates();
            assertThat(round.stream().filter(doctor -> doctor.hpr().value() < parameters.firstHpr()))
                    .hasSizeBetween(doctors / 5, doctors / 2 + 1);
            assertThatThrownBy(() -> parameters.after(2028)).hasMessageContaining("2028");
        }

        @Test
        void thereAreAsManyNamesAsDoctorsAllowed() {
            assertThat(new HashSet<>(Names.draw(Parameters.MAX_DOCTORS, new SeededDraw(1))))
                    .hasSize(Parameters.MAX_DOCTORS);
        }

        @Test
        void impossibleSizesAreRefused() {
            assertThatThrownBy(() -> round(0, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> round(Parameters.MAX_DOCTORS + 1, 1))
                    .hasMessageContaining("20001")
                    .hasMessageContaining("20000");
        }

        @Test
        void seatsFollowTheNumberOfDoctors() {
            assertThat(round(1, 1).seatsPerPosition()).isEqualTo(1);
            assertThat(round(65, 1).seatsPerPosition()).isEqualTo(1);
            assertThat(round(3000, 1).seatsPerPosition()).isEqualTo(46);
        }
    }

    @Nested
    class Kind {
        private final List<SampleDoctor> doctors =
                SampleRound.generate(COMMITTED).doctors();

        /** Each kind with how many doctors of the committed round are of it at least. */
        @TestFactory
        Stream<DynamicTest> everyKindIsInTheCommittedRound() {
            return Stream.of(
                    kind("old scheme, all left", 3, d -> d.scheme() == Scheme.OLD && left(d) == 12),
                    kind("old scheme, second part left", 2, d -> d.scheme() == Scheme.OLD && left(d) == 6),
                    kind("served a department", 1, d -> d.approved().stream().anyMatch(a -> a.department() != null)),
                    kind("served elsewhere", 1, d -> d.approved().stream().anyMatch(a -> a.elsewhere() != null)),
                    kind("interrupted", 2, d -> d.interrupted() && left(d) < 6 && left(d) > 0),
                    kind("permanent", 20, d -> d.affiliation() == Affiliation.PERMANENT),
                    kind("own list", 15, d -> d.affiliation() == Affiliation.OWN_LIST),
                    kind("long locum", 3, d -> locumMonths(d) >= 12 && inForce(d)),
                    kind("short locum", 2, d -> locumMonths(d) > 0 && locumMonths(d) < 12 && inForce(d)),
                    kind("ended", 1, d -> d.affiliation() == Affiliation.LOCUM && !inForce(d)),
                    kind("no affiliation", 1, d -> d.affiliation() == null),
                    kind("too early", 5, d -> months(d) < 24),
                    kind("far", 8, d -> months(d) >= 48),
                    kind("stated", 35, d -> d.periods().isEmpty()),
                    kind("only periods", 5, d -> d.statedService() == null),
                    kind(
                            "both",
                            3,
                            d -> d.statedService() != null && !d.periods().isEmpty()),
                    kind("part time", 3, d -> d.periods().stream().anyMatch(p -> p.percentage() < 100)),
                    kind("leave", 2, d -> d.periods().stream().anyMatch(p -> p.leaveFrom() != null)),
                    kind("no wishes", 5, d -> d.wishes().ranked().isEmpty()),
                    kind("tied wishes", 8, d -> d.wishes().ranked().stream().anyMatch(g -> g.size() > 1)),
                    kind(
                            "strict wishes",
                            20,
                            d -> d.wishes().ranked().size() > 1
                                    && d.wishes().ranked().stream().allMatch(g -> g.size() == 1)),
                    kind("only ranked", 4, d -> d.wishes().onlyRanked()),
                    kind("refuses", 4, d -> !d.wishes().refused().isEmpty()),
                    kind("earliest start", 10, d -> d.wishes().earliestStart() != null),
                    kind("blocked", 5, d -> !d.wishes().blocked().isEmpty()),
                    kind("start matters more", 5, d -> d.wishes().weight() == WishWeight.START),
                    kind("note", 2, d -> d.note() != null),
                    kind("no e-mail", 1, d -> d.email() == null));
        }

        private DynamicTest kind(String name, int least, Predicate<SampleDoctor> is) {
            return DynamicTest.dynamicTest(
                    name, () -> assertThat(doctors.stream().filter(is)).hasSizeGreaterThanOrEqualTo(least));
        }

        @Test
        void leaveLocumAndSupervisionAreInAllStates() {
            assertThat(doctors.stream().map(SampleDoctor::leave)).contains(LeaveStatus.values());
            assertThat(doctors.stream().map(SampleDoctor::locum)).contains(LocumStatus.values());
            assertThat(doctors.stream().map(SampleDoctor::supervision)).contains(GroupSupervision.values());
        }

        @Test
        void someAreEqualInServiceAloneAndSomeInEverything() {
            assertThat(pairs(doctor -> List.of(months(doctor)))).isGreaterThan(pairs(this::allProgress));
            assertThat(pairs(this::allProgress)).isPositive();
        }

        private Object allProgress(SampleDoctor doctor) {
            return List.of(months(doctor), doctor.objectives(), doctor.activities(), doctor.supervision());
        }

        private long pairs(java.util.function.Function<SampleDoctor, Object> fact) {
            Map<Object, Long> counts = doctors.stream()
                    .filter(doctor -> doctor.affiliation() == Affiliation.PERMANENT)
                    .collect(Collectors.groupingBy(fact, Collectors.counting()));
            return counts.values().stream().filter(count -> count > 1).count();
        }

        @Test
        void mostAreasFollowSeniorityAndSomeDoNot() {
            List<SampleList> lists = SampleRound.generate(COMMITTED).lists();
            long against = lists.stream().filter(list -> !bySeniority(list)).count();
            assertThat(against).isBetween(2L, lists.size() / 3L);
        }

        private boolean bySeniority(SampleList list) {
            Comparator<SampleDoctor> least = Comparator.comparing(doctor -> doctor.countedService(AS_OF));
            return list.doctors()
                    .equals(list.doctors().stream().sorted(least.reversed()).toList());
        }

        @Test
        void someAreasCanSpareOneDoctorOnlyAndSomeSeveral() {
            Set<Integer> limits = SampleRound.generate(COMMITTED).lists().stream()
                    .filter(list -> list.awayLimit() != null)
                    .map(SampleList::awayLimit)
                    .collect(Collectors.toSet());
            assertThat(limits).contains(1, 2);
        }

        @Test
        void factsAgreeWithEachOther() {
            for (SampleDoctor doctor :
                    SampleRound.generate(Parameters.ahus(3000, 5, SPRING)).doctors()) {
                assertThat(months(doctor)).isBetween(8, 60);
                assertThat(doctor.objectives()).isBetween(0, 112);
                assertThat(doctor.monthsLeft())
                        .isBetween(Months.of(1), Months.of(doctor.scheme() == Scheme.OLD ? 12 : 6));
                assertThat(doctor.specialisationStart()).isBefore(AS_OF);
                assertThat(doctor.wishes().ranked().stream().flatMap(Set::stream))
                        .doesNotHaveDuplicates()
                        .noneMatch(doctor.wishes().refused()::contains);
                assertThat(doctor.email() == null || doctor.email().endsWith(".example"))
                        .isTrue();
                for (SamplePeriod period : doctor.periods()) {
                    assertThat(period.to() == null || period.to().isAfter(period.from()))
                            .isTrue();
                    assertThat(period.leaveFrom() == null
                                    || !period.leaveFrom().isBefore(period.from())
                                            && !period.leaveTo().isAfter(period.to()))
                            .isTrue();
                }
            }
        }

        private int months(SampleDoctor doctor) {
            return doctor.countedService(AS_OF).wholeMonths();
        }

        private int left(SampleDoctor doctor) {
            return doctor.monthsLeft().wholeMonths();
        }

        private boolean inForce(SampleDoctor doctor) {
            return doctor.affiliationTo() == null || !doctor.affiliationTo().isBefore(SPRING.start());
        }

        private long locumMonths(SampleDoctor doctor) {
            return doctor.affiliation() == Affiliation.LOCUM
                    ? java.time.temporal.ChronoUnit.MONTHS.between(
                            doctor.affiliationFrom(), doctor.affiliationTo().plusDays(1))
                    : 0;
        }
    }
}
