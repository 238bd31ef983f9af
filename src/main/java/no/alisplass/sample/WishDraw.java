package no.alisplass.sample;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;

/** What a doctor wants. */
final class WishDraw {
    private final HalfYear first;
    private final SeededDraw draw;

    WishDraw(HalfYear first, SeededDraw draw) {
        this.first = first;
        this.draw = draw;
    }

    Wishes wishes(Shares.Wishing wishing, Shares.Timing timing) {
        List<Set<DepartmentId>> ranked = ranked(wishing, byLiking());
        boolean onlyRanked = wishing == Shares.Wishing.ONLY_RANKED;
        Set<DepartmentId> refused = onlyRanked || !draw.percent(18) ? Set.of() : refused(ranked);
        WishWeight weight = draw.percent(20) ? WishWeight.START : WishWeight.DEPARTMENT;
        return new Wishes(ranked, onlyRanked, refused, earliest(timing), blocked(timing), weight);
    }

    /** What a doctor wanted before, in the half-years of this round. */
    Wishes again(Wishes before, Shares.Timing timing) {
        return new Wishes(
                before.ranked(),
                before.onlyRanked(),
                before.refused(),
                earliest(timing),
                blocked(timing),
                before.weight());
    }

    private HalfYear earliest(Shares.Timing timing) {
        return switch (timing) {
            case FROM_FIRST -> first;
            case FROM_SECOND -> first.next();
            default -> null;
        };
    }

    private Set<HalfYear> blocked(Shares.Timing timing) {
        return switch (timing) {
            case NOT_FIRST -> Set.of(first);
            case NOT_SECOND -> Set.of(first.next());
            default -> Set.of();
        };
    }

    /** All departments, the popular ones more often first. */
    private List<DepartmentId> byLiking() {
        Set<SampleDepartment> left = EnumSet.allOf(SampleDepartment.class);
        List<DepartmentId> order = new ArrayList<>();
        while (!left.isEmpty()) {
            int total = left.stream().mapToInt(SampleDepartment::popularity).sum();
            int at = draw.between(1, total);
            SampleDepartment next = null;
            for (SampleDepartment department : left) {
                if (at > 0) {
                    next = department;
                    at -= department.popularity();
                }
            }
            order.add(next.id());
            left.remove(next);
        }
        return order;
    }

    private List<Set<DepartmentId>> ranked(Shares.Wishing wishing, List<DepartmentId> order) {
        return switch (wishing) {
            case NOTHING -> List.of();
            case ONE -> strict(order.subList(0, 1));
            case ALL_STRICT -> strict(order);
            case SOME_STRICT -> strict(order.subList(0, draw.between(2, 3)));
            case ONLY_RANKED -> strict(order.subList(0, draw.between(1, 2)));
            case TIED_FIRST -> groups(order.subList(0, 2), draw.percent(50) ? order.subList(2, 3) : List.of());
            case TIED_LAST -> groups(order.subList(0, 1), order.subList(1, draw.between(3, 4)));
        };
    }

    private Set<DepartmentId> refused(List<Set<DepartmentId>> ranked) {
        Set<DepartmentId> wished = ranked.stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<DepartmentId> others = new ArrayList<>();
        for (SampleDepartment department : SampleDepartment.values()) {
            if (!wished.contains(department.id())) {
                others.add(department.id());
            }
        }
        draw.shuffle(others);
        return Set.copyOf(others.subList(0, Math.min(others.size(), draw.between(1, 2))));
    }

    private static List<Set<DepartmentId>> strict(List<DepartmentId> order) {
        return order.stream().map(Set::of).toList();
    }

    private static List<Set<DepartmentId>> groups(List<DepartmentId> first, List<DepartmentId> second) {
        return second.isEmpty() ? List.of(Set.copyOf(first)) : List.of(Set.copyOf(first), Set.copyOf(second));
    }
}
