package no.alisplass.register.entry;

import static no.alisplass.register.entry.Samples.AUTUMN;
import static no.alisplass.register.entry.Samples.GERIATRICS;
import static no.alisplass.register.entry.Samples.LUNG;
import static no.alisplass.register.entry.Samples.SPRING;
import static no.alisplass.register.entry.Samples.check;
import static no.alisplass.register.entry.Samples.codes;
import static no.alisplass.register.entry.Samples.entry;
import static no.alisplass.register.entry.Samples.errors;
import static no.alisplass.register.entry.Samples.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.message.Message;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRulesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void a_sound_entry_has_nothing_said_of_it() {
        assertThat(check(entry())).isEmpty();
    }

    @Test
    void everything_wrong_is_said_at_once_each_at_its_field() {
        WaitlistEntry bad = new EntryBuilder(entry())
                .with(b -> {
                    b.priority = 0;
                    b.name = " ";
                    b.email = "kari";
                    b.objectives = 113;
                    b.scheme = null;
                    b.ranked = List.of(Set.of(LUNG), Set.of(LUNG));
                })
                .build();
        assertThat(check(entry(), bad))
                .extracting(remark -> remark.finding().field())
                .contains(
                        "entries[1].priority",
                        "entries[1].name",
                        "entries[1].email",
                        "entries[1].objectives",
                        "entries[1].scheme",
                        "entries[1].wishes.ranked[1]");
    }

    @Nested
    class Bounds {
        @ParameterizedTest
        @CsvSource({"0,false", "1,true", "9999,true", "10000,false"})
        void the_priority_is_from_1(int priority, boolean sound) {
            assertThat(errors(with(b -> b.priority = priority)).isEmpty()).isEqualTo(sound);
        }

        @ParameterizedTest
        @CsvSource({"-1,false", "0,true", "112,true", "113,false", "1000,false"})
        void objectives_are_112(int objectives, boolean sound) {
            assertThat(errors(with(b -> b.objectives = objectives)).isEmpty()).isEqualTo(sound);
        }

        @ParameterizedTest
        @CsvSource({"-1,false", "0,true", "99,true", "100,false"})
        void activities_are_few(int activities, boolean sound) {
            assertThat(errors(with(b -> b.activities = activities)).isEmpty()).isEqualTo(sound);
        }

        @ParameterizedTest
        @CsvSource({"500,true", "501,false", "5000,false"})
        void a_note_has_500_characters(int length, boolean sound) {
            assertThat(errors(with(b -> b.note = "x".repeat(length))))
                    .isEqualTo(sound ? List.of() : List.of("text-too-long"));
        }
    }

    @Nested
    class MonthsLeft {
        @ParameterizedTest
        @CsvSource({"NEW,60,true", "NEW,61,false", "OLD,120,true", "OLD,121,false", "NEW,1,true", "OLD,600,false"})
        void are_no_more_than_the_scheme_asks_for(Scheme scheme, int tenths, boolean sound) {
            assertThat(errors(with(b -> {
                        b.scheme = scheme;
                        b.monthsLeft = new Months(tenths);
                    })))
                    .isEqualTo(sound ? List.of() : List.of("months-left-too-many"));
        }

        @Test
        void none_left_is_worth_a_look() {
            assertThat(warnings(with(b -> b.monthsLeft = Months.ZERO))).containsExactly("months-left-none");
        }

        @Test
        void with_the_approved_they_make_no_more_than_the_whole() {
            assertThat(warnings(with(b -> {
                        b.monthsLeft = Months.of(3);
                        b.approved = List.of(new ApprovedMonths(LUNG, null, Months.of(3)));
                    })))
                    .isEmpty();
            assertThat(warnings(with(b -> {
                        b.monthsLeft = Months.of(4);
                        b.approved = List.of(new ApprovedMonths(LUNG, null, Months.of(3)));
                    })))
                    .containsExactly("months-left-and-approved");
        }
    }

    @Nested
    class AffiliationRule {
        @Test
        void a_locum_has_an_end_date() {
            assertThat(errors(with(b -> b.affiliation = Affiliation.LOCUM))).containsExactly("locum-without-end");
            assertThat(errors(with(b -> {
                        b.affiliation = Affiliation.LOCUM;
                        b.affiliationTo = LocalDate.of(2027, 8, 31);
                    })))
                    .isEmpty();
            assertThat(errors(with(b -> b.affiliation = Affiliation.OWN_LIST))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"2025-02-28,false", "2025-03-01,true", "2027-01-01,true"})
        void the_dates_are_in_order(LocalDate to, boolean sound) {
            assertThat(errors(with(b -> {
                        b.affiliationFrom = DAY;
                        b.affiliationTo = to;
                    })))
                    .isEqualTo(sound ? List.of() : List.of("dates-reversed"));
        }

        @Test
        void none_or_one_that_is_over_is_a_warning() {
            assertThat(warnings(with(b -> b.affiliation = null))).containsExactly("affiliation-none");
            assertThat(warnings(with(b -> b.affiliationTo = DAY))).containsExactly("affiliation-over");
            assertThat(warnings(with(b -> b.affiliationTo = Samples.TODAY)))
                    .containsExactly("affiliation-ends-before-round");
        }

        /** The first half-year in which the doctor will, and belongs to the area. */
        @Test
        void that_a_scheme_ends_too_soon_is_asked_of_the_first_day_a_service_could_start() {
            assertThat(asked(with(b -> {}))).isEqualTo("NEW 2027-03-01");
            assertThat(asked(with(b -> b.earliest = Samples.AUTUMN))).isEqualTo("NEW 2027-09-01");
            assertThat(asked(with(b -> b.blocked = Set.of(Samples.SPRING)))).isEqualTo("NEW 2027-09-01");
            assertThat(asked(with(b -> b.affiliationFrom = LocalDate.of(2027, 3, 2))))
                    .isEqualTo("NEW 2027-09-01");
            assertThat(asked(with(b -> b.monthsLeft = null))).isNull();
            // The hospital serves the area from the autumn on.
            assertThat(asked(with(b -> {}), Samples.SPRING)).isEqualTo("NEW 2027-09-01");
            assertThat(asked(with(b -> b.blocked = Set.of(Samples.AUTUMN)), Samples.SPRING))
                    .isEqualTo("NEW 2027-03-01");
        }

        private static String asked(UnaryOperator<EntryBuilder> change) {
            return asked(change, null);
        }

        private static String asked(UnaryOperator<EntryBuilder> change, HalfYear notServed) {
            Remarks remarks = new Remarks(Remarks.OF_JSON);
            ListRules rules = new ListRules(
                    Samples.TODAY,
                    Samples.RULES.halfYears(),
                    Samples.DEPARTMENTS,
                    Samples.RULES.counting(),
                    List.of(),
                    Set.of(),
                    Set.of(),
                    new ListRules.SchemeEnds() {
                        @Override
                        public boolean serves(HalfYear halfYear) {
                            return !halfYear.equals(notServed);
                        }

                        @Override
                        public Optional<Message> tooLate(Scheme scheme, Months left, LocalDate start) {
                            return Optional.of(Message.of("policy.too-late", scheme + " " + start));
                        }
                    });
            rules.check(Map.of(1, change.apply(new EntryBuilder(entry())).build()), remarks);
            return remarks.inOrder().stream()
                    .filter(each -> each.finding().code().equals("policy.too-late"))
                    .peek(each -> assertThat(each.finding().field()).isEqualTo("entries[0].scheme"))
                    .map(each -> (String) each.finding().message().arguments().get(0))
                    .findFirst()
                    .orElse(null);
        }

        @Test
        void what_keeps_the_doctor_from_a_place_is_said_before_the_list_is_sent() {
            assertThat(warnings(with(b -> b.affiliationTo = LocalDate.of(2027, 2, 28))))
                    .containsExactly("affiliation-ends-before-round");
            assertThat(warnings(with(b -> b.affiliationTo = LocalDate.of(2027, 8, 31))))
                    .containsExactly("affiliation-ends-in-round");
            assertThat(warnings(with(b -> b.affiliationTo = LocalDate.of(2027, 9, 1))))
                    .isEmpty();
            assertThat(warnings(with(b -> b.affiliationFrom = LocalDate.of(2027, 9, 2))))
                    .containsExactly("affiliation-begins-after-round");
            assertThat(warnings(with(b -> b.leave = LeaveStatus.REFUSED))).containsExactly("leave-refused");
        }
    }

    @Nested
    class Periods {
        @ParameterizedTest
        @CsvSource({"0,false", "1,true", "100,true", "101,false", "-5,false"})
        void a_percentage_is_from_1_to_100(int percentage, boolean sound) {
            assertThat(errors(periods(new ServicePeriod(
                                    new DateRange(DAY, null), percentage, ServicePeriod.Kind.COUNTED, List.of())))
                            .contains("percentage-out-of-bounds"))
                    .isEqualTo(!sound);
        }

        @Test
        void a_period_begins_before_it_ends() {
            assertThat(errors(periods(period(DAY, DAY)))).isEmpty();
            assertThat(errors(periods(period(DAY, DAY.minusDays(1))))).containsExactly("dates-reversed");
            assertThat(errors(periods(period(null, DAY)))).containsExactly("period-without-start");
            assertThat(errors(periods(period(LocalDate.of(1900, 1, 1), DAY)))).containsExactly("date-out-of-bounds");
        }

        @Test
        void leave_lies_within_its_period() {
            assertThat(errors(periods(leave(DAY, DAY.plusDays(9), DAY, DAY.plusDays(9)))))
                    .isEmpty();
            assertThat(errors(periods(leave(DAY, DAY.plusDays(9), DAY.minusDays(1), DAY))))
                    .containsExactly("leave-outside-period");
            assertThat(errors(periods(leave(DAY, DAY.plusDays(9), DAY, DAY.plusDays(10)))))
                    .containsExactly("leave-outside-period");
            assertThat(errors(periods(leave(DAY, null, DAY, null)))).isEmpty();
        }

        @Test
        void service_is_stated_or_there_are_periods() {
            assertThat(errors(with(b -> b.service = null))).containsExactly("service-missing");
            assertThat(errors(with(b -> b.openPractice = null))).containsExactly("open-practice-missing");
            assertThat(errors(with(b -> {
                        b.service = null;
                        b.openPractice = null;
                        b.periods = List.of(period(DAY, null));
                    })))
                    .isEmpty();
        }

        @Test
        void stated_months_far_from_the_computed_are_a_warning() {
            Consumer<EntryBuilder> year = b -> {
                b.periods = List.of(period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)));
                b.openPractice = null;
            };
            assertThat(warnings(with(year.andThen(b -> b.service = new Months(125)))))
                    .isEmpty();
            assertThat(warnings(with(year.andThen(b -> b.service = new Months(126)))))
                    .containsExactly("stated-differs-from-computed");
        }

        @Test
        void there_are_no_more_than_anyone_can_have() {
            assertThat(errors(with(b -> b.periods = Collections.nCopies(60, period(DAY, DAY)))))
                    .isEmpty();
            assertThat(errors(with(b -> b.periods = Collections.nCopies(61, period(DAY, DAY)))))
                    .containsExactly("too-many");
        }

        private static ServicePeriod leave(LocalDate from, LocalDate to, LocalDate leaveFrom, LocalDate leaveTo) {
            return new ServicePeriod(
                    new DateRange(from, to),
                    100,
                    ServicePeriod.Kind.COUNTED,
                    List.of(new DateRange(leaveFrom, leaveTo)));
        }
    }

    @Nested
    class WishesRule {
        @Test
        void a_department_is_wished_once_and_not_refused_too() {
            assertThat(errors(with(b -> b.ranked = List.of(Set.of(LUNG), Set.of(GERIATRICS)))))
                    .isEmpty();
            assertThat(errors(with(b -> b.ranked = List.of(Set.of(LUNG), Set.of(GERIATRICS, LUNG)))))
                    .containsExactly("wish-twice");
            assertThat(errors(with(b -> {
                        b.ranked = List.of(Set.of(LUNG));
                        b.refused = Set.of(LUNG, GERIATRICS);
                    })))
                    .containsExactly("wish-and-refused");
        }

        @Test
        void a_department_is_one_of_the_hospital() {
            DepartmentId elsewhere = new DepartmentId("ous-geriatri");
            assertThat(errors(with(b -> b.ranked = List.of(Set.of(elsewhere))))).containsExactly("department-unknown");
            assertThat(errors(with(b -> b.refused = Set.of(elsewhere)))).containsExactly("department-unknown");
            assertThat(errors(with(b -> b.approved = List.of(new ApprovedMonths(elsewhere, null, Months.of(3))))))
                    .containsExactly("department-unknown");
        }

        @Test
        void only_the_wished_needs_a_wish() {
            assertThat(errors(with(b -> b.onlyRanked = true))).containsExactly("only-ranked-without-wishes");
            assertThat(errors(with(b -> {
                        b.onlyRanked = true;
                        b.ranked = List.of(Set.of(LUNG));
                    })))
                    .isEmpty();
        }

        @Test
        void half_years_that_leave_no_offer_are_warned_of() {
            assertThat(warnings(with(b -> b.blocked = Set.of(SPRING)))).isEmpty();
            assertThat(warnings(with(b -> b.blocked = Set.of(SPRING, AUTUMN)))).containsExactly("all-blocked");
            assertThat(warnings(with(b -> {
                        b.blocked = Set.of(SPRING);
                        b.earliest = SPRING;
                    })))
                    .containsExactly("start-blocked");
            assertThat(warnings(with(b -> b.earliest = AUTUMN))).isEmpty();
            assertThat(warnings(with(b -> b.earliest = HalfYear.parse("2028-V"))))
                    .containsExactly("start-after-round");
        }
    }

    @Nested
    class Email {
        @ParameterizedTest
        @ValueSource(strings = {"kari@kommune.no", "kari.nordmann+alis@post.lillestrom.kommune.no", "a@blåbær.no"})
        void of_the_usual_form_is_fine(String email) {
            assertThat(errors(with(b -> b.email = email))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kari",
                    "kari@",
                    "@kommune.no",
                    "kari@kommune",
                    "ka ri@kommune.no",
                    "a@b@c.no",
                    "a@b..no",
                    "a@-b.no"
                })
        void of_another_form_is_refused(String email) {
            assertThat(errors(with(b -> b.email = email))).containsExactly("email-form");
        }
    }

    @Nested
    class OneList {
        @Test
        void holds_a_doctor_once() {
            WaitlistEntry other =
                    new EntryBuilder(entry()).with(b -> b.priority = 2).build();
            assertThat(codes(check(entry(), other), Severity.ERROR))
                    .containsExactly("hpr-number-twice", "hpr-number-twice");
            assertThat(check(entry(), other).get(0).finding().message().arguments())
                    .containsExactly("2");
        }

        @Test
        void holds_a_priority_once_or_warns() {
            WaitlistEntry other = new EntryBuilder(entry())
                    .with(b -> b.hpr = new HprNumber(7))
                    .build();
            assertThat(codes(check(entry(), other), Severity.ERROR)).isEmpty();
            assertThat(codes(check(entry(), other), Severity.WARNING))
                    .containsExactly("priority-twice", "priority-twice");
        }
    }

    @Nested
    class IdentityNumber {
        @Test
        void is_refused_in_every_text_and_never_repeated() {
            String number = "01019012345";
            List<Consumer<EntryBuilder>> places = List.of(
                    b -> b.name = "Kari " + number,
                    b -> b.note = "fnr " + number + ".",
                    b -> b.email = number + "@kommune.no",
                    b -> b.approved = List.of(new ApprovedMonths(null, "OUS " + number, Months.of(3))));
            for (Consumer<EntryBuilder> place : places) {
                List<Remark> remarks =
                        check(with(place).apply(new EntryBuilder(entry())).build());
                assertThat(codes(remarks, Severity.ERROR)).containsExactly("identity-number");
                assertThat(remarks.toString()).doesNotContain("12345");
            }
        }
    }

    private static ServicePeriod period(LocalDate from, LocalDate to) {
        return new ServicePeriod(new DateRange(from, to), 100, ServicePeriod.Kind.COUNTED, List.of());
    }

    private static java.util.function.UnaryOperator<EntryBuilder> periods(ServicePeriod... periods) {
        return with(b -> b.periods = List.of(periods));
    }

    private static java.util.function.UnaryOperator<EntryBuilder> with(Consumer<EntryBuilder> change) {
        return builder -> builder.with(change);
    }
}
