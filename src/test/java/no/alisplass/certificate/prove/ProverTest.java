package no.alisplass.certificate.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.Claim;
import no.alisplass.certificate.GreatestNumber;
import no.alisplass.certificate.PriceList;
import no.alisplass.certificate.Proof;
import no.alisplass.certificate.check.CheckReport;
import no.alisplass.certificate.check.Checker;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import org.junit.jupiter.api.Test;

class ProverTest {
    @Property(tries = 3000)
    void every_doctor_of_a_best_outcome_is_proven_and_the_checker_agrees(@ForAll long seed) {
        AllocationProblem problem = Rounds.small(seed);
        Outcomes outcomes = new Outcomes(problem);
        Proposal proposal = Rounds.proposal(problem, outcomes.best());
        Certificate certificate = Prover.prove(problem, proposal);
        CheckReport report = Checker.check(problem, proposal, certificate);
        assertThat(report.failures()).isEmpty();
        assertThat(report.accepted()).isTrue();
        assertThat(certificate.complete()).isTrue();
    }

    /** Half of each option would fit for both doctors, so prices cannot show what trying shows. */
    @Test
    void what_prices_leave_open_is_searched() {
        AllocationProblem problem = Pairs.crossed();
        Proposal proposal = Rounds.proposal(problem, new int[] {0, -1});
        Certificate certificate = Prover.prove(problem, proposal);
        assertThat(certificate.claims().get(1).proof()).isEqualTo(new Proof.Exhausted(2));
        assertThat(Checker.check(problem, proposal, certificate).failures()).isEmpty();
    }

    @Test
    void without_room_to_search_the_first_unproven_doctor_is_named() {
        AllocationProblem problem = Pairs.crossed();
        Proposal proposal = Rounds.proposal(problem, new int[] {0, -1});
        Certificate certificate = Prover.prove(problem, proposal, 1);
        assertThat(certificate.firstNotProven()).isEqualTo(new DoctorId("behind"));
        CheckReport report = Checker.check(problem, proposal, certificate);
        assertThat(report.accepted()).isFalse();
        assertThat(report.honest()).isTrue();
    }

