package no.alisplass.policy;

import static no.alisplass.policy.Given.SEED;
import static no.alisplass.policy.Given.START;
import static no.alisplass.policy.Given.ahus2020;
import static no.alisplass.policy.Given.doctor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HprNumber;
import no.alisplass.policy.OrderConflict.OwnPriority;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static HprNumber hpr(int number) {
        return new HprNumber(number);
    }

    @Nested
    class RefusalCodes {
        @Test
        void two_candidates_with_one_number_are_refused_without_naming_it() {
            List<Candidate> twice = List.of(
                    doctor(9144889).get(),
                    doctor(2).get(),
                    doctor(9144889).shortage().get());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ahus2020().rank(twice, START, SEED))
                    .withMessageContaining("same HPR number")
                    .withMessageNotContainingAny("9144889", "89");
        }

        @Test
        void a_blank_seed_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ahus2020().rank(List.of(), START, " "))
                    .withMessageContaining("seed");
        }

        @Test
        void a_decision_is_refused_for_a_doctor_who_is_not_ranked_and_for_the_same_doctor() {
            Ranking ranking = ahus2020()
                    .rank(List.of(doctor(1).get(), doctor(9144889).left("0").get()), START, SEED);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranking.decide(hpr(1), hpr(9144889)))
                    .withMessageNotContaining("89");
            assertThatIllegalArgumentException().isThrownBy(() -> ranking.decide(hpr(1), hpr(1)));
        }

        @Test
        void a_policy_that_could_leave_two_equal_is_refused() {
            Policy policy = ahus2020();
            List<Criterion> withoutLottery =
                    policy.criteria().subList(0, policy.criteria().size() - 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Policy(
                            policy.id(),
                            policy.version(),
                            policy.title(),
                            policy.source(),
                            policy.objective(),
                            policy.trainingMonths(),
                            policy.eligibility(),
                            policy.counting(),
                            withoutLottery,
                            policy.placement(),
                            policy.schemes(),
                            policy.lead(),
                            policy.replaces(),
                            policy.hash()))
                    .withMessageContaining("lottery");
        }

        @Test
        void nobody_is_ranked_as_nobody() {
            assertThat(ahus2020().rank(List.of(), START, SEED).ranked()).isEmpty();
        }
    }

    @Nested
    class A_municipality_s_own_order {
        private final Ranking ranking = ahus2020()
                .rank(
                        List.of(
                                doctor(1).counted("50").get(),
                                doctor(2).counted("40").get(),
                                doctor(3).counted("30").get(),
                                doctor(4).left("0").get()),
                        START,
                        SEED);

        private static OwnPriority own(int hpr, int priority) {
            return new OwnPriority(hpr(hpr), priority);
        }

        @Test
        void that_agrees_contradicts_nothing() {
            assertThat(ranking.contradictions(List.of(own(3, 7), own(1, 1), own(2, 2))))
                    .isEmpty();
        }

        @Test
        void is_shown_pair_by_pair_where_it_is_turned() {
            List<OrderConflict> found = ranking.contradictions(List.of(own(1, 3), own(2, 2), own(3, 1)));
            assertThat(found)
                    .extracting(one -> one.first().hpr().value() + " before "
                            + one.second().hpr().value())
                    .containsExactly("2 before 1", "3 before 1", "3 before 2");
            assertThat(found).allSatisfy(one -> {
                assertThat(one.decision().criterion()).isEqualTo(CriterionCode.SENIORITY);
                assertThat(one.decision().ahead()).isEqualTo(one.second().hpr());
            });
        }

        @Test
        void contradicts_nothing_where_it_does_not_choose_or_speaks_of_the_unranked() {
            assertThat(ranking.contradictions(List.of(own(4, 1), own(1, 2), own(2, 2), own(3, 2), own(77, 1))))
                    .isEmpty();
        }

        @Test
        void may_not_list_a_doctor_twice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranking.contradictions(List.of(own(1, 1), own(1, 2))))
                    .withMessageNotContaining("HPR");
        }
    }

    @Test
    void four_thousand_candidates_are_ranked_well_under_a_tenth_of_a_second() {
        Random random = new Random(4000);
        List<Candidate> candidates = new ArrayList<>(IntStream.rangeClosed(1, 4000)
                .mapToObj(hpr -> doctor(hpr)
                        .affiliation(Affiliation.values()[random.nextInt(3)], "2026-01-01", null)
                        .counted(String.valueOf(random.nextInt(60)))
                        .progress(random.nextInt(113), random.nextInt(12), GroupSupervision.values()[random.nextInt(3)])
                        .get())
                .toList());
        Policy policy = ahus2020();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 100 && best > 50_000_000; i++) {
            long before = threads.getCurrentThreadCpuTime();
            assertThat(policy.rank(candidates, START, SEED + i).ranked()).hasSize(4000);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        assertThat(best).as("nanoseconds of processor time, warm").isLessThan(100_000_000L);
    }
}
