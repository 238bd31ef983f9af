package no.alisplass.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.reference.ExhaustiveReference;
import no.alisplass.reference.SmallRounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Minutes of work, for once in a while: {@code -Dbench.many=true}; the figures are in docs/benchmark.md. */
@EnabledIfSystemProperty(named = "bench.many", matches = "true")
class ManyRoundsTest {
    private static final Logger SOLVER_LOG = Logger.getLogger("ai.timefold");
    private static final int SEEDS = Integer.getInteger("bench.seeds", 100);

    static {
        SOLVER_LOG.setLevel(Level.WARNING);
    }

    static Stream<Instance> instances() {
        return Stream.of(Objective.values())
                .flatMap(objective -> Instance.all().stream().map(instance -> instance.with(objective)));
    }

    @ParameterizedTest
    @MethodSource("instances")
    void every_doctor_is_settled_proven_and_checked(Instance instance) {
        boolean national = instance.group().equals("national");
        int seeds = national ? 3 : SEEDS;
        long doctors = 0;
        long open = 0;
        long notProven = 0;
        List<Long> dishonest = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            Measured measured = Measured.of(instance.problem(seed));
            doctors += instance.shape().doctors();
            open += measured.open();
            notProven += measured.notProven();
            if (!measured.honest()) {
                dishonest.add(seed);
            }
        }
        System.out.printf(
                "%s, %s: %d rounds, %d doctors, %d not settled, %d not proven%n",
                instance.name(), instance.shape().objective(), seeds, doctors, open, notProven);
        assertThat(dishonest).isEmpty();
        boolean hard = instance.group().equals("pairs") && instance.shape().objective() == Objective.PLACEMENTS_FIRST;
        assertThat(notProven).isLessThanOrEqualTo(hard || national ? doctors / 1_000 : 0);
    }

    @Test
    void twenty_thousand_small_rounds_are_as_good_as_trying_every_outcome() {
        int rounds = 200 * SEEDS;
        for (long seed = 1; seed <= rounds; seed++) {
            AllocationProblem problem = SmallRounds.random(seed);
            Measured measured = Measured.of(problem);
            assertThat(measured.tiers()).as("round %d", seed).isEqualTo(ExhaustiveReference.tiers(problem));
            assertThat(measured.notProven()).as("round %d", seed).isZero();
            assertThat(measured.honest()).as("round %d", seed).isTrue();
        }
        System.out.printf("%d small rounds: all as good as the reference, all proven and checked%n", rounds);
    }
}
