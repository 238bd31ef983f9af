package no.alisplass.scenario.least.find;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of all ways to add the least number of seats one that adds them in the fewest places, and of these the one whose places come first, with as many seats as can be in
 * the first of them, and so on. What was proven once is asked first: prices hold for every number of seats there could be.
 */
final class LeastPlaces {
    /** How many terms may be added up when known prices are asked, and how much work be done anew; some tenths of a second. */
    private static final long MAX_TERMS = 60_000_000;

    private static final long MAX_WORK = 250_000_000;
    private static final long MAX_WORK_AT_ONCE = 20_000_000;
    private static final int MAX_KNOWN = 48;

    private final LeastModel model;
    private final int number;
    private final int[] order;
    private final List<Cut> known = new ArrayList<>();
    private long workLeft = MAX_WORK;
    private long terms;
    private boolean certain = true;
    private int[] held;

    /**
     * What prices that were found once say of any choice of places: what these can take above the price of a seat must come to this at least.
     *
     * @param above for each place in the order, what all its seats could take above the price of one
     */
    private record Cut(long need, long[] above) {}

    /** @param order the resources that could be more, in the order in which they are to be taken */
    LeastPlaces(LeastModel model, LeastSolver whole, int[] order) {
        this.model = model;
        this.order = order;
        number = whole.cost();
        held = whole.held();
        know(whole.root());
    }

    private void know(LeastSolver.Priced priced) {
        if (priced == null) {
            return;
        }
        if (known.size() == MAX_KNOWN) {
            known.remove(1);
        }
        long[] above = new long[order.length];
        try {
            for (int i = 0; i < above.length; i++) {
                int r = order[i];
                above[i] = Math.multiplyExact(
                        Math.max(0, priced.prices()[r] - priced.unit()), (long) (model.most[r] - model.capacity[r]));
            }
            long worth = model.worth(priced.prices(), model.all, model.capacity);
            known.add(new Cut(Math.subtractExact(worth, Math.multiplyExact(priced.unit(), (long) number)), above));
        } catch (ArithmeticException tooLarge) {
            // Then it cuts nothing off, and more is gone through.
            return;
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
        int[] found = without(taken());
        for (int size = 1; size <= found.length && certain; size++) {
            int[] chosen = first(size, 0, new int[size], 0);
            if (chosen != null) {
                return chosen;
            }
        }
        return found;
    }

    /** By their places in the order, those that take more than there is. */
    private int[] taken() {
        int[] used = model.used(held);
        return IntStream.range(0, order.length)
                .filter(i -> used[order[i]] > model.capacity[order[i]])
                .toArray();
    }

    /** One after the other is left out, the last first, where the others are enough. */
    private int[] without(int[] places) {
        int[] kept = places;
        for (int k = places.length - 1; k >= 0; k--) {
            int out = places[k];
            int[] fewer = IntStream.of(kept).filter(i -> i != out).toArray();
            if (fewer.length < kept.length && enough(fewer)) {
                kept = taken();
            }
        }
        // Whether one could be left out may have stayed open here: what is certain is settled by going through all.
        certain = true;
        return kept;
    }

    /** The first so many places, in the order, where the seats are enough. */
    private int[] first(int size, int from, int[] chosen, int at) {
        if (at == size) {
            return enough(chosen) ? chosen.clone() : null;
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

    private boolean enough(int[] places) {
        for (int k = known.size() - 1; k >= 0; k--) {
            Cut cut = known.get(k);
            long above = 0;
            for (int i : places) {
                above += cut.above()[i];
            }
            if (above < cut.need()) {
                return false;
            }
        }
        terms += (long) known.size() * places.length;
        if (terms > MAX_TERMS) {
            certain = false;
            return false;
        }
        int[] most = model.capacity.clone();
        for (int i : places) {
            most[order[i]] = model.most[order[i]];
        }
        return enough(model.capacity, most, number);
    }

    /** As many as can be in each place, one after the other. */
    private void spread(int[] places) {
        int[] capacity = model.capacity.clone();
        int[] most = model.capacity.clone();
        for (int i : places) {
            most[order[i]] = model.most[order[i]];
        }
        int left = number;
        for (int k = 0; k + 1 < places.length && certain; k++) {
            int r = order[places[k]];
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
        if (workLeft <= 0) {
            certain = false;
            return false;
        }
        long work = Math.min(workLeft, MAX_WORK_AT_ONCE);
        LeastSolver solver = new LeastSolver(model, capacity, most, seats, work).solve();
        workLeft -= work - solver.workLeft();
        if (solver.content()) {
            held = solver.held();
            return true;
        }
        if (capacity == model.capacity) {
            know(solver.root());
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
