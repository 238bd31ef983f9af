package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.alisplass.certificate.Proof;

/**
 * Proves by cases what the relaxation of a claim leaves open: splits on what one doctor gets, and so on until prices prove
 * every case. The doctor split on is the one whom the relaxation cuts into the smallest parts; each of these is a case, and what
 * is not among them another.
 */
final class CaseSearch {
    private final ClaimContext field;
    private final SharedPrices shared;
    private final int limit;
    private final Map<Integer, int[]> options = new HashMap<>();
    private int cases;
    private Map<Integer, Integer> refutation;

    /** @param limit how many cases may be looked at for one claim */
    CaseSearch(ClaimContext field, SharedPrices shared, int limit) {
        this.field = field;
        this.shared = shared;
        this.limit = limit;
    }

    /** The proof, or null. */
    Proof find(int doctor, int better) {
        options.clear();
        cases = 0;
        refutation = null;
        options.put(doctor, IntStream.range(0, better).toArray());
        Tree tree;
        try {
            tree = tree();
        } catch (ArithmeticException tooHard) {
            return null;
        }
        return tree == null ? null : proof(tree);
    }

    /** The moves that refute the claim, when the search came upon such; else null. */
    Map<Integer, Integer> refutation() {
        return refutation;
    }

    /** Prices, or a split. Only a finished tree's price lists become part of the certificate. */
    private record Tree(Prices prices, int doctor, List<int[]> parts, List<Tree> trees) {}

    private Tree tree() {
        if (++cases > limit) {
            return null;
        }
        CasePrices relaxation = new CasePrices(field, options);
        Prices prices = relaxation.solve();
        if (prices != null) {
            return new Tree(prices, 0, List.of(), List.of());
        }
        refutation = relaxation.moves();
        Map<Integer, Map<Integer, Double>> parts = relaxation.parts();
        int doctor = smallestParts(parts);
        if (refutation != null || doctor < 0) {
            return null;
        }
        int[] before = options.get(doctor);
        int[] all = remaining(doctor);
        List<int[]> split = split(doctor, all, parts.get(doctor));
        List<Tree> trees = new ArrayList<>();
        for (int[] part : split) {
            options.put(doctor, part);
            Tree tree = tree();
            if (tree == null) {
                return null;
            }
            trees.add(tree);
        }
        if (before == null) {
            options.remove(doctor);
        } else {
            options.put(doctor, before);
        }
        return new Tree(null, doctor, split, trees);
    }

    private int[] remaining(int doctor) {
        int[] some = options.get(doctor);
        return some == null ? IntStream.range(0, field.allowed[doctor]).toArray() : some;
    }

    private int smallestParts(Map<Integer, Map<Integer, Double>> parts) {
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
            if (largest < least && remaining(each.getKey()).length > 1) {
                least = largest;
                chosen = each.getKey();
            }
        }
        return chosen;
    }

    private List<int[]> split(int doctor, int[] all, Map<Integer, Double> parts) {
        List<int[]> split = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int option : all) {
            boolean held = field.allowed[doctor] > 0 && option == field.held[doctor];
            if (held || parts.containsKey(option)) {
                split.add(new int[] {option});
            } else {
                others.add(option);
            }
        }
        if (!others.isEmpty()) {
            split.add(others.stream().mapToInt(Integer::intValue).toArray());
        }
        return split;
    }

    private Proof proof(Tree tree) {
        if (tree.prices() != null) {
            int list = shared.place(tree.prices());
            return shared.allOne(list) ? new Proof.TightSet(list) : new Proof.Prices(list);
        }
        List<Proof.Part> parts = new ArrayList<>();
        for (int k = 0; k < tree.trees().size(); k++) {
            List<Integer> some = IntStream.of(tree.parts().get(k)).boxed().toList();
            parts.add(new Proof.Part(some, proof(tree.trees().get(k))));
        }
        return new Proof.ByCases(field.problem.doctors().get(tree.doctor()).id(), parts);
    }
}
