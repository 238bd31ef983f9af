package no.alisplass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Service;
import no.alisplass.domain.ServiceToCome;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Agreed;
import no.alisplass.policy.Eligibility;
import no.alisplass.policy.Eligibility.Asked;
import no.alisplass.policy.PlacementRules;
import no.alisplass.policy.PlacementRules.DepartmentAgain;
import no.alisplass.policy.PlacementRules.FirstPartAlone;
import no.alisplass.policy.SchemeRules;
import no.alisplass.policy.SchemeRules.AfterLastApplication;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OptionBuilderTest {
    private static final DepartmentId GERIATRICS = new DepartmentId("geriatri");
    private static final DepartmentId LUNG = new DepartmentId("lunge");
    private static final DepartmentId ENT = new DepartmentId("onh");
    private static final HalfYear SPRING = HalfYear.parse("2027-V");
    private static final HalfYear AUTUMN = HalfYear.parse("2027-H");
    private static final HalfYear NEXT_SPRING = HalfYear.parse("2028-V");
    private static final PlacementRules RULES =
            new PlacementRules(3, 6, true, true, FirstPartAlone.OFFERED, DepartmentAgain.NEVER);

    private Wishes wishes = Wishes.NONE;
    private Months monthsLeft = Months.of(6);
    private Set<DepartmentId> served = Set.of();
    private boolean interrupted;
    private List<GivenStay> given = List.of();
    private LocalDate affiliationFrom;
    private LocalDate affiliationTo;
    private SchemeRules scheme = new SchemeRules(6, null, AfterLastApplication.OFFERED, List.of());
    private Asked agreement = Asked.REQUIRE;
    private Agreed agreed;
    private LeaveStatus leave = LeaveStatus.GRANTED;
    private BiPredicate<Service, HalfYear> covered = (service, halfYear) -> true;
    private boolean limited;
    private Objective objective = Objective.WISHES_FIRST;
    private PlacementRules rules = RULES;
    private List<OfferedStay> offered = new ArrayList<>();

    private void offer(HalfYear halfYear, DepartmentId... departments) {
        int months = 6 / departments.length;
        List<Leg> legs = List.of(departments).stream()
                .map(department -> new Leg(department, months))
                .toList();
        String position = List.of(departments).stream().map(DepartmentId::value).collect(Collectors.joining("-"));
        Service service = List.of(departments).contains(ENT) ? Service.PSYCHIATRY : Service.SOMATIC;
        offered.add(OfferedStay.of(
                new Stay(new PositionId(position + "-1"), halfYear, legs), Set.of(service), 1, List.of()));
    }

    private OptionBuilder.Built build() {
        return new OptionBuilder(offered, rules, SPRING, objective)
                .build(new OfferConditions(
                        wishes,
                        served,
                        interrupted,
                        ServiceToCome.of(monthsLeft, false, given, SPRING),
                        affiliationFrom,
                        affiliationTo,
                        leave,
                        scheme,
                        new Eligibility(true, true, true, true, agreement, Asked.REQUIRE),
                        agreed,
                        covered,
                        halfYear -> limited ? List.of(ResourceId.away("a01", halfYear)) : List.of()));
    }

    /** Tier and stays of each option, like {@code 0 geriatri-1@2027-V+lunge-1@2027-H}. */
    private List<String> options() {
        return build().options().stream().map(OptionBuilderTest::text).toList();
    }

    private static String text(Option option) {
        return option.tier() + " "
                + option.stays().stream()
                        .map(stay -> stay.position() + "@" + stay.halfYear())
                        .collect(Collectors.joining("+"));
    }

    private List<OfferRule> leftOut() {
        return build().leftOut().stream().map(InadmissibleStay::reason).toList();
    }

    private static Wishes ranked(WishWeight weight, DepartmentId... departments) {
        List<Set<DepartmentId>> groups =
                List.of(departments).stream().map(Set::of).toList();
        return new Wishes(groups, false, Set.of(), null, Set.of(), weight);
    }

    @Nested
    class A_single_stay {
        @Test
        void without_wishes_all_departments_are_one_tier() {
            offer(SPRING, GERIATRICS);
            offer(SPRING, LUNG);
            assertThat(options()).containsExactly("0 geriatri-1@2027-V", "0 lunge-1@2027-V");
        }

        @Test
        void ranked_departments_come_in_order_and_unranked_ones_share_the_last_tier() {
            offer(SPRING, GERIATRICS);
            offer(SPRING, LUNG);
            offer(SPRING, ENT);
            wishes = ranked(WishWeight.DEPARTMENT, LUNG);
            assertThat(options()).containsExactly("0 lunge-1@2027-V", "1 geriatri-1@2027-V", "1 onh-1@2027-V");
        }

        @Test
        void the_department_matters_more_than_the_start_or_the_other_way_round() {
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, LUNG);
            wishes = ranked(WishWeight.DEPARTMENT, LUNG, GERIATRICS);
            assertThat(options()).containsExactly("0 lunge-1@2027-H", "1 geriatri-1@2027-V");
            wishes = ranked(WishWeight.START, LUNG, GERIATRICS);
            assertThat(options()).containsExactly("0 geriatri-1@2027-V", "1 lunge-1@2027-H");
        }

        @Test
        void a_shared_position_ranks_between_its_two_departments() {
            offer(SPRING, GERIATRICS);
            offer(SPRING, LUNG);
            offer(SPRING, GERIATRICS, LUNG);
            wishes = ranked(WishWeight.DEPARTMENT, LUNG, GERIATRICS);
            assertThat(options())
                    .containsExactly("0 lunge-1@2027-V", "1 geriatri-lunge-1@2027-V", "2 geriatri-1@2027-V");
        }
    }

    @Nested
    class Twelve_months {
        @Test
        void become_pairs_of_different_departments_in_consecutive_half_years_before_any_first_part() {
            monthsLeft = Months.of(12);
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, GERIATRICS);
            offer(AUTUMN, LUNG);
            offer(NEXT_SPRING, LUNG);
            assertThat(options())
                    .containsExactly(
                            "0 geriatri-1@2027-V+lunge-1@2027-H",
                            "1 geriatri-1@2027-H+lunge-1@2028-V",
                            "2 geriatri-1@2027-V",
                            "3 geriatri-1@2027-H",
                            "3 lunge-1@2027-H",
                            "4 lunge-1@2028-V");
        }

        @Test
        void may_skip_a_half_year_or_repeat_a_department_where_the_policy_says_so() {
            monthsLeft = Months.of(12);
            rules = new PlacementRules(3, 6, false, false, FirstPartAlone.OFFERED, DepartmentAgain.NEVER);
            offer(SPRING, GERIATRICS);
            offer(NEXT_SPRING, GERIATRICS);
            assertThat(options()).first().isEqualTo("0 geriatri-1@2027-V+geriatri-1@2028-V");
        }

        @Test
        void are_not_halved_under_placements_first_where_the_policy_says_so() {
            monthsLeft = Months.of(12);
            rules = new PlacementRules(
                    3, 6, true, true, FirstPartAlone.NOT_UNDER_PLACEMENTS_FIRST, DepartmentAgain.NEVER);
            offer(SPRING, GERIATRICS);
            assertThat(options()).containsExactly("0 geriatri-1@2027-V");
            offer(AUTUMN, LUNG);
            assertThat(options())
                    .containsExactly("0 geriatri-1@2027-V+lunge-1@2027-H", "1 geriatri-1@2027-V", "2 lunge-1@2027-H");
            objective = Objective.PLACEMENTS_FIRST;
            assertThat(options()).containsExactly("0 geriatri-1@2027-V+lunge-1@2027-H");
            rules = RULES;
            assertThat(options()).hasSize(3);
        }

        @Test
        void are_both_or_nothing_for_a_doctor_who_wants_it_so() {
            wishes = new Wishes(List.of(), false, Set.of(), null, Set.of(), WishWeight.DEPARTMENT, true);
            offer(SPRING, GERIATRICS);
            offer(NEXT_SPRING, LUNG);
            assertThat(options()).hasSize(2);
            monthsLeft = Months.of(12);
            assertThat(options()).isEmpty();
            assertThat(leftOut()).containsExactly(OfferRule.HALF_ONLY, OfferRule.HALF_ONLY);
            offer(AUTUMN, ENT);
            assertThat(options()).containsExactly("0 geriatri-1@2027-V+onh-1@2027-H", "1 onh-1@2027-H+lunge-1@2028-V");
            assertThat(leftOut()).isEmpty();
        }

        @Test
        void put_the_better_department_first_in_time() {
            monthsLeft = Months.of(12);
            wishes = ranked(WishWeight.DEPARTMENT, LUNG, GERIATRICS);
            offer(SPRING, GERIATRICS);
            offer(SPRING, LUNG);
            offer(AUTUMN, GERIATRICS);
            offer(AUTUMN, LUNG);
            assertThat(options().subList(0, 2))
                    .containsExactly("0 lunge-1@2027-V+geriatri-1@2027-H", "1 geriatri-1@2027-V+lunge-1@2027-H");
        }

        @Test
        void six_and_a_bit_need_a_pair_and_six_do_not() {
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, LUNG);
            monthsLeft = new Months(61);
            assertThat(options()).first().isEqualTo("0 geriatri-1@2027-V+lunge-1@2027-H");
            monthsLeft = Months.of(6);
            assertThat(options()).containsExactly("0 geriatri-1@2027-V", "1 lunge-1@2027-H");
        }
    }

    @Nested
    class Hard_rules {
        @Test
        void an_area_is_covered_for_some_services_only() {
            offer(SPRING, GERIATRICS);
            offer(SPRING, ENT);
            covered = (service, halfYear) -> service == Service.PSYCHIATRY;
            assertThat(options()).containsExactly("0 onh-1@2027-V");
            assertThat(leftOut()).containsExactly(OfferRule.NOT_COVERED);
        }

        @Test
        void a_part_of_three_months_counts_and_a_shorter_one_does_not() {
            offer(SPRING, GERIATRICS, LUNG);
            assertThat(options()).hasSize(1);
            rules = new PlacementRules(4, 6, true, true, FirstPartAlone.OFFERED, DepartmentAgain.NEVER);
            assertThat(options()).isEmpty();
            assertThat(leftOut()).containsExactly(OfferRule.PART_TOO_SHORT);
        }

        @Test
        void a_department_served_before_is_not_offered_again() {
            offer(SPRING, GERIATRICS);
            offer(SPRING, LUNG);
            served = Set.of(GERIATRICS);
            assertThat(options()).containsExactly("0 lunge-1@2027-V");
            assertThat(leftOut()).containsExactly(OfferRule.ALREADY_SERVED);
        }

        @Test
        void what_an_earlier_round_gave_is_not_offered_again_nor_anything_at_the_same_time() {
            offer(SPRING, GERIATRICS);
            offer(SPRING, LUNG);
            offer(AUTUMN, GERIATRICS);
            offer(AUTUMN, LUNG);
            monthsLeft = Months.of(12);
            given = List.of(new GivenStay(
                    new RoundId("ahus-2026"),
                    "Ahus 2026",
                    new HprNumber(1),
                    new AreaCode("3205"),
                    new PositionId("geriatri-1"),
                    SPRING,
                    List.of(new GivenStay.Part(GERIATRICS, 6)),
                    Months.of(12)));
            assertThat(options()).containsExactly("0 lunge-1@2027-H");
            assertThat(leftOut()).containsExactly(OfferRule.GIVEN_THERE, OfferRule.GIVEN_THEN, OfferRule.GIVEN_THERE);
        }

        @Test
        void a_refused_department_and_with_only_ranked_an_unranked_one_are_left_out() {
            offer(SPRING, GERIATRICS);
            offer(SPRING, LUNG);
            offer(SPRING, ENT);
            wishes = new Wishes(List.of(Set.of(ENT)), true, Set.of(LUNG), null, Set.of(), WishWeight.DEPARTMENT);
            assertThat(options()).containsExactly("0 onh-1@2027-V");
            assertThat(leftOut()).containsExactly(OfferRule.NOT_WISHED, OfferRule.REFUSED);
        }

        @Test
        void a_blocked_half_year_and_one_before_the_earliest_start_are_left_out() {
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, GERIATRICS);
            offer(NEXT_SPRING, GERIATRICS);
            wishes = new Wishes(List.of(), false, Set.of(), AUTUMN, Set.of(NEXT_SPRING), WishWeight.START);
            assertThat(options()).containsExactly("0 geriatri-1@2027-H");
            assertThat(leftOut()).containsExactly(OfferRule.BEFORE_EARLIEST_START, OfferRule.BLOCKED);
        }

        @Test
        void an_affiliation_must_last_to_the_start() {
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, GERIATRICS);
            affiliationTo = LocalDate.of(2027, 9, 1);
            assertThat(options()).hasSize(2);
            affiliationTo = LocalDate.of(2027, 8, 31);
            assertThat(options()).containsExactly("0 geriatri-1@2027-V");
            assertThat(leftOut()).containsExactly(OfferRule.AFFILIATION_ENDS);
        }

        @Test
        void the_area_must_have_agreed_and_be_registered_at_the_start_where_that_is_required() {
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, GERIATRICS);
            agreed = new Agreed(new HospitalId("ahus"), LocalDate.of(2027, 3, 2), null, LocalDate.of(2020, 1, 1));
            assertThat(options()).containsExactly("0 geriatri-1@2027-H");
            assertThat(leftOut()).containsExactly(OfferRule.NOT_AGREED);
            agreement = Asked.WARN;
            assertThat(options()).hasSize(2);
            agreed = new Agreed(new HospitalId("ahus"), null, null, LocalDate.of(2027, 9, 1));
            assertThat(options()).containsExactly("0 geriatri-1@2027-H");
            assertThat(leftOut()).containsExactly(OfferRule.NOT_REGISTERED);
        }

        @Test
        void a_department_may_be_served_again_where_the_policy_lets_it() {
            offer(SPRING, GERIATRICS);
            served = Set.of(GERIATRICS);
            assertThat(leftOut()).containsExactly(OfferRule.ALREADY_SERVED);
            rules = again(DepartmentAgain.AFTER_INTERRUPTION);
            assertThat(leftOut()).containsExactly(OfferRule.ALREADY_SERVED);
            interrupted = true;
            assertThat(options()).containsExactly("0 geriatri-1@2027-V");
            rules = again(DepartmentAgain.NEVER);
            assertThat(leftOut()).containsExactly(OfferRule.ALREADY_SERVED);
            interrupted = false;
            rules = again(DepartmentAgain.ALWAYS);
            assertThat(options()).containsExactly("0 geriatri-1@2027-V");
        }

        private static PlacementRules again(DepartmentAgain again) {
            return new PlacementRules(3, 6, true, true, FirstPartAlone.OFFERED, again);
        }

        @Test
        void the_service_must_be_done_while_approval_can_be_applied_for() {
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, LUNG);
            scheme = new SchemeRules(12, LocalDate.of(2028, 2, 28), AfterLastApplication.NOT_ELIGIBLE, List.of());
            assertThat(options()).containsExactly("0 geriatri-1@2027-V");
            assertThat(leftOut()).containsExactly(OfferRule.SCHEME_ENDS);
            scheme = new SchemeRules(12, LocalDate.of(2028, 2, 29), AfterLastApplication.NOT_ELIGIBLE, List.of());
            assertThat(options()).hasSize(2);
            assertThat(leftOut()).isEmpty();
        }

        @Test
        void of_two_parts_the_last_must_be_done_then_and_a_first_alone_leave_time_for_the_other() {
            scheme = new SchemeRules(12, LocalDate.of(2027, 12, 31), AfterLastApplication.NOT_ELIGIBLE, List.of());
            monthsLeft = Months.of(10);
            offer(AUTUMN, LUNG);
            assertThat(options()).isEmpty();
            assertThat(leftOut()).containsExactly(OfferRule.SCHEME_ENDS);
            offer(SPRING, GERIATRICS);
            assertThat(options()).containsExactly("0 geriatri-1@2027-V+lunge-1@2027-H", "1 geriatri-1@2027-V");
            assertThat(leftOut()).isEmpty();
            monthsLeft = Months.of(12);
            assertThat(options()).isEmpty();
            assertThat(leftOut()).containsExactly(OfferRule.SCHEME_ENDS, OfferRule.SCHEME_ENDS);
        }

        @Test
        void where_each_start_is_asked_an_affiliation_must_have_begun_then() {
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, GERIATRICS);
            affiliationFrom = LocalDate.of(2027, 3, 1);
            assertThat(options()).hasSize(2);
            affiliationFrom = LocalDate.of(2027, 3, 2);
            assertThat(options()).containsExactly("0 geriatri-1@2027-H");
            assertThat(leftOut()).containsExactly(OfferRule.AFFILIATION_BEGINS);
        }

        @Test
        void refused_leave_stops_every_offer_and_leave_not_yet_granted_does_not() {
            offer(SPRING, GERIATRICS);
            leave = LeaveStatus.APPLIED;
            assertThat(options()).hasSize(1);
            leave = LeaveStatus.REFUSED;
            assertThat(options()).isEmpty();
            assertThat(leftOut()).containsExactly(OfferRule.LEAVE_REFUSED);
        }
    }

    @Nested
    class Resources {
        @Test
        void an_option_uses_a_seat_for_each_stay() {
            offer(SPRING, GERIATRICS);
            assertThat(build().options().get(0).uses())
                    .extracting(Object::toString)
                    .containsExactly("seat:geriatri-1:2027-V");
        }

        @Test
        void and_the_limit_on_doctors_away_where_the_area_has_one() {
            limited = true;
            monthsLeft = Months.of(12);
            offer(SPRING, GERIATRICS);
            offer(AUTUMN, LUNG);
            assertThat(build().options().get(0).uses())
                    .extracting(Object::toString)
                    .containsExactly(
                            "away:a01:2027-H", "away:a01:2027-V", "seat:geriatri-1:2027-V", "seat:lunge-1:2027-H");
        }
    }
}
