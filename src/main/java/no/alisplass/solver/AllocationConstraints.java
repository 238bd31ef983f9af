package no.alisplass.solver;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftbigdecimal.HardMediumSoftBigDecimalScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.math.BigDecimal;
import java.util.function.ToIntFunction;

/** What the score counts. Public only because Timefold makes the instance. */
public class AllocationConstraints implements ConstraintProvider {
    public static final String CAPACITY = "No more doctors than there is room for";
    public static final String PLACED = "A doctor ahead is placed before one behind";
    public static final String WISH = "A doctor ahead gets the better tier before one behind";

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {capacity(factory), placed(factory), wish(factory)};
    }

    Constraint capacity(ConstraintFactory factory) {
        return factory.forEach(DoctorAssignment.class)
                .flattenLast(DoctorAssignment::units)
                .groupBy(unit -> unit, ConstraintCollectors.count())
                .filter((unit, count) -> count > unit.capacity())
                .penalizeBigDecimal(
                        HardMediumSoftBigDecimalScore.ONE_HARD,
                        (unit, count) -> BigDecimal.valueOf((long) count - unit.capacity()))
                .asConstraint(CAPACITY);
    }

    Constraint placed(ConstraintFactory factory) {
        return inPriorityOrder(
                factory.forEachIncludingUnassigned(DoctorAssignment.class)
                        .filter(assignment -> assignment.placedFirst() && assignment.choice() == null),
                assignment -> 1,
                HardMediumSoftBigDecimalScore.ONE_MEDIUM,
                PLACED);
    }

    Constraint wish(ConstraintFactory factory) {
        return inPriorityOrder(
                factory.forEachIncludingUnassigned(DoctorAssignment.class).filter(assignment -> assignment.tier() > 0),
                DoctorAssignment::tier,
                HardMediumSoftBigDecimalScore.ONE_SOFT,
                WISH);
    }

    /** Penalises all of them at once, by the number of which each gives a digit. */
    private static Constraint inPriorityOrder(
            UniConstraintStream<DoctorAssignment> doctors,
            ToIntFunction<DoctorAssignment> digit,
            HardMediumSoftBigDecimalScore level,
            String name) {
        return doctors.groupBy(ConstraintCollectors.collectAndThen(
                        ConstraintCollectors.<DoctorAssignment>toSet(), all -> PriorityNumber.of(all, digit)))
                .penalizeBigDecimal(level, number -> number)
                .asConstraint(name);
    }
}
