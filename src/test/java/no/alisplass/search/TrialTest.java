package no.alisplass.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.reference.ExhaustiveReference;
import no.alisplass.reference.SmallRounds;
import org.junit.jupiter.api.Test;

class TrialTest {
    @Test
    void the_tiers_of_a_trial_are_those_of_trying_every_outcome() {
        for (long seed = 10_000; seed < 12_000; seed++) {
            AllocationProblem problem = SmallRounds.random(seed);
            List<Integer> best = ExhaustiveReference.tiers(problem);
            List<Integer> options = Trial.options(problem).orElseThrow();
            for (int d = 0; d < best.size(); d++) {
                Doctor doctor = problem.doctors().get(d);
                assertThat(Trial.tier(problem, doctor.id()))
                        .as("round %d, %s", seed, doctor.id())
                        .isEqualTo(OptionalInt.of(best.get(d)));
                int tier = options.get(d) == null
                        ? doctor.tiers()
                        : doctor.options().get(options.get(d)).tier();
                assertThat(tier).isEqualTo(best.get(d));
            }
        }
    }
}
