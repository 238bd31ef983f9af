package no.alisplass.scenario.least.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds who could have what with the fewest added seats, and proves that fewer are not enough: by the relaxation's prices, and where these leave a gap
 * by cases, each with prices of its own.
 */
final class LeastSolver {
    private final LeastModel model;
    private final int[] capacity;
    private final int[] most;
    private final int nothing;
    private final int goal;
    private int[] best;
    private int cost;
    private int cases;
    private long workLeft;
    private Priced root;
    private Tree tree;

    /** Prices that were found, with their unit. */
    record Priced(long[] prices, long unit) {}

    /** Prices, or a split on one doctor. */
    record Tree(Priced priced, int doctor, List<int[]> parts, List<Tree> trees) {}

    /**
     * @param goal with so many added seats, or fewer, it is content and looks for no proof; -1 for the least there is
     * @param work how many entries of tables all relaxations may touch
     */
    LeastSolver(LeastModel model, int[] capacity, int[] most, int goal, long work) {
        workLeft = work;
        this.model = model;
        this.capacity = capacity;
        this.most = most;
        this.goal = goal;
        nothing = LeastModel.addable(capacity, most) + 1;
        cost = nothing;
    }

    /** What each doctor could have, or null where no way was found to serve all. */
    int[] held() {
        return best;
    }

    /** How many seats that takes; without a way to serve all, one more than there could be. */
    int cost() {
        return cost;
    }

    /** Why fewer than {@link #cost()} are not enough; null where that was not proven, or not asked. */
    Tree proof() {
        return tree;
    }

    /** Prices of the whole, and what they prove; null when there are none. */
    Priced root() {
        return root;
    }

    /** How much of what it may do is left. */
    long workLeft() {
        return workLeft;
    }

    boolean content() {
        return best != null && cost <= goal;
    }

    LeastSolver solve() {
        int[][] all = model.all;
        take(greedy(all, none()));
        boolean again = true;
        while (again && !content()) {
            int before = cost;
            cases = 0;
            tree = prove(all);
            again = tree == null && cost < before;
        }
        return this;
    }

    private int[] none() {
        int[] held = new int[model.doctors.length];
        Arrays.fill(held, LeastModel.NONE);
        return held;
    }

    /** Keeps an outcome that serves all with fewer seats. */
    private boolean take(int[] held) {
        for (int option : held) {
            if (option == LeastModel.NONE) {
                return false;
            }
        }
        int added = LeastModel.added(model.used(held), capacity);
        if (added < cost) {
            cost = added;
            best = held;
            return true;
        }
        return false;
    }

    /** Who is without gets the option that needs the fewest seats beside the others, where one fits; twice, for a seat may have been freed. */
    private int[] greedy(int[][] allowed, int[] from) {
        int[] held = from.clone();
        int[] used = model.used(held);
        for (int d = 0; d < held.length; d++) {
            if (held[d] == LeastModel.NONE) {
                int least = Integer.MAX_VALUE;
                for (int o : allowed[d]) {
                    int needs = 0;
                    for (int r : model.uses[d][o]) {
                        needs += used[r] < capacity[r] ? 0 : used[r] < most[r] ? 1 : nothing;
                    }
                    if (needs < least) {
                        least = needs;
                        held[d] = o;
                    }
                }
                if (least >= nothing) {
                    held[d] = LeastModel.NONE;
                } else {
                    for (int r : model.uses[d][held[d]]) {
                        used[r]++;
                    }
                }
            }
        }
        return held;
    }

