package no.alisplass.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** The least number of seats by trying everything the doctors could have. Only for small rounds. */
public final class LeastReference {
    private final List<List<List<ResourceId>>> options = new ArrayList<>();
    private final Map<ResourceId, Integer> capacity = new TreeMap<>();
    private final Map<ResourceId, Integer> most = new TreeMap<>();
    private final List<ResourceId> order;
    private final Map<ResourceId, Integer> used = new TreeMap<>();
    private int[] best;

    private LeastReference(
            AllocationProblem problem, List<Doctor> served, boolean bestTier, Map<ResourceId, Integer> more) {
        problem.resources().forEach(resource -> {
            capacity.put(resource.id(), resource.capacity());
            most.put(resource.id(), resource.capacity() + more.getOrDefault(resource.id(), 0));
            used.put(resource.id(), 0);
        });
        order = more.keySet().stream()
                .sorted(Comparator.comparing(
                                (ResourceId id) -> id.seat().orElseThrow().halfYear())
                        .thenComparing(id -> id.seat().orElseThrow().position().value()))
                .toList();
        for (Doctor doctor : served) {
            options.add(doctor.options().stream()
                    .filter(option -> doctor.pinned()
                            || !bestTier
                            || option.tier() == doctor.options().get(0).tier())
                    .map(Option::uses)
                    .toList());
        }
    }

    /**
     * How many seats are added to each of those that could be more, by half-year and position; null where not even all are enough.
     *
     * @param more how many could be added
     */
    public static List<Resource> added(
            AllocationProblem problem, List<Doctor> served, boolean bestTier, Map<ResourceId, Integer> more) {
        LeastReference reference = new LeastReference(problem, served, bestTier, more);
        reference.tryAll(0);
        if (reference.best == null) {
            return null;
        }
        List<Resource> added = new ArrayList<>();
        for (int i = 0; i < reference.best.length; i++) {
            if (reference.best[i] > 0) {
                added.add(new Resource(reference.order.get(i), reference.best[i]));
            }
        }
        return added;
    }

    private void tryAll(int at) {
        int[] added = added();
        if (best != null && Arrays.stream(added).sum() > Arrays.stream(best).sum()) {
            return;
        }
        if (at == options.size()) {
            if (best == null || better(added)) {
                best = added;
            }
            return;
        }
        for (List<ResourceId> uses : options.get(at)) {
            if (uses.stream().allMatch(use -> used.get(use) < most.get(use))) {
                uses.forEach(use -> used.merge(use, 1, Integer::sum));
                tryAll(at + 1);
                uses.forEach(use -> used.merge(use, -1, Integer::sum));
            }
        }
    }

    private int[] added() {
        return order.stream()
                .mapToInt(id -> Math.max(0, used.get(id) - capacity.get(id)))
                .toArray();
    }

    private boolean better(int[] added) {
        int bySeats = Arrays.stream(added).sum() - Arrays.stream(best).sum();
        long byPlaces = places(added) - places(best);
        if (bySeats != 0 || byPlaces != 0) {
            return bySeats < 0 || bySeats == 0 && byPlaces < 0;
        }
        // Whose places come first: at the first place that only one of them has, that one.
        for (int i = 0; i < added.length; i++) {
            if (added[i] > 0 != best[i] > 0) {
                return added[i] > 0;
            }
        }
        for (int i = 0; i < added.length; i++) {
            if (added[i] != best[i]) {
                return added[i] > best[i];
            }
        }
        return false;
    }

    private static long places(int[] added) {
        return Arrays.stream(added).filter(each -> each > 0).count();
    }
}
