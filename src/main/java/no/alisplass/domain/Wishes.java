package no.alisplass.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a doctor wants.
 *
 * @param ranked departments in order of preference; those of one group are equally good
 * @param onlyRanked whether a department that is not ranked is refused; otherwise it comes after all ranked ones
 * @param refused departments the doctor will not have
 * @param earliestStart no offer before this half-year; null for no bound
 * @param blocked half-years in which the doctor cannot go
 * @param weight which matters more, department or early start
 * @param wholeOnly true for a doctor who will have the whole of a two-part service or nothing; else null
 */
public record Wishes(
        List<Set<DepartmentId>> ranked,
        boolean onlyRanked,
        Set<DepartmentId> refused,
        HalfYear earliestStart,
        Set<HalfYear> blocked,
        WishWeight weight,
        Boolean wholeOnly) {
    public static final Wishes NONE = new Wishes(List.of(), false, Set.of(), null, Set.of(), WishWeight.DEPARTMENT);

    public Wishes {
        ranked = ranked.stream().map(Sorted::copy).toList();
        refused = Sorted.copy(refused);
        blocked = Sorted.copy(blocked);
        wholeOnly = Boolean.TRUE.equals(wholeOnly) ? Boolean.TRUE : null;
    }

    /** Of a doctor who will rather have a first part than nothing. */
    public Wishes(
            List<Set<DepartmentId>> ranked,
            boolean onlyRanked,
            Set<DepartmentId> refused,
            HalfYear earliestStart,
            Set<HalfYear> blocked,
            WishWeight weight) {
        this(ranked, onlyRanked, refused, earliestStart, blocked, weight, null);
    }

    /** Whether a first part alone is worse than nothing. */
    public boolean bothOrNothing() {
        return wholeOnly != null;
    }

    /** Whether the doctor would start a service in a half-year: it is neither blocked nor before the earliest start. */
    public boolean letStart(HalfYear halfYear) {
        return !blocked.contains(halfYear) && (earliestStart == null || halfYear.compareTo(earliestStart) >= 0);
    }

    /** The preference group of a department, 0 the best; unranked ones share the last; empty when refused. */
    public Optional<Integer> rankOf(DepartmentId department) {
        if (refused.contains(department)) {
            return Optional.empty();
        }
        for (int group = 0; group < ranked.size(); group++) {
            if (ranked.get(group).contains(department)) {
                return Optional.of(group);
            }
        }
        return onlyRanked ? Optional.empty() : Optional.of(ranked.size());
    }
}
