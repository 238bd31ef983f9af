package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.explanation.Reasons.Inadmissible;
import no.alisplass.problem.Leg;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.InadmissibleStay;
import no.alisplass.snapshot.OfferRule;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.Supply;

/** What could not be offered to a doctor, put together by departments and reason. */
final class Inadmissibles {
    private Inadmissibles() {}

    private record Group(List<DepartmentId> departments, OfferRule reason) {}

    /** A position that never had a seat in the half-year is no offer, and is not named. */
    static List<Inadmissible> of(List<InadmissibleStay> leftOut, Supply offering) {
        Map<ResourceId, Stay> stays = new TreeMap<>();
        Map<List<DepartmentId>, TreeSet<HalfYear>> offered = new LinkedHashMap<>();
        for (OfferedStay one : offering.stays()) {
            if (one.seats() == 0 && one.taken().isEmpty()) {
                continue;
            }
            stays.put(one.seat(), one.stay());
            offered.computeIfAbsent(departments(one.stay()), departments -> new TreeSet<>())
                    .add(one.stay().halfYear());
        }
        Map<Group, TreeSet<HalfYear>> groups = new LinkedHashMap<>();
        for (InadmissibleStay out : leftOut) {
            Stay stay = stays.get(ResourceId.seat(out.position(), out.halfYear()));
            if (stay != null) {
                groups.computeIfAbsent(new Group(departments(stay), out.reason()), group -> new TreeSet<>())
                        .add(out.halfYear());
            }
        }
        List<Inadmissible> all = new ArrayList<>();
        groups.forEach((group, halfYears) -> all.add(new Inadmissible(
                group.departments(),
                group.reason(),
                byTime(group.reason()) || !halfYears.equals(offered.get(group.departments()))
                        ? List.copyOf(halfYears)
                        : List.of())));
        return all;
    }

    /** A reason that is about the time names it always. */
    private static boolean byTime(OfferRule reason) {
        return switch (reason) {
            case GIVEN_THEN,
                    BLOCKED,
                    BEFORE_EARLIEST_START,
                    AFFILIATION_BEGINS,
                    AFFILIATION_ENDS,
                    NOT_AGREED,
                    NOT_REGISTERED,
                    SCHEME_ENDS -> true;
            case NOT_COVERED,
                    PART_TOO_SHORT,
                    ALREADY_SERVED,
                    GIVEN_THERE,
                    REFUSED,
                    NOT_WISHED,
                    LEAVE_REFUSED,
                    HALF_ONLY -> false;
        };
    }

    static List<DepartmentId> departments(Stay stay) {
        return stay.legs().stream().map(Leg::department).toList();
    }
}
