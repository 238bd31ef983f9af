package no.alisplass.solver;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import java.math.BigDecimal;
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

    private static DoctorAssignment doctor(
            int number, int noTier, String placeValue, String placedValue, Choice choice) {
        List<Choice> choices = choice == null ? List.of() : List.of(choice);
        return new DoctorAssignment(
                number, choice != null, choices, noTier, new BigDecimal(placeValue), new BigDecimal(placedValue));
    }

    private static DoctorAssignment holding(int number, Choice.Unit... units) {
        return doctor(number, 1, "1", "0", new Choice(number, 0, Arrays.asList(units)));
    }

    private static DoctorAssignment inTier(int number, int tier, String placeValue) {
        return doctor(number, 9, placeValue, "0", new Choice(number, tier, List.of()));
    }

    private static DoctorAssignment waiting(int number, int noTier, String placeValue, String placedValue) {
        return doctor(number, noTier, placeValue, placedValue, null);
    }

    @Nested
    class NoMoreDoctorsThanThereIsRoomFor {
        @Test
        void as_many_as_there_is_room_for_cost_nothing() {
            verifier.verifyThat(AllocationConstraints::capacity)
                    .given(holding(0, ONE), holding(1, TWO), holding(2, TWO), waiting(3, 1, "1", "1"))
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
                    .given(doctor(0, 3, "100", "10", new Choice(0, 2, List.of(ONE))))
                    .penalizesBy(0);
        }

        @Test
        void each_waiting_doctor_costs_the_digit_of_the_place() {
            verifier.verifyThat(AllocationConstraints::placed)
                    .given(waiting(0, 3, "10000", "100"), waiting(1, 1, "100", "10"), waiting(2, 3, "1", "1"))
                    .penalizesBy(111);
        }

        @Test
        void where_only_wishes_count_waiting_costs_nothing_here() {
            verifier.verifyThat(AllocationConstraints::placed)
                    .given(waiting(0, 3, "10000", "0"))
                    .penalizesBy(0);
        }
    }

    @Nested
    class ADoctorAheadGetsTheBetterTierBeforeOneBehind {
        @Test
        void the_best_tier_costs_nothing() {
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(inTier(0, 0, "100"), inTier(1, 0, "1"))
                    .penalizesBy(0);
        }

        @Test
        void the_number_reads_as_the_tiers_in_priority_order() {
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(inTier(0, 3, "100"), inTier(1, 0, "10"), inTier(2, 8, "1"))
                    .penalizesBy(308);
        }

        @Test
        void no_placement_is_the_tier_after_all_others() {
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(inTier(0, 1, "10000"), waiting(1, 12, "100", "1"), waiting(2, 4, "1", "1"))
                    .penalizesBy(11204);
        }

        @Test
        void a_doctor_who_could_be_offered_nothing_costs_nothing() {
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(waiting(0, 0, "100", "1"))
                    .penalizesBy(0);
        }

        @Test
        void one_tier_for_a_doctor_ahead_outweighs_all_that_those_behind_could_lose() {
            String ahead = "1" + "0".repeat(400);
            verifier.verifyThat(AllocationConstraints::wish)
                    .given(inTier(0, 1, ahead), inTier(1, 2, "1"))
                    .penalizesBy(new BigDecimal(ahead).add(BigDecimal.valueOf(2)));
        }
    }
}
