package no.alisplass.allocation.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.domain.HprNumber;

/**
 * Whose outcome differs between two proposals.
 *
 * @param all those who differ, in the later priority order; then those who are in the earlier one only
 */
public record OutcomeChanges(List<Change> all) {
    public OutcomeChanges {
        all = List.copyOf(all);
    }

    /** What the later outcome is to the doctor. */
    public enum Direction {
        BETTER,
        WORSE,
        /** Another, as good. */
        SAME,
        /** The doctor is in one of the proposals only, or has other wishes in the later one. */
        NOT_COMPARABLE
    }

    /**
     * @param before null for a doctor who was not in the earlier proposal
     * @param after null for a doctor who is not in the later one
     */
    public record Change(DoctorOutcome before, DoctorOutcome after, Direction direction) {
        /** The doctor's outcome as it is last known. */
        public DoctorOutcome known() {
            return after == null ? before : after;
        }
    }

    public static OutcomeChanges between(List<DoctorOutcome> earlier, List<DoctorOutcome> later) {
        Map<HprNumber, DoctorOutcome> before = byNumber(earlier);
        Map<HprNumber, DoctorOutcome> after = byNumber(later);
        List<Change> changes = new ArrayList<>();
        after.forEach((hpr, now) -> {
            DoctorOutcome then = before.get(hpr);
            if (then == null || !then.stays().equals(now.stays())) {
                changes.add(new Change(then, now, direction(then, now)));
            }
        });
        before.forEach((hpr, then) -> {
            if (!after.containsKey(hpr)) {
                changes.add(new Change(then, null, Direction.NOT_COMPARABLE));
            }
        });
        return new OutcomeChanges(changes);
    }

    public int better() {
        return count(Direction.BETTER);
    }

    public int worse() {
        return count(Direction.WORSE);
    }

    private int count(Direction direction) {
        return (int) all.stream().filter(each -> each.direction() == direction).count();
    }

    private static Map<HprNumber, DoctorOutcome> byNumber(List<DoctorOutcome> doctors) {
        return doctors.stream()
                .collect(Collectors.toMap(
                        each -> each.doctor().facts().hpr(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Wishes that have changed between the proposals cannot be compared; a pinned doctor keeps the rank the wish had. */
    private static Direction direction(DoctorOutcome then, DoctorOutcome now) {
        if (then == null) {
            return Direction.NOT_COMPARABLE;
        }
        if (then.placed() != now.placed()) {
            return now.placed() ? Direction.BETTER : Direction.WORSE;
        }
        if (!then.pinned() && !now.pinned() && then.tiers() != now.tiers()) {
            return Direction.NOT_COMPARABLE;
        }
        if (!now.placed()) {
            return Direction.SAME;
        }
        int order = Integer.compare(now.option().tier(), then.option().tier());
        return order < 0 ? Direction.BETTER : order > 0 ? Direction.WORSE : Direction.SAME;
    }
}