    /** The proof that fewer than {@link #cost} are not enough with these options, or null: then something better was taken, or it was too much. */
    private Tree prove(int[][] allowed) {
        cases++;
        if (workLeft <= 0) {
            return null;
        }
        LeastPrices relaxed =
                new LeastPrices(model, allowed, base(allowed), capacity, most, 64L * (nothing + 1), workLeft);
        boolean solved = relaxed.solve();
        // Where it takes no pivots either, to look at all options is some work.
        workLeft -= relaxed.work() + 16L * model.size();
        if (!solved) {
            return null;
        }
        Priced priced = reduced(relaxed.prices(), relaxed.unit());
        int bound;
        try {
            bound = model.bound(priced.prices(), priced.unit(), allowed, capacity, most);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
        if (cases == 1) {
            root = priced;
        }
        if (bound >= cost) {
            return new Tree(priced, 0, List.of(), List.of());
        }
        Map<Integer, Map<Integer, Double>> parts = relaxed.parts();
        if (take(rounded(allowed, parts))) {
            return content() ? null : bound >= cost ? new Tree(priced, 0, List.of(), List.of()) : null;
        }
        return split(allowed, parts);
    }

    private Tree split(int[][] allowed, Map<Integer, Map<Integer, Double>> parts) {
        int doctor = smallestParts(allowed, parts);
        if (doctor < 0) {
            return null;
        }
        List<int[]> split = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        Map<Integer, Double> some = parts.getOrDefault(doctor, Map.of());
        for (int option : allowed[doctor]) {
            if (some.containsKey(option) || best != null && best[doctor] == option) {
                split.add(new int[] {option});
            } else {
                others.add(option);
            }
        }
        if (!others.isEmpty()) {
            split.add(others.stream().mapToInt(Integer::intValue).toArray());
        }
        List<Tree> trees = new ArrayList<>();
        for (int[] part : split) {
            int[][] narrower = allowed.clone();
            narrower[doctor] = part;
            Tree found = prove(narrower);
            if (found == null) {
                return null;
            }
            trees.add(found);
        }
        return new Tree(null, doctor, split, trees);
    }

    /** What is known to be good, as far as it is allowed. */
    private int[] base(int[][] allowed) {
        int[] held = best == null ? none() : best.clone();
        for (int d = 0; d < held.length; d++) {
            int option = held[d];
            if (option != LeastModel.NONE && IntStream.of(allowed[d]).noneMatch(o -> o == option)) {
                held[d] = LeastModel.NONE;
            }
        }
        return greedy(allowed, held);
    }

    /** The moves taken for more than half, and whoever then has no room anew. */
    private int[] rounded(int[][] allowed, Map<Integer, Map<Integer, Double>> parts) {
        int[] wanted = base(allowed);
        Map<Integer, Double> weight = new TreeMap<>();
        parts.forEach((doctor, some) -> some.forEach((option, part) -> {
            if (part >= 0.5 && part > weight.getOrDefault(doctor, 0.0)) {
                weight.put(doctor, part);
                wanted[doctor] = option;
            }
        }));
        int[] used = model.used(wanted);
        for (int d = wanted.length - 1; d >= 0; d--) {
            boolean over = false;
            for (int r : wanted[d] == LeastModel.NONE ? new int[0] : model.uses[d][wanted[d]]) {
                over |= used[r] > most[r];
            }
            if (over) {
                for (int r : model.uses[d][wanted[d]]) {
                    used[r]--;
                }
                wanted[d] = LeastModel.NONE;
            }
        }
        return greedy(allowed, wanted);
    }

    private int smallestParts(int[][] allowed, Map<Integer, Map<Integer, Double>> parts) {
        int chosen = -1;
        double least = 1;
        for (Map.Entry<Integer, Map<Integer, Double>> each : parts.entrySet()) {
            double largest = 0;
            double moved = 0;
            for (double part : each.getValue().values()) {
                largest = Math.max(largest, part);
                moved += part;
            }
            largest = Math.max(largest, 1 - moved);
            if (largest < least && allowed[each.getKey()].length > 1) {
                least = largest;
                chosen = each.getKey();
            }
        }
        return chosen;
    }

    /** The same prices in the smallest whole numbers. */
    private static Priced reduced(long[] prices, long unit) {
        long divisor = unit;
        for (long price : prices) {
            long a = divisor;
            long b = price;
            while (b != 0) {
                long rest = a % b;
                a = b;
                b = rest;
            }
            divisor = a;
        }
        long by = divisor;
        return new Priced(Arrays.stream(prices).map(price -> price / by).toArray(), unit / by);
    }
}
