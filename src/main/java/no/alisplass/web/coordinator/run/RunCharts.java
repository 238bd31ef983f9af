package no.alisplass.web.coordinator.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.alisplass.allocation.Allocation;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;

/** The pictures of a run: each a chart, a table and a download. */
final class RunCharts {
    private static final int RANKS = 5;

    private RunCharts() {}

    /** @param firstListed the half-year each doctor first stood on a list for; a doctor without one is new */
    static List<Chart> all(
            Allocation allocation,
            Names names,
            List<Seats> seats,
            HalfYear first,
            Map<HprNumber, HalfYear> firstListed) {
        return List.of(
                competition(allocation, names, seats),
                outcome(allocation),
                split(
                        "tilknytning",
                        Texts.of("chart-affiliation"),
                        Texts.of("case-affiliation"),
                        allocation,
                        placed -> Texts.of("case-affiliation-"
                                + (placed.doctor().facts().affiliation() == null
                                        ? "NONE"
                                        : placed.doctor().facts().affiliation())),
                        false),
                split(
                        "kommune",
                        Texts.of("chart-area"),
                        Texts.of("lists-area"),
                        allocation,
                        placed -> names.area(placed.doctor().facts().area()),
                        true),
                age(allocation, first, firstListed),
                wantedStart(allocation, first));
    }

    /** How long those in the queue have waited, since the first list they stood on. */
    private static Chart age(Allocation allocation, HalfYear first, Map<HprNumber, HalfYear> firstListed) {
        Map<Integer, int[]> counts = new TreeMap<>();
        for (DoctorOutcome placed : allocation.doctors()) {
            HalfYear listed = firstListed.getOrDefault(placed.doctor().facts().hpr(), first);
            count(counts, Math.max(0, listed.until(first)), placed);
        }
        return ordered(
                "alder",
                Texts.of("chart-age"),
                Texts.of("chart-age-waited"),
                counts,
                waited -> Texts.of("chart-age-half-years", waited));
    }

    private static Chart wantedStart(Allocation allocation, HalfYear first) {
        Map<HalfYear, int[]> counts = new TreeMap<>();
        for (DoctorOutcome placed : allocation.doctors()) {
            HalfYear earliest = placed.doctor().wishes().earliestStart();
            count(counts, earliest == null || earliest.compareTo(first) < 0 ? first : earliest, placed);
        }
        return ordered("start", Texts.of("chart-start"), Texts.of("chart-start-wanted"), counts, Formats::halfYear);
    }

    private static <K> void count(Map<K, int[]> counts, K key, DoctorOutcome placed) {
        counts.computeIfAbsent(key, each -> new int[2])[placed.placed() ? 0 : 1]++;
    }

    private static <K> Chart ordered(
            String id, String title, String category, Map<K, int[]> counts, Function<K, String> name) {
        return placedAndWaiting(
                id, title, category, counts.keySet().stream().map(name).toList(), List.copyOf(counts.values()), false);
    }

    /** How many want each department, against the seats there are in all half-years. */
    private static Chart competition(Allocation allocation, Names names, List<Seats> seats) {
        List<Department> departments = names.departments();
        return new Chart(
                "konkurranse",
                Texts.of("chart-competition"),
                Texts.of("department"),
                departments.stream().map(Department::name).toList(),
                List.of(
                        new Chart.Series(
                                Texts.of("chart-first-wish"),
                                departments.stream()
                                        .map(each -> wishing(allocation, each, 1))
                                        .toList()),
                        new Chart.Series(
                                Texts.of("chart-any-wish"),
                                departments.stream()
                                        .map(each -> wishing(allocation, each, Integer.MAX_VALUE))
                                        .toList()),
                        new Chart.Series(
                                Texts.of("chart-seats"),
                                departments.stream()
                                        .map(each -> seats.stream()
                                                .filter(one -> one.position().parts().stream()
                                                        .anyMatch(part -> part.department()
                                                                .equals(each.id())))
                                                .mapToInt(Seats::count)
                                                .sum())
                                        .toList())),
                false,
                false);
    }

    private static long wishing(Allocation allocation, Department department, int groups) {
        return allocation.doctors().stream()
                .filter(placed -> placed.doctor().wishes().ranked().stream()
                        .limit(groups)
                        .anyMatch(group -> group.contains(department.id())))
                .count();
    }

    private static Chart outcome(Allocation allocation) {
        int[] counts = new int[RANKS + 4];
        allocation.doctors().forEach(placed -> counts[category(placed)]++);
        List<String> categories = new ArrayList<>(IntStream.rangeClosed(1, RANKS)
                .mapToObj(rank -> Texts.of("wish-rank", rank))
                .toList());
        categories.add(Texts.of("chart-later-wish", RANKS + 1));
        categories.add(Texts.of("wish-not-among"));
        categories.add(Texts.of("wish-no-wishes"));
        categories.add(Texts.of("chart-waiting"));
        return new Chart(
                "onsker",
                Texts.of("chart-outcome"),
                Texts.of("chart-result"),
                categories,
                List.of(new Chart.Series(
                        Texts.of("lists-doctors"), Arrays.stream(counts).boxed().toList())),
                false,
                false);
    }

    /** By the doctor's own wish, of two the better; then beyond the wishes, without any, and without a place. */
    private static int category(DoctorOutcome placed) {
        if (!placed.placed()) {
            return RANKS + 3;
        }
        if (!placed.ownWish().anyWishes()) {
            return RANKS + 2;
        }
        return placed.wish() == null ? RANKS + 1 : Math.min(placed.wish() - 1, RANKS);
    }

    private static Chart split(
            String id,
            String title,
            String category,
            Allocation allocation,
            Function<DoctorOutcome, String> by,
            boolean horizontal) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        allocation.doctors().stream().map(by).distinct().sorted().forEach(each -> counts.put(each, new int[2]));
        allocation.doctors().forEach(placed -> counts.get(by.apply(placed))[placed.placed() ? 0 : 1]++);
        return placedAndWaiting(
                id, title, category, List.copyOf(counts.keySet()), List.copyOf(counts.values()), horizontal);
    }

    private static Chart placedAndWaiting(
            String id, String title, String category, List<String> categories, List<int[]> counts, boolean horizontal) {
        return new Chart(
                id,
                title,
                category,
                categories,
                List.of(
                        new Chart.Series(
                                Texts.of("chart-placed"),
                                counts.stream().map(each -> each[0]).toList()),
                        new Chart.Series(
                                Texts.of("chart-waiting"),
                                counts.stream().map(each -> each[1]).toList())),
                true,
                horizontal);
    }
}
