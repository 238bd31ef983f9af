package no.alisplass.policy;

import static no.alisplass.policy.Given.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.policy.Ranking.IneligibleCandidate;

class RankingLawsTest {
    private static final List<Policy> POLICIES = List.of(
            Given.ahus2020(),
            Given.ahus2023(),
            Given.ahus2020With("when-early: rank-last", "when-early: not-eligible"),
            Given.ahus2020With("step-months: 1", "step-months: 12"),
            Given.with(
                    "ahus-2020.yaml",
                    "institution-months: 12",
                    "institution-months: 12\n    objectives:\n      - total: 60",
                    "institution-months: 6",
                    "institution-months: 6\n    objectives:\n      - total: 112"),
            Given.ahus2020With(
                    "last-application: 2026-12-31",
                    "last-application: 2027-12-31\n    after-last-application: not-eligible"));

    /** Few different values for each fact, so that ties reach every criterion. */
    @Provide
    Arbitrary<List<Candidate>> candidates() {
        record Standing(Affiliation affiliation, LocalDate from, LocalDate to) {}
        Arbitrary<Standing> standing = Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(20, Arbitraries.of(Affiliation.class)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just((Affiliation) null))),
                        Arbitraries.of(START.minusYears(2), START.minusDays(30), START.plusDays(1))
                                .injectNull(0.2),
                        Arbitraries.of(START.minusDays(1), START, START.plusMonths(5), START.plusYears(1))
                                .injectNull(0.5))
                .as(Standing::new);
        Arbitrary<int[]> progress = Combinators.combine(
                        Arbitraries.of(0, 60, 112), Arbitraries.of(0, 6), Arbitraries.of(0, 1, 2))
                .as((objectives, activities, supervision) -> new int[] {objectives, activities, supervision});
        Arbitrary<Candidate> candidate = Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        standing,
                        Arbitraries.of("0", "23.9", "24", "36", "36.5", "60", "70"),
                        progress,
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(6, 6, 6, 6, 12, 0),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Service.values()).set().ofMaxSize(2))
                .as((hpr, where, counted, how, interrupted, left, shortage, covered) -> new Candidate(
                        new HprNumber(hpr),
                        new AreaCode("3205"),
                        new Employment(where.affiliation(), where.from(), where.to()),
                        left > 6 ? Scheme.OLD : Scheme.NEW,
                        Months.of(new BigDecimal(counted)),
                        Months.of(24),
                        new TrainingProgress(how[0], how[1], GroupSupervision.values()[how[2]]),
                        interrupted,
                        Months.of(left),
                        shortage,
                        covered,
                        null,
                        null));
        return candidate.list().ofMaxSize(30).uniqueElements(Candidate::hpr);
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Arbitraries.of(POLICIES);
    }

    @Property(tries = 300)
    void the_order_is_strict_and_transitive(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("policies") Policy policy) {
        Ranking ranking = policy.rank(candidates, START, "seed");
        List<Ranked> order = ranking.ranked();
        for (int i = 0; i < order.size(); i++) {
            assertThat(order.get(i).position()).isEqualTo(i + 1);
            for (int j = i + 1; j < order.size(); j++) {
                HprNumber before = order.get(i).candidate().hpr();
                HprNumber after = order.get(j).candidate().hpr();
                assertThat(pair(policy, order, i, j)).isEqualTo(before);
                assertThat(ranking.decide(before, after)).isEqualTo(ranking.decide(after, before));
                assertThat(ranking.decide(before, after).ahead()).isEqualTo(before);
            }
        }
    }

    /** Who of two is first when nobody else is there. */
    private static HprNumber pair(Policy policy, List<Ranked> order, int i, int j) {
        List<Candidate> two = List.of(order.get(j).candidate(), order.get(i).candidate());
        return policy.rank(two, START, "seed").ranked().get(0).candidate().hpr();
    }

    @Property(tries = 300)
    void the_order_without_words_is_that_of_the_ranking(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("policies") Policy policy) {
        List<Candidate> ranked = policy.rank(candidates, START, "seed").ranked().stream()
                .map(Ranked::candidate)
                .toList();
        List<Candidate> oneByOne = new ArrayList<>();
        policy.turns(candidates, START, "seed").forEachRemaining((int place) -> oneByOne.add(candidates.get(place)));

        assertThat(policy.order(candidates, START, "seed")).isEqualTo(ranked);
        assertThat(oneByOne).isEqualTo(ranked);
    }

    @Property(tries = 300)
    void the_order_does_not_depend_on_the_order_of_the_input(
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll("policies") Policy policy,
            @ForAll Random random) {
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        Ranking one = policy.rank(candidates, START, "seed");
        Ranking other = policy.rank(shuffled, START, "seed");
        assertThat(other.ranked()).isEqualTo(one.ranked());
        assertThat(other.notEligible()).isEqualTo(one.notEligible());
    }

    @Property(tries = 300)
    void the_deciding_criterion_is_the_first_that_differs(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("policies") Policy policy) {
        Ranking ranking = policy.rank(candidates, START, "seed");
        List<Ranked> order = ranking.ranked();
        for (int i = 1; i < order.size(); i++) {
            Ranked ahead = order.get(i - 1);
            Ranked behind = order.get(i);
            Decision decision =
                    ranking.decide(behind.candidate().hpr(), ahead.candidate().hpr());
            int deciding =
                    policy.criteria().stream().map(Criterion::code).toList().indexOf(decision.criterion());
            for (int earlier = 0; earlier < deciding; earlier++) {
                assertThat(ahead.values().get(earlier).key())
                        .isEqualTo(behind.values().get(earlier).key());
            }
            assertThat(ahead.values().get(deciding)).isEqualTo(decision.valueAhead());
            assertThat(behind.values().get(deciding)).isEqualTo(decision.valueBehind());
            assertThat(decision.valueAhead()).isLessThan(decision.valueBehind());
        }
    }

    @Property(tries = 300)
    void everyone_is_ranked_or_told_why_not_and_never_both(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("policies") Policy policy) {
        Ranking ranking = policy.rank(candidates, START, "seed");
        Set<Candidate> all = new HashSet<>();
        for (Ranked one : ranking.ranked()) {
            assertThat(all.add(one.candidate())).isTrue();
            assertThat(one.candidate().employment().kind()).isNotNull();
            assertThat(one.candidate().covered()).isNotEmpty();
            assertThat(one.candidate().institutionMonthsLeft()).isNotEqualTo(Months.ZERO);
            assertThat(one.values()).hasSameSizeAs(policy.criteria());
        }
        for (IneligibleCandidate one : ranking.notEligible()) {
            assertThat(all.add(one.candidate())).isTrue();
            assertThat(one.reasons()).isNotEmpty();
            assertThat(ranking.place(one.candidate().hpr())).isEmpty();
        }
        assertThat(all).isEqualTo(new HashSet<>(candidates));
    }

    @Property(tries = 100)
    void a_doctor_who_cannot_take_part_changes_nothing_for_the_others(
            @ForAll("candidates") List<Candidate> candidates, @ForAll("policies") Policy policy) {
        Ranking ranking = policy.rank(candidates, START, "seed");
        List<Candidate> eligible =
                ranking.ranked().stream().map(Ranked::candidate).toList();
        assertThat(policy.rank(eligible, START, "seed").ranked()).isEqualTo(ranking.ranked());
    }

    @Property(tries = 100)
    void a_replay_under_the_same_seed_is_identical(
            @ForAll("candidates") List<Candidate> candidates, @ForAll String seed) {
        if (seed.isBlank()) {
            return;
        }
        Policy again = Policies.builtIn().get("ahus-2020", 1).orElseThrow();
        assertThat(again.rank(candidates, START, seed).ranked())
                .isEqualTo(POLICIES.get(0).rank(candidates, START, seed).ranked());
    }
}
