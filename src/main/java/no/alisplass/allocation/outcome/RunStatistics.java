package no.alisplass.allocation.outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;

/**
 * How a run's outcome falls on those who took part, counted; no doctor can be told from it.
 *
 * @param demand in the order the departments were named
 * @param affiliations of the doctors there are, null for those without any
 * @param waited by the half-years since the first list a doctor stood on, the shortest first
 * @param starts by the earliest start wished, not before the round's own; the first first
 */
public record RunStatistics(
        List<Demand> demand,
        WishesMet wishesMet,
        List<Share<Affiliation>> affiliations,
        List<Share<AreaCode>> areas,
        List<Share<Integer>> waited,
        List<Share<HalfYear>> starts) {
    /** How many of a doctor's own wishes are counted one by one. */
    public static final int RANKS = 5;

    /**
     * How many want a department, against the seats there are for it in all the round's half-years.
     *
     * @param first who have it as their first wish, of those equally good one
     * @param any who have it among their wishes
     */
    public record Demand(DepartmentId department, int first, int any, int seats) {}

    /** So many of a kind are placed, and so many wait. */
    public record Share<K>(K of, int placed, int waiting) {}

    /**
     * By the doctor's own wish that is met, of two the better.
     *
     * @param ranks how many got their first wish, their second, and so on to the {@value RunStatistics#RANKS}th
     * @param later got a later one
     * @param notAmong are placed beyond their wishes
     * @param without are placed, and wished for nothing
     */
    public record WishesMet(List<Integer> ranks, int later, int notAmong, int without, int waiting) {
        public WishesMet {
            ranks = List.copyOf(ranks);
        }
    }

    /**
     * @param departments the hospital's, in its order
     * @param seats of the round's half-years
     * @param first half-year of the round
     * @param firstListed the half-year each doctor first stood on a list for; a doctor without one is new
     */
    static RunStatistics of(
            Allocation allocation,
            List<DepartmentId> departments,
            List<Seats> seats,
            HalfYear first,
            Map<HprNumber, HalfYear> firstListed) {
        List<DoctorOutcome> doctors = allocation.doctors();
        return new RunStatistics(
                departments.stream()
                        .map(each -> new Demand(
                                each,
                                wishing(doctors, each, 1),
                                wishing(doctors, each, Integer.MAX_VALUE),
                                seats(seats, each)))
                        .toList(),
                wishesMet(doctors),
                shares(doctors, each -> each.doctor().facts().employment().kind()),
                shares(doctors, each -> each.doctor().facts().area()),
                shares(doctors, each -> waited(each, first, firstListed)),
                shares(doctors, each -> start(each, first)));
    }

    private static int wishing(List<DoctorOutcome> doctors, DepartmentId department, int groups) {
        return (int) doctors.stream()
                .filter(each -> each.doctor().wishes().ranked().stream()
                        .limit(groups)
                        .anyMatch(group -> group.contains(department)))
                .count();
    }

    private static int seats(List<Seats> seats, DepartmentId department) {
        return seats.stream()
                .filter(each -> each.position().parts().stream()
                        .anyMatch(part -> part.department().equals(department)))
                .mapToInt(Seats::count)
                .sum();
    }

    private static WishesMet wishesMet(List<DoctorOutcome> doctors) {
        List<Integer> ranks = new ArrayList<>(Collections.nCopies(RANKS, 0));
        int later = 0;
        int notAmong = 0;
        int without = 0;
        int waiting = 0;
        for (DoctorOutcome each : doctors) {
            if (!each.placed()) {
                waiting++;
            } else if (!each.ownWish().anyWishes()) {
                without++;
            } else if (each.wish() == null) {
                notAmong++;
            } else if (each.wish() > RANKS) {
                later++;
            } else {
                ranks.set(each.wish() - 1, ranks.get(each.wish() - 1) + 1);
            }
        }
        return new WishesMet(ranks, later, notAmong, without, waiting);
    }

    private static int waited(DoctorOutcome doctor, HalfYear first, Map<HprNumber, HalfYear> firstListed) {
        return WaitingTimes.of(doctor.doctor().facts().hpr(), first, firstListed);
    }

    private static HalfYear start(DoctorOutcome doctor, HalfYear first) {
        HalfYear earliest = doctor.doctor().wishes().earliestStart();
        return earliest == null || earliest.compareTo(first) < 0 ? first : earliest;
    }

    private static <K extends Comparable<? super K>> List<Share<K>> shares(
            List<DoctorOutcome> doctors, Function<DoctorOutcome, K> of) {
        Map<K, int[]> counts = new HashMap<>();
        doctors.forEach(each -> counts.computeIfAbsent(of.apply(each), none -> new int[2])[each.placed() ? 0 : 1]++);
        return counts.entrySet().stream()
                .map(each -> new Share<>(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .sorted(Comparator.comparing(Share::of, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
