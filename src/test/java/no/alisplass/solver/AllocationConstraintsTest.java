package no.alisplass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AllocationConstraintsTest {
    private final ConstraintVerifier<AllocationConstraints, AllocationPlan> verifier =
            ConstraintVerifier.build(new AllocationConstraints(), AllocationPlan.class, DoctorAssignment.class);

    private static final Choice.Unit ONE = new Choice.Unit(0, 1);
    private static final Choice.Unit TWO = new Choice.Unit(1, 2);
    private static final Choice.Unit NONE_AT_ALL = new Choice.Unit(2, 0);

    private static DoctorAssignment doctor(int number, int noTier, int behind, boolean placedFirst, Choice choice) {
        List<Choice> choices = choice == null ? List.of() : List.of(choice);
        return new DoctorAssignment(number, choice != null, choices, noTier, behind, placedFirst);
    }

    private static DoctorAssignment holding(int number, Choice.Unit... units) {
        return doctor(number, 1, 0, false, new Choice(number, 0, Arrays.asList(units)));
    }

    private static DoctorAssignment inTier(int number, int tier, int behind) {
        return doctor(number, 9, behind, false, new Choice(number, tier, List.of()));
    }

    private static DoctorAssignment waiting(int number, int noTier, int behind) {
        return doctor(number, noTier, behind, false, null);
    }

    private static DoctorAssignment waitingWherePlacingIsFirst(int number, int noTier, int behind) {
        return doctor(number, noTier, behind, true, null);
    }

    /** The number with these digits, each a whole {@code int}. */
    private static BigDecimal number(int... digits) {
        BigInteger number = BigInteger.ZERO;
        for (int digit : digits) {
            number = number.shiftLeft(Integer.SIZE).add(BigInteger.valueOf(digit));
        }
        return new BigDecimal(number);
    }

    @Nested
    class NoMoreDoctorsThanThereIsRoomFor {
        @Test
        void as_many_as_there_is_room_for_cost_nothing() {
            verifier.verifyThat(AllocationConstraints::capacity)
                    .given(holding(0, ONE), holding(1, TWO), holding(2, TWO), waiting(3, 1, 3))
                    .penalizesBy(0);
        }

        @Test
        void one_too_many_costs_one() {
            verifier.verifyThat(AllocationConstraints::capacity)
                    .given(holding(0, ONE), holding(1, ONE))
                    .penalizesBy(1);
        }

        @Test
        void every_unit_too_many_counts_on_every_resource() {
            verifier.verifyThat(AllocationConstraints::capacity)
                    .given(holding(0, ONE, TWO), holding(1, ONE, TWO), holding(2, ONE, TWO), holding(3, TWO))
                    .penalizesBy(2 + 2);
        }

        @Test
        void where_there_is_no_room_the_first_is_too_many() {
            verifier.verifyThat(AllocationConstraints::capacity)
                    .given(holding(0, NONE_AT_ALL))
                    .penalizesBy(1);
        }
    }

    @Nested
    class ADoctorAheadIsPlacedBeforeOneBehind {
        @Test
        void a_placed_doctor_costs_nothing() {
            verifier.verifyThat(AllocationConstraints::placed)
                    .given(doctor(0, 3, 1, true, new Choice(0, 2, List.of(ONE))))
                    .penalizesBy(0);
        }

        @Test
        void each_waiting_doctor_costs_the_digit_of_the_place() {
            verifier.verifyThat(AllocationConstraints::placed)
                    .given(
                            waitingWherePlacingIsFirst(0, 3, 3),
                            waitingWherePlacingIsFirst(1, 1, 2),
                            waitingWherePlacingIsFirst(3, 3, 0))
                    .penalizesBy(number(1, 1, 0, 1));
        }

        @Test
        void where_only_wishes_count_waiting_costs_nothing_here() {
            verifier.verifyThat(AllocationConstraints::placed)
                    .given(waiting(0, 3, 2))
                    .penalizesBy(0);
        }
    }

    @Nested
    class ADoctorAheadGetsTheBetterTierBeforeOneBehind {
        @Test
        void the_best_tier_costs_nothing() {
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(inTier(0, 0, 2), inTier(1, 0, 0))
                    .penalizesBy(0);
        }

        @Test
        void the_number_reads_as_the_tiers_in_priority_order() {
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(inTier(0, 3, 2), inTier(1, 0, 1), inTier(2, 8, 0))
                    .penalizesBy(number(3, 0, 8));
        }

        @Test
        void no_placement_is_the_tier_after_all_others() {
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(inTier(0, 1, 2), waiting(1, 12, 1), waiting(2, 4, 0))
                    .penalizesBy(number(1, 12, 4));
        }

        @Test
        void a_doctor_who_could_be_offered_nothing_costs_nothing() {
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(waiting(0, 0, 1))
                    .penalizesBy(0);
        }

        @Test
        void one_tier_for_a_doctor_ahead_outweighs_all_that_those_behind_could_lose() {
            int[] digits = new int[10_001];
            digits[0] = 1;
            digits[10_000] = Integer.MAX_VALUE;
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(inTier(0, 1, 10_000), inTier(1, Integer.MAX_VALUE, 0))
                    .penalizesBy(number(digits));
            assertThat(number(1, 0, 0)).isGreaterThan(number(Integer.MAX_VALUE, Integer.MAX_VALUE));
        }
    }
}