    @Test
    void a_proposal_over_a_capacity_is_refused_with_the_numbers() {
        AllocationProblem problem = Pairs.crossed();
        assertThatThrownBy(() -> Prover.prove(problem, Rounds.proposal(problem, new int[] {0, 0})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seat:seat-a:2027-V")
                .hasMessageContaining("1");
    }

    @Test
    void the_worked_examples_of_the_document_come_out() {
        Certificate tight = Prover.prove(Pairs.threeSeats(), Rounds.proposal(Pairs.threeSeats(), new int[] {0, 0, 2}));
        assertThat(tight.claims().get(2).proof()).isEqualTo(new Proof.TightSet(0));
        assertThat(tight.priceLists().toString()).contains("geriatri", "lunge").doesNotContain("onh");
        Certificate priced =
                Prover.prove(Pairs.unequalPrices(), Rounds.proposal(Pairs.unequalPrices(), new int[] {0, 0, -1}));
        assertThat(priced.claims().get(2).proof()).isEqualTo(new Proof.Prices(0));
        assertThat(priced.priceLists().get(0).prices())
                .extracting(PriceList.Price::price)
                .containsExactly(1L, 1L, 2L);
    }

    /** Without the pair ahead, two doctors with a single stay could be placed: one gives way for two. */
    @Test
    void more_could_be_placed_when_a_pair_gives_way() {
        AllocationProblem problem = Pairs.oneForTwo();
        Proposal proposal = Rounds.proposal(problem, new int[] {0, -1, -1});
        Certificate certificate = Prover.prove(problem, proposal);
        GreatestNumber number = certificate.greatestNumber();
        assertThat(certificate.complete()).isTrue();
        assertThat(List.of(number.proposed(), number.atLeast(), number.atMost()))
                .containsExactly(1, 2, 2);
        assertThat(number.givingWay()).containsExactly(new DoctorId("pair"));
        assertThat(Checker.check(problem, proposal, certificate).failures()).isEmpty();
    }

    @Property(tries = 3000)
    void an_outcome_is_proven_exactly_when_no_other_is_better(@ForAll long seed) {
        AllocationProblem problem = Rounds.small(seed);
        Outcomes outcomes = new Outcomes(problem);
        List<int[]> all = outcomes.all();
        int[] chosen = all.get(new Random(seed).nextInt(all.size()));
        boolean best = Outcomes.compare(outcomes.value(chosen), outcomes.value(outcomes.best())) == 0;
        Proposal proposal = Rounds.proposal(problem, chosen);
        Certificate certificate = Prover.prove(problem, proposal);
        assertThat(certificate.complete()).isEqualTo(best);
        assertThat(Checker.check(problem, proposal, certificate).accepted()).isEqualTo(best);
        for (int d = 0; d < chosen.length; d++) {
            Claim claim = certificate.claims().get(d);
            assertThat(claim.proof()).isNotInstanceOf(Proof.NotProven.class);
            if (claim.proof() instanceof Proof.Refuted refuted) {
                showsSomethingBetter(problem, chosen, d, refuted.witness());
            }
        }
    }

    private static void showsSomethingBetter(
            AllocationProblem problem, int[] chosen, int claimant, List<Placement> witness) {
        Outcomes outcomes = new Outcomes(problem);
        Map<DoctorId, Integer> options = new HashMap<>();
        witness.forEach(placement -> options.put(placement.doctor(), placement.option()));
        int[] whole = new int[chosen.length];
        for (int d = 0; d < chosen.length; d++) {
            whole[d] = options.getOrDefault(Rounds.id(d), -1);
        }
        // Possible, kept for all who are protected, and better in the end.
        assertThat(outcomes.all()).anyMatch(outcome -> java.util.Arrays.equals(outcome, whole));
        assertThat(outcomes.tier(claimant, whole[claimant])).isLessThan(outcomes.tier(claimant, chosen[claimant]));
        assertThat(Outcomes.compare(outcomes.value(whole), outcomes.value(chosen)))
                .isLessThan(0);
    }

    /** Prices settle nearly all, so the search is also tried by itself. */
    @Property(tries = 3000)
    void the_search_alone_comes_to_the_same_and_the_checker_to_the_same_nodes(@ForAll long seed) {
        AllocationProblem problem = Rounds.small(seed);
        Outcomes outcomes = new Outcomes(problem);
        List<int[]> all = outcomes.all();
        int[] chosen = seed % 2 == 0 ? outcomes.best() : all.get(new Random(seed).nextInt(all.size()));
        boolean best = Outcomes.compare(outcomes.value(chosen), outcomes.value(outcomes.best())) == 0;
        Proposal proposal = Rounds.proposal(problem, chosen);
        Certificate certificate = Prover.search(problem, proposal, 100_000);
        assertThat(certificate.complete()).isEqualTo(best);
        assertThat(Checker.check(problem, proposal, certificate).accepted()).isEqualTo(best);
        for (int d = 0; d < chosen.length; d++) {
            if (certificate.claims().get(d).proof() instanceof Proof.Refuted refuted) {
                showsSomethingBetter(problem, chosen, d, refuted.witness());
            }
        }
    }

    @Property(tries = 3000)
    void cases_alone_come_to_the_same_and_the_checker_adds_them_up(@ForAll long seed) {
        AllocationProblem problem = Rounds.small(seed);
        Outcomes outcomes = new Outcomes(problem);
        List<int[]> all = outcomes.all();
        int[] chosen = seed % 2 == 0 ? outcomes.best() : all.get(new Random(seed).nextInt(all.size()));
        boolean best = Outcomes.compare(outcomes.value(chosen), outcomes.value(outcomes.best())) == 0;
        Proposal proposal = Rounds.proposal(problem, chosen);
        Certificate certificate = Prover.cases(problem, proposal, 10_000);
        assertThat(certificate.complete()).isEqualTo(best);
        assertThat(Checker.check(problem, proposal, certificate).accepted()).isEqualTo(best);
        for (int d = 0; d < chosen.length; d++) {
            if (certificate.claims().get(d).proof() instanceof Proof.Refuted refuted) {
                showsSomethingBetter(problem, chosen, d, refuted.witness());
            }
        }
    }

    @Test
    void what_prices_leave_open_is_divided_into_cases() {
        AllocationProblem problem = Pairs.crossed();
        Proposal proposal = Rounds.proposal(problem, new int[] {0, -1});
        Certificate certificate = Prover.cases(problem, proposal, 10);
        assertThat(certificate.claims().get(1).proof()).isInstanceOf(Proof.ByCases.class);
        assertThat(Checker.check(problem, proposal, certificate).failures()).isEmpty();
    }

    /** Two hundred thousand nodes do not settle this doctor's claim; some two dozen cases do. */
    @Test
    void cases_prove_where_the_search_gives_up() {
        Rounds.Shape shape = new Rounds.Shape(Objective.PLACEMENTS_FIRST, 60, 1, 6, 4, 1, 0.4, true, 0.5);
        AllocationProblem problem = Rounds.popular(shape, 36);
        Proposal proposal = Rounds.proposal(problem, Ascent.outcome(problem));
        Certificate certificate = Prover.prove(problem, proposal);
        assertThat(certificate.claims()).anyMatch(claim -> claim.proof() instanceof Proof.ByCases);
        assertThat(Checker.check(problem, proposal, certificate).failures()).isEmpty();
    }

    @Property(tries = 2000)
    void the_greatest_number_lies_where_it_is_said_to(@ForAll long seed) {
        AllocationProblem made = Rounds.small(seed);
        AllocationProblem problem = new AllocationProblem(Objective.PLACEMENTS_FIRST, made.doctors(), made.resources());
        Outcomes outcomes = new Outcomes(problem);
        long most = outcomes.all().stream().mapToLong(Outcomes::placed).max().orElseThrow();
        GreatestNumber stated =
                Prover.prove(problem, Rounds.proposal(problem, outcomes.best())).greatestNumber();
        assertThat((long) stated.atLeast()).isLessThanOrEqualTo(most);
        assertThat((long) stated.atMost()).isGreaterThanOrEqualTo(most);
    }
}
