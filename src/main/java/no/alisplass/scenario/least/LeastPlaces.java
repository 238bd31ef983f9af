package no.alisplass.scenario.least;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of all ways to add the least number of seats one that adds them in the fewest places, and of these the one whose places come first, with as many seats as can be in
 * the first of them, and so on. What was proven once is asked first: prices hold for every number of seats there could be.
 */
final class LeastPlaces {
    /** How many options may be gone through when sums of known prices are made, and in rounds that are solved anew. */
    private static final long MAX_SUMS = 200_000_000;

    private static final long MAX_SOLVED = 700_000;
    private static final int MAX_KNOWN = 48;

    private final LeastModel model;
    private final int number;
    private final int[] order;
    private final List<LeastSolver.Priced> known = new ArrayList<>();
    private long solved;
    private long sums;
    private boolean certain = true;
    private int[] held;

    /** @param order the resources that could be more, in the order in which they are to be taken */
    LeastPlaces(LeastModel model, LeastSolver whole, int[] order) {
        this.model = model;
        this.order = order;
        number = whole.cost();
        held = whole.held();
        if (whole.root() != null) {
            known.add(whole.root());
        }
    }

    /** What each doctor could have in the end. */
    int[] held() {
        return held;
    }

    /** Whether no other way has fewer places, and none as few that comes before it in the order. */
    boolean certain() {
        return certain;
    }

    LeastPlaces choose() {
        int[] places = number == 0 ? new int[0] : fewest();
        if (places != null) {
            spread(places);
        }
        certain = places != null && certain;
        return this;
    }

    private int[] fewest() {
        int[] found = LeastModel.added(model.used(held), model.capacity) == 0 ? new int[0] : taken();
        for (int size = 1; size < found.length; size++) {
            int[] chosen = first(size, 0, new int[size], 0);
            if (chosen != null) {
                return chosen;
            }
            if (!certain) {
                return found;
            }
        }
        // As few as were found already: still the first of those.
        int[] chosen = first(found.length, 0, new int[found.length], 0);
        return chosen == null ? found : chosen;
    }

    private int[] taken() {
        int[] used = model.used(held);
        return IntStream.of(order).filter(r -> used[r] > model.capacity[r]).toArray();
    }

    /** The first so many places, in the order, where the seats are enough. */
    private int[] first(int size, int from, int[] chosen, int at) {
        if (at == size) {
            int[] most = model.capacity.clone();
            for (int i : chosen) {
                most[order[i]] = model.most[order[i]];
            }
            return enough(model.capacity, most, number)
                    ? IntStream.of(chosen).map(i -> order[i]).toArray()
                    : null;
        }
        for (int i = from; i <= order.length - (size - at) && certain; i++) {
            chosen[at] = i;
            int[] found = first(size, i + 1, chosen, at + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** As many as can be in each place, one after the other. */
    private void spread(int[] places) {
        int[] capacity = model.capacity.clone();
        int[] most = model.capacity.clone();
        for (int r : places) {
            most[r] = model.most[r];
        }
        int left = number;
        for (int k = 0; k + 1 < places.length && certain; k++) {
            int r = places[k];
            int low = 0;
            int high = Math.min(left, most[r] - capacity[r]);
            while (low < high) {
                int middle = (low + high + 1) / 2;
                int[] more = capacity.clone();
                more[r] += middle;
                if (enough(more, most, left - middle)) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            capacity[r] += low;
            most[r] = capacity[r];
            left -= low;
        }
    }

    /** Whether so many seats beyond the capacity are enough; what is found is kept. */
    private boolean enough(int[] capacity, int[] most, int seats) {
        int[][] all = model.all();
        for (int k = known.size() - 1; k >= 0; k--) {
            sums += model.size();
            if (model.bound(known.get(k).prices(), known.get(k).unit(), all, capacity, most) > seats) {
                return false;
            }
        }
        solved += model.size();
        if (sums > MAX_SUMS || solved > MAX_SOLVED) {
            certain = false;
            return false;
        }
        LeastSolver solver = new LeastSolver(model, capacity, most, seats).solve();
        if (solver.content()) {
            held = solver.held();
            return true;
        }
        if (solver.root() != null) {
            if (known.size() == MAX_KNOWN) {
                known.remove(1);
            }
            known.add(solver.root());
        }
        // Neither enough nor proven not to be.
        certain &= solver.proof() != null;
        return false;
    }

    /** The seats that are added, by resource. */
    int[] added() {
        int[] used = model.used(held);
        return IntStream.range(0, used.length)
                .map(r -> Math.max(0, used[r] - model.capacity[r]))
                .toArray();
    }
}
