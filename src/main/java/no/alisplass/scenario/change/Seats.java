package no.alisplass.scenario.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.snapshot.OfferedStay;
import no.alisplass.snapshot.Snapshot;

/** Which stays a frozen round offers and how many seats each has, to be changed. */
final class Seats {
    private final List<OfferedStay> all;
    private final Map<ResourceId, OfferedStay> offered = new TreeMap<>();
    private final Map<ResourceId, Integer> seats = new TreeMap<>();
    private boolean sameOffers = true;

    Seats(Snapshot base) {
        all = base.roster().offering().stays();
        base.problem().resources().stream()
                .filter(resource -> resource.id().away().isEmpty())
                .forEach(resource -> seats.put(resource.id(), resource.capacity()));
        all.stream().filter(stay -> seats.containsKey(stay.seat())).forEach(stay -> offered.put(stay.seat(), stay));
    }

    /** Whether the same stays are offered as at first, whatever their seats. */
    boolean sameOffers() {
        return sameOffers;
    }

    /** The half-years the round offers anything in. */
    Set<HalfYear> halfYears() {
        Set<HalfYear> years = new TreeSet<>();
        Stream.concat(all.stream(), offered.values().stream())
                .forEach(stay -> years.add(stay.stay().halfYear()));
        return years;
    }

    /** What is offered of the department in a half-year, and what the hospital has there without seats; the first positions first. */
    List<OfferedStay> stays(DepartmentId department, HalfYear halfYear) {
        Map<ResourceId, OfferedStay> found = new LinkedHashMap<>();
        Stream.concat(offered.values().stream(), all.stream().sorted(Comparator.comparing(OfferedStay::seat)))
                .filter(stay -> stay.stay().halfYear().equals(halfYear))
                .filter(stay -> stay.stay().legs().stream()
                        .anyMatch(leg -> leg.department().equals(department)))
                .forEach(stay -> found.putIfAbsent(stay.seat(), stay));
        return List.copyOf(found.values());
    }

    /** Of those, the ones the department shares with none. */
    List<OfferedStay> own(DepartmentId department, HalfYear halfYear) {
        return stays(department, halfYear).stream()
                .filter(stay -> stay.stay().legs().size() == 1)
                .toList();
    }

    boolean knows(DepartmentId department) {
        return halfYears().stream()
                .anyMatch(halfYear -> !stays(department, halfYear).isEmpty());
    }

    int count(OfferedStay stay) {
        return seats.getOrDefault(stay.seat(), 0);
    }

    int count(List<OfferedStay> stays) {
        return stays.stream().mapToInt(this::count).sum();
    }

    /** So many seats of a stay, which is offered from then on. */
    void seat(OfferedStay stay, int count) {
        if (count == count(stay) && (offered.containsKey(stay.seat()) || count == 0)) {
            return;
        }
        if (offered.putIfAbsent(stay.seat(), stay) == null) {
            sameOffers = false;
        }
        seats.put(stay.seat(), count);
    }

    /** A stay that is new, with so many seats or, until some are asked for, none. */
    void offer(OfferedStay stay, int count) {
        sameOffers &= offered.put(stay.seat(), stay) != null;
        seats.put(stay.seat(), count);
    }

    /** Keeps what the stays have as far as it goes; what is more goes to the first of them. */
    void spread(List<OfferedStay> stays, int count) {
        int left = count;
        Map<OfferedStay, Integer> kept = new LinkedHashMap<>();
        for (OfferedStay stay : stays) {
            kept.put(stay, Math.min(left, count(stay)));
            left -= kept.get(stay);
        }
        kept.merge(stays.get(0), left, Integer::sum);
        kept.forEach(this::seat);
    }

    /** How many pairs of what is offered there are. @param consecutive whether the second must follow in the next half-year */
    long pairs(boolean consecutive) {
        Map<HalfYear, Long> stays = new TreeMap<>();
        offered.values().forEach(each -> stays.merge(each.stay().halfYear(), 1L, Long::sum));
        long pairs = 0;
        for (HalfYear first : stays.keySet()) {
            for (HalfYear second : stays.keySet()) {
                int gap = first.until(second);
                if (gap == 1 || gap > 1 && !consecutive) {
                    pairs += stays.get(first) * stays.get(second);
                }
            }
        }
        return pairs;
    }

    /** What is offered, with or without seats. */
    List<OfferedStay> offered() {
        return List.copyOf(offered.values());
    }

    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        seats.forEach((id, count) -> resources.add(new Resource(id, count)));
        return resources;
    }
}
