package no.alisplass.certificate.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.GreatestNumber;
import no.alisplass.certificate.check.CheckReport;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.Rounds.Shape;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import org.junit.jupiter.api.Test;

/** Rounds of the sizes met: every doctor proven. {@code -Dsizes.seeds=n} for more rounds, {@code -Dsizes.warm=n} for the times printed to be warm. */
class SizesTest {
    private static final int SEEDS = Integer.getInteger("sizes.seeds", 1);
    private static final int WARM = Integer.getInteger("sizes.warm", 0);

    @Test
    void one_hospital_one_half_year() {
        measure("60 x 4", shape(Objective.WISHES_FIRST, 60, 1, 4, 1, 1, 0, false));
        measure("60 x 4 placements", shape(Objective.PLACEMENTS_FIRST, 60, 1, 4, 1, 1, 0, false));
    }

    @Test
    void one_hospital_two_years_with_two_part_doctors_and_limits() {
        measure("60 x 24 pairs limit", shape(Objective.WISHES_FIRST, 60, 1, 6, 4, 1, 0.4, true));
        measure("60 x 24 pairs limit placements", shape(Objective.PLACEMENTS_FIRST, 60, 1, 6, 4, 1, 0.4, true));
    }

    @Test
    void a_region_over_two_years_with_two_part_doctors() {
        measure("120 x 64 pairs", shape(Objective.WISHES_FIRST, 120, 1, 16, 4, 1, 0.3, false));
        measure("120 x 64 pairs limit", shape(Objective.WISHES_FIRST, 120, 1, 16, 4, 1, 0.3, true));
        measure("120 x 64 pairs limit placements", shape(Objective.PLACEMENTS_FIRST, 120, 1, 16, 4, 1, 0.3, true));
    }

    @Test
    void a_region_one_half_year() {
        measure("300 x 120", shape(Objective.WISHES_FIRST, 300, 1, 40, 1, 3, 0, false));
        measure("300 x 120 pairs limit", shape(Objective.WISHES_FIRST, 300, 1, 60, 2, 1, 0.3, true));
        measure("300 x 120 placements", shape(Objective.PLACEMENTS_FIRST, 300, 1, 40, 1, 3, 0, false));
    }

    @Test
    void growth_at_equal_competition() {
        for (int hospitals : new int[] {2, 5, 10, 20}) {
            measure(
                    "%d x %d national".formatted(hospitals * 150, hospitals * 30),
                    shape(Objective.WISHES_FIRST, hospitals * 150, hospitals, 15, 2, 1, 0, false));
            measure(
                    "%d x %d national pairs".formatted(hospitals * 150, hospitals * 30),
                    shape(Objective.WISHES_FIRST, hospitals * 150, hospitals, 15, 2, 1, 0.3, true));
        }
    }

    /** That the rounds above are made by the prover's own searches does not matter: CP-SAT makes the same of these. */
    @Test
    void another_maker_comes_to_the_same_outcome() {
        for (Objective objective : Objective.values()) {
            for (int seed = 1; seed <= 2; seed++) {
                AllocationProblem problem = Rounds.popular(shape(objective, 40, 1, 4, 4, 1, 0.4, true), seed);
                Outcomes outcomes = new Outcomes(problem);
                assertThat(outcomes.value(Ascent.outcome(problem))).isEqualTo(outcomes.value(Makers.best(problem)));
            }
        }
    }

    private static Shape shape(
            Objective objective,
            int doctors,
            int hospitals,
            int departments,
            int halfYears,
            int seats,
            double twoPart,
            boolean limited) {
        return new Shape(objective, doctors, hospitals, departments, halfYears, seats, twoPart, limited, 0.5);
    }

    private static void measure(String name, Shape shape) {
        List<Long> proving = new ArrayList<>();
        List<Long> checking = new ArrayList<>();
        Map<String, Integer> proofs = new TreeMap<>();
        int bytes = 0;
        int placed = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            AllocationProblem problem = Rounds.popular(shape, seed);
            Proposal proposal = Rounds.proposal(problem, Ascent.outcome(problem));
            Certificate certificate = null;
            for (int time = 0; time <= WARM; time++) {
                long start = System.nanoTime();
                certificate = Prover.prove(problem, proposal);
                if (time == WARM) {
                    proving.add(System.nanoTime() - start);
                }
            }
            CheckReport report = null;
            for (int time = 0; time <= WARM; time++) {
                long start = System.nanoTime();
                report = Checker.check(problem, proposal, certificate);
                if (time == WARM) {
                    checking.add(System.nanoTime() - start);
                }
            }
            report.counts().proofs().forEach((kind, count) -> proofs.merge(kind, count, Integer::sum));
            proofs.merge("lists", report.counts().priceLists(), Integer::sum);
            placed += report.counts().placed();
            bytes = Math.max(bytes, CanonicalJson.write(certificate).length());
            if (certificate.greatestNumber() != null) {
                GreatestNumber number = certificate.greatestNumber();
                proofs.merge("exact numbers", number.atLeast() == number.atMost() ? 1 : 0, Integer::sum);
                proofs.merge("more possible", number.atLeast() > number.proposed() ? 1 : 0, Integer::sum);
            }
            assertThat(report.honest()).as(report.failures().toString()).isTrue();
            proofs.merge("accepted", report.accepted() ? 1 : 0, Integer::sum);
        }
        Collections.sort(proving);
        Collections.sort(checking);
        System.out.printf(
                "%-32s prove %8.2f ms (max %7.2f)  check %7.2f ms  %6d kB  placed %d  %s%n",
                name,
                proving.get(proving.size() / 2) / 1e6,
                proving.get(proving.size() - 1) / 1e6,
                checking.get(checking.size() / 2) / 1e6,
                bytes / 1000,
                placed,
                proofs);
        // Of placements first, with pairs and limits, a claim in five thousand or so stays open.
        int open = proofs.getOrDefault("NOT_PROVEN", 0);
        assertThat(open)
                .isLessThanOrEqualTo(shape.objective() == Objective.WISHES_FIRST ? 0 : SEEDS * shape.doctors() / 5000);
        assertThat(proofs.get("accepted")).isGreaterThanOrEqualTo(SEEDS - open);
    }
}
