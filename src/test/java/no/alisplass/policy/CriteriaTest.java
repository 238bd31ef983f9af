package no.alisplass.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.alisplass.policy.CriterionCode.AFFILIATION;
import static no.alisplass.policy.CriterionCode.INTERRUPTED;
import static no.alisplass.policy.CriterionCode.LOTTERY;
import static no.alisplass.policy.CriterionCode.PROGRESS;
import static no.alisplass.policy.CriterionCode.READY;
import static no.alisplass.policy.CriterionCode.SENIORITY;
import static no.alisplass.policy.CriterionCode.SPECIALIST_SHORTAGE;
import static no.alisplass.policy.Given.START;
import static no.alisplass.policy.Given.ahus2020;
import static no.alisplass.policy.Given.ahus2020With;
import static no.alisplass.policy.Given.ahus2023;
import static no.alisplass.policy.Given.decide;
import static no.alisplass.policy.Given.doctor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.platform.Messages;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaTest {
    private static void ahead(Decision decision, int hpr, CriterionCode criterion) {
        assertThat(decision.ahead()).isEqualTo(new HprNumber(hpr));
        assertThat(decision.criterion()).isEqualTo(criterion);
    }

    @Nested
    class Interrupted_service {
        @Test
        void goes_before_everything_else() {
            Given.Doctor broken =
                    doctor(9).interrupted().counted("12").affiliation(Affiliation.LOCUM, "2027-01-01", "2027-04-01");
            ahead(decide(ahus2020(), doctor(1).counted("59").shortage(), broken), 9, INTERRUPTED);
        }

        @Test
        void leaves_two_interrupted_doctors_to_the_next_criteria() {
            ahead(
                    decide(
                            ahus2020(),
                            doctor(1).interrupted().counted("30"),
                            doctor(2).interrupted().counted("31")),
                    2,
                    SENIORITY);
        }
    }

    @Nested
    class Ready_for_service {
        @ParameterizedTest
        @CsvSource({"0, 24", "12, 24", "23, 24", "23.9, 24", "23.9, 59"})
        void puts_who_is_too_early_behind_even_with_a_better_affiliation(String early, String ready) {
            Given.Doctor tooEarly = doctor(1).counted(early).shortage();
            Given.Doctor locum = doctor(2).counted(ready).affiliation(Affiliation.LOCUM, "2027-01-01", "2027-04-01");
            ahead(decide(ahus2020(), tooEarly, locum), 2, READY);
        }

        @ParameterizedTest
        @CsvSource({"24, 60", "0, 23.9"})
        void leaves_two_on_the_same_side_of_the_threshold_to_the_next_criteria(String less, String more) {
            Given.Doctor locum = doctor(2).counted(more).affiliation(Affiliation.LOCUM, "2027-01-01", "2027-04-01");
            ahead(decide(ahus2020(), doctor(1).counted(less), locum), 1, AFFILIATION);
        }

        @Test
        void says_so_as_a_remark_only_of_who_is_too_early() {
            List<Ranked> ranked = ahus2020()
                    .rank(
                            List.of(
                                    doctor(1).counted("23.5").get(),
                                    doctor(2).counted("24").get()),
                            START,
                            "seed")
                    .ranked();
            assertThat(ranked.get(0).remarks()).isEmpty();
            assertThat(ranked.get(1).remarks())
                    .containsExactly(Finding.of(
                            "countedService",
                            "23.5",
                            "policy.too-early",
                            Months.of(new BigDecimal("23.5")),
                            Months.of(24)));
        }

        @Test
        void can_keep_who_is_too_early_out() {
            Policy strict = ahus2020With("when-early: rank-last", "when-early: not-eligible");
            Ranking ranking = strict.rank(
                    List.of(
                            doctor(1).counted("23.9").get(),
                            doctor(2).counted("24").get()),
                    START,
                    "seed");
            assertThat(ranking.ranked())
                    .extracting(one -> one.candidate().hpr().value())
                    .containsExactly(2);
            assertThat(ranking.notEligible().get(0).reasons())
                    .extracting(Finding::code)
                    .containsExactly("policy.too-early");
        }

        @Test
        void can_merely_flag_who_is_too_early() {
            Policy mild = ahus2020With("when-early: rank-last", "when-early: flag-only");
            Given.Doctor locum = doctor(2).counted("59").affiliation(Affiliation.LOCUM, "2027-01-01", "2027-04-01");
            ahead(decide(mild, doctor(1).counted("3"), locum), 1, AFFILIATION);
            assertThat(mild.rank(List.of(doctor(1).counted("3").get()), START, "seed")
                            .ranked()
                            .get(0)
                            .remarks())
                    .hasSize(1);
        }

        @Test
        void has_its_threshold_from_the_policy() {
            Policy later = ahus2020With("months: 24", "months: 36");
            ahead(decide(later, doctor(1).counted("35.9").shortage(), doctor(2).counted("36")), 2, READY);
        }
    }

    @Nested
    class Affiliation_order {
        private final Given.Doctor permanent = doctor(5).affiliation(Affiliation.PERMANENT, "2026-01-01", null);
        private final Given.Doctor ownList = doctor(4).affiliation(Affiliation.OWN_LIST, "2020-01-01", null);
        private final Given.Doctor longLocum = doctor(3).affiliation(Affiliation.LOCUM, "2027-01-01", "2027-12-31");
        private final Given.Doctor shortLocum = doctor(2).affiliation(Affiliation.LOCUM, "2027-01-01", "2027-12-30");

        @Test
        void is_permanent_then_own_list_then_long_locum_then_short_locum() {
            ahead(decide(ahus2020(), permanent, ownList), 5, AFFILIATION);
            ahead(decide(ahus2020(), ownList, longLocum), 4, AFFILIATION);
            ahead(decide(ahus2020(), longLocum, shortLocum), 3, AFFILIATION);
            ahead(decide(ahus2020(), permanent, shortLocum), 5, AFFILIATION);
        }

        @Test
        void goes_before_seniority_in_the_report_and_after_it_later() {
            Given.Doctor senior = doctor(1).counted("59").affiliation(Affiliation.OWN_LIST, null, null);
            ahead(decide(ahus2020(), permanent.counted("24"), senior), 5, AFFILIATION);
            ahead(decide(ahus2023(), permanent.counted("24"), senior), 1, SENIORITY);
        }

        @Test
        void still_counts_under_the_later_agreement_where_seniority_is_equal() {
            ahead(decide(ahus2023(), permanent, ownList), 5, AFFILIATION);
        }

        @Test
        void takes_a_locum_without_a_last_day_for_a_long_one() {
            Given.Doctor open = doctor(1).affiliation(Affiliation.LOCUM, "2027-02-01", null);
            assertThat(decide(ahus2020(), open, longLocum).criterion()).isEqualTo(LOTTERY);
        }

        @Test
        void counts_a_locum_of_unknown_first_day_from_the_start_of_the_service_and_says_so() {
            Given.Doctor aYearFromStart = doctor(1).affiliation(Affiliation.LOCUM, null, "2028-02-29");
            Given.Doctor dayLess = doctor(6).affiliation(Affiliation.LOCUM, null, "2028-02-28");
            ahead(decide(ahus2020(), aYearFromStart, dayLess), 1, AFFILIATION);
            List<Ranked> ranked = ahus2020()
                    .rank(List.of(aYearFromStart.get(), dayLess.get()), START, "seed")
                    .ranked();
            assertThat(ranked.get(0).remarks()).isEmpty();
            assertThat(ranked.get(1).remarks()).extracting(Finding::code).containsExactly("policy.locum-start-unknown");
        }

        @Test
        void has_its_order_and_its_months_from_the_policy() {
            Policy turned = ahus2020With("- permanent\n      - own-list", "- own-list\n      - permanent");
            ahead(decide(turned, permanent, ownList), 4, AFFILIATION);
            Policy half = ahus2020With("long-locum-months: 12", "long-locum-months: 6");
            assertThat(decide(half, longLocum, shortLocum).criterion()).isEqualTo(LOTTERY);
        }
    }

    @Nested
    class Seniority_order {
        @ParameterizedTest
        @CsvSource({"24, 25", "24.9, 25", "44, 51", "24, 60", "59, 60", "59.9, 60"})
        void puts_less_time_left_first(String less, String more) {
            ahead(
                    decide(
                            ahus2020(),
                            doctor(1).counted(less).shortage(),
                            doctor(2).counted(more)),
                    2,
                    SENIORITY);
        }

        @ParameterizedTest
        @CsvSource({"36, 36", "36, 36.9", "60, 61", "60, 600"})
        void takes_the_same_whole_month_and_a_finished_training_for_equal(String less, String more) {
            ahead(
                    decide(
                            ahus2020(),
                            doctor(1).counted(less).shortage(),
                            doctor(2).counted(more)),
                    1,
                    SPECIALIST_SHORTAGE);
        }

        @ParameterizedTest
        @CsvSource({"36, 41.9, true", "36, 42, false", "41.9, 42, false"})
        void has_its_step_from_the_policy(String less, String more, boolean equal) {
            Policy coarse = ahus2020With("step-months: 1", "step-months: 6");
            ahead(
                    decide(coarse, doctor(1).counted(less).shortage(), doctor(2).counted(more)),
                    equal ? 1 : 2,
                    equal ? SPECIALIST_SHORTAGE : SENIORITY);
        }

        @Test
        void names_both_values() {
            Decision decision =
                    decide(ahus2020(), doctor(1).counted("44.5"), doctor(2).counted("51"));
            assertThat(decision.valueAhead().text().arguments()).containsExactly(Months.of(51), Months.of(9));
            assertThat(decision.valueBehind().text().arguments()).containsExactly(Months.of(44), Months.of(16));
        }
    }

    @Nested
    class Progress_order {
        private static final GroupSupervision NOT = GroupSupervision.NOT_STARTED;
        private static final GroupSupervision BEGUN = GroupSupervision.BEGUN;
        private static final GroupSupervision FINISHED = GroupSupervision.FINISHED;

        @ParameterizedTest
        @CsvSource({
            "60, 6, FINISHED, 61, 0, NOT_STARTED",
            "0, 11, FINISHED, 112, 0, NOT_STARTED",
            "60, 6, FINISHED, 60, 7, NOT_STARTED",
            "60, 6, NOT_STARTED, 60, 6, BEGUN",
            "60, 6, BEGUN, 60, 6, FINISHED",
            "60, 6, NOT_STARTED, 60, 6, FINISHED"
        })
        void asks_objectives_then_activities_then_supervision(
                int objectives,
                int activities,
                GroupSupervision supervision,
                int moreObjectives,
                int moreActivities,
                GroupSupervision moreSupervision) {
            Given.Doctor less =
                    doctor(1).progress(objectives, activities, supervision).shortage();
            Given.Doctor more = doctor(2).progress(moreObjectives, moreActivities, moreSupervision);
            ahead(decide(ahus2020(), less, more), 2, PROGRESS);
        }

        @Test
        void leaves_equals_to_the_next_criterion() {
            ahead(
                    decide(
                            ahus2020(),
                            doctor(1).progress(60, 6, BEGUN),
                            doctor(2).progress(60, 6, BEGUN).shortage()),
                    2,
                    SPECIALIST_SHORTAGE);
        }

        @Test
        void is_not_asked_where_counted_service_differs() {
            ahead(
                    decide(
                            ahus2020(),
                            doctor(1).counted("37").progress(0, 0, NOT),
                            doctor(2).counted("36").progress(112, 11, FINISHED)),
                    1,
                    SENIORITY);
        }

        @Test
        void has_its_order_from_the_policy() {
            Policy turned = ahus2020With(
                    "- objectives\n      - activities\n      - supervision", "- supervision\n      - objectives");
            ahead(decide(turned, doctor(1).progress(112, 11, BEGUN), doctor(2).progress(0, 0, FINISHED)), 2, PROGRESS);
            assertThat(decide(
                                    turned,
                                    doctor(1).progress(60, 11, BEGUN),
                                    doctor(2).progress(60, 0, BEGUN))
                            .criterion())
                    .isEqualTo(LOTTERY);
        }
    }

    /** Not of the list of criteria, but of the rules for offers. */
    @Nested
    class Late_withdrawal {
        private static final String OFFERS = "\noffers:\n  source: Utlysningen\n  late-withdrawal: ";

        private Policy asking(String effect) {
            return new Policies(List.of(new Policies.PolicyFile(
                            "sen.yaml", (Given.file("ahus-2020-v2.yaml") + OFFERS + effect + "\n").getBytes(UTF_8))))
                    .latest("ahus-2020")
                    .orElseThrow();
        }

        private List<HprNumber> order(Policy policy, Candidate... candidates) {
            return policy.rank(List.of(candidates), Given.START, "frø").ranked().stream()
                    .map(ranked -> ranked.candidate().hpr())
                    .toList();
        }

        @Test
        void comes_behind_those_who_are_equal_by_all_else_and_ahead_of_nobody_less() {
            Policy policy = asking("behind-equals");
            assertThat(policy.asksLateWithdrawal()).isTrue();
            List<Candidate> equal =
                    List.of(doctor(1).get(), doctor(2).get(), doctor(3).get());
            HprNumber first = order(policy, equal.toArray(Candidate[]::new)).get(0);
            Candidate[] late = equal.stream()
                    .map(each -> each.withdrewLate(each.hpr().equals(first)))
                    .toArray(Candidate[]::new);
            assertThat(order(policy, late)).hasSize(3).last().isEqualTo(first);
            Ranking ranking = policy.rank(List.of(late), Given.START, "frø");
            assertThat(ranking.ranked().get(2).values().get(6).text().code())
                    .isEqualTo("policy.value-late-withdrawal-yes");
            assertThat(ranking.decide(ranking.ranked().get(0).candidate().hpr(), first)
                            .criterion())
                    .isEqualTo(CriterionCode.LATE_WITHDRAWAL);
            assertThat(order(
                            policy,
                            doctor(1).get(),
                            doctor(2)
                                    .progress(61, 6, GroupSupervision.BEGUN)
                                    .get()
                                    .withdrewLate(true)))
                    .as("one objective more still counts")
                    .first()
                    .isEqualTo(new HprNumber(2));
        }

        @Test
        void is_nothing_where_the_rules_do_not_ask() {
            for (Policy policy : List.of(asking("none"), ahus2020())) {
                assertThat(policy.asksLateWithdrawal()).isFalse();
                assertThat(order(
                                policy,
                                doctor(1).get().withdrewLate(true),
                                doctor(2).get()))
                        .isEqualTo(order(policy, doctor(1).get(), doctor(2).get()));
            }
            assertThatThrownBy(() -> asking("behind"))
                    .isInstanceOf(FaultyPolicies.class)
                    .hasMessageContaining("offers.late-withdrawal")
                    .hasMessageContaining("behind-equals");
        }
    }

    @Nested
    class Specialist_shortage {
        @Test
        void goes_first_where_all_else_is_equal() {
            ahead(decide(ahus2020(), doctor(1), doctor(2).shortage()), 2, SPECIALIST_SHORTAGE);
        }

        @Test
        void yields_to_one_more_objective() {
            Given.Doctor further = doctor(1).progress(61, 6, GroupSupervision.BEGUN);
            ahead(decide(ahus2020(), further, doctor(2).shortage()), 1, PROGRESS);
        }

        @Test
        void leaves_two_short_areas_to_the_lottery() {
            assertThat(decide(ahus2020(), doctor(1).shortage(), doctor(2).shortage())
                            .criterion())
                    .isEqualTo(LOTTERY);
        }
    }

    @Nested
    class The_lottery {
        /** From {@code printf 'ahus-2027-var:9144889' | sha256sum} and the like. */
        @ParameterizedTest
        @CsvSource({
            "ahus-2027-var, 9144889, 092d7240bc02026af5dc01bddbc36dda168aabb61765f00702ac13ee1730be36",
            "ahus-2027-var, 1, 98e11f5a4193105acb30fb3aa3a08f3ba882bc1d35c1148573a09c11edf63052",
            "ahus-2027-var, 42, 317ff0d2252c0591d5f015175df055057a95fb534f0e1e201e00694d93e521ef",
            "påske, 7, e26d5c1a9bd6c219b5ad755314d5dbbefede203188f8cc4f6a34fb86631d0d01"
        })
        void draws_what_sha256sum_says(String seed, int hpr, String lot) {
            assertThat(Policy.lot(seed, new HprNumber(hpr))).isEqualTo(lot);
        }

        @Test
        void puts_the_smallest_hexadecimal_first_and_numbers_the_lots() {
            List<Candidate> candidates = List.of(
                    doctor(9144889).get(),
                    doctor(1).get(),
                    doctor(42).get(),
                    doctor(999999999).get());
            List<Ranked> ranked =
                    ahus2020().rank(candidates, START, "ahus-2027-var").ranked();
            assertThat(ranked)
                    .extracting(one -> one.candidate().hpr().value())
                    .containsExactly(9144889, 42, 1, 999999999);
            assertThat(ranked)
                    .extracting(one -> one.values().get(6).text().arguments())
                    .containsExactly(List.of(1, 4), List.of(2, 4), List.of(3, 4), List.of(4, 4));
        }

        @Test
        void comes_out_differently_under_another_seed() {
            List<Candidate> candidates = java.util.stream.IntStream.rangeClosed(1, 20)
                    .mapToObj(hpr -> doctor(hpr).get())
                    .toList();
            assertThat(ahus2020().rank(candidates, START, "a").ranked())
                    .extracting(one -> one.candidate().hpr())
                    .isNotEqualTo(ahus2020().rank(candidates, START, "b").ranked().stream()
                            .map(one -> one.candidate().hpr())
                            .toList());
        }
    }

    @Nested
    class How_many_objectives_there_are {
        private static Policy saying(String old, String fresh) {
            String file = Given.file("ahus-2020.yaml")
                    .replace("institution-months: 12", "institution-months: 12" + old)
                    .replace("institution-months: 6", "institution-months: 6" + fresh);
            return new Policies(List.of(new Policies.PolicyFile("totals.yaml", file.getBytes(StandardCharsets.UTF_8))))
                    .all()
                    .get(0);
        }

        private static String total(String... entries) {
            return "\n    objectives:\n      - " + String.join("\n      - ", entries);
        }

        private static boolean firstIsAhead(Policy policy, int old, int fresh) {
            return decide(
                                    policy,
                                    doctor(1).old().progress(old, 0, GroupSupervision.BEGUN),
                                    doctor(2).progress(fresh, 0, GroupSupervision.BEGUN))
                            .ahead()
                            .value()
                    == 1;
        }

        @Test
        void decides_by_the_share_completed_where_the_schemes_differ() {
            Policy policy = saying(total("total: 112"), total("total: 66"));
            assertThat(firstIsAhead(policy, 60, 40)).isFalse();
            assertThat(firstIsAhead(policy, 68, 40)).isTrue();
            Decision decision = decide(
                    policy,
                    doctor(1).old().progress(60, 3, GroupSupervision.BEGUN),
                    doctor(2).progress(40, 4, GroupSupervision.FINISHED));
            assertThat(Messages.text(decision.valueAhead().text(), Messages.BOKMAL))
                    .isEqualTo("40 av 66 læringsmål (60 %), 4 læringsaktiviteter, gruppeveiledning fullført");
            assertThat(Messages.text(decision.valueBehind().brief(), Messages.BOKMAL))
                    .isEqualTo("60 av 112 mål (53 %), 3 akt., påbegynt");
        }

        @Test
        void makes_equal_shares_equal_and_none_more_than_whole() {
            Policy policy = saying(total("total: 112"), total("total: 56"));
            assertThat(decide(
                                    policy,
                                    doctor(1).old().progress(56, 1, GroupSupervision.BEGUN),
                                    doctor(2).progress(28, 2, GroupSupervision.BEGUN))
                            .ahead()
                            .value())
                    .isEqualTo(2);
            assertThat(decide(
                                    policy,
                                    doctor(1).old().progress(112, 2, GroupSupervision.BEGUN),
                                    doctor(2).progress(90, 1, GroupSupervision.BEGUN))
                            .ahead()
                            .value())
                    .isEqualTo(1);
        }

        @Test
        void is_left_out_of_it_where_one_total_is_unsaid_or_they_are_the_same() {
            for (Policy policy : List.of(
                    saying("", ""),
                    saying(total("total: 112"), ""),
                    saying(total("total: 112"), total("total: 112", "from: 2026-03-01")),
                    saying(total("total: 112"), total("total: 112", "from: 2027-03-02\n        total: 66")))) {
                assertThat(policy.comparedTotals(Given.START)).isEmpty();
                assertThat(firstIsAhead(policy, 60, 40)).isTrue();
            }
            assertThat(saying(total("total: 112"), total("total: 112", "from: 2027-03-01\n        total: 66"))
                            .comparedTotals(Given.START))
                    .containsOnly(entry(Scheme.OLD, 112), entry(Scheme.NEW, 66));
        }

        @Test
        void is_never_more_than_a_list_may_hold() {
            assertThat(SchemeRules.MOST_OBJECTIVES).isEqualTo(WaitlistEntry.OBJECTIVES);
        }
    }
}
