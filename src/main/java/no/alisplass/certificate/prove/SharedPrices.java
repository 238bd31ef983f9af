package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.certificate.PriceList;

/**
 * The price lists of a certificate. A doctor whose claim an earlier list proves too, one not much longer than the doctor's own would be, gets
 * that one: claims of doctors who want much the same share a list, and each still names little more than it must.
 */
final class SharedPrices {
    private static final int LOOKED_AT = 48;

    private final ClaimContext field;
    private final List<PriceList> lists = new ArrayList<>();
    private final List<Prices> priced = new ArrayList<>();
    private final Map<PriceList, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> containing = new ArrayList<>();

    SharedPrices(ClaimContext field) {
        this.field = field;
        for (int r = 0; r < field.resources; r++) {
            containing.add(new ArrayList<>());
        }
    }

    List<PriceList> lists() {
        return lists;
    }

    boolean allOne(int number) {
        return priced.get(number).allOne();
    }

    /** The number of a list that proves the claim; the prices given prove it. */
    int place(Prices prices, int doctor, int better) {
        for (int r : field.uses[doctor][0]) {
            List<Integer> candidates = containing.get(r);
            int from = candidates.size() - 1;
            for (int k = from; k >= 0 && k > from - LOOKED_AT; k--) {
                int number = candidates.get(k);
                Prices candidate = priced.get(number);
                if (candidate.size() <= 4 + 2 * prices.size() && field.proves(candidate, doctor, better)) {
                    return number;
                }
            }
        }
        return place(prices);
    }

    /** The number of exactly this list. */
    int place(Prices prices) {
        List<PriceList.Price> list = new ArrayList<>(prices.size());
        for (int k = 0; k < prices.size(); k++) {
            list.add(new PriceList.Price(
                    field.problem.resources().get(prices.resources()[k]).id(), prices.each()[k]));
        }
        PriceList made = new PriceList(list);
        Integer known = numbers.putIfAbsent(made, lists.size());
        if (known != null) {
            return known;
        }
        for (int r : prices.resources()) {
            containing.get(r).add(lists.size());
        }
        lists.add(made);
        priced.add(prices);
        return lists.size() - 1;
    }

    /** The price 1 for all that any list prices. */
    long[] together() {
        long[] prices = new long[field.resources];
        for (int r = 0; r < field.resources; r++) {
            prices[r] = containing.get(r).isEmpty() ? 0 : 1;
        }
        return prices;
    }
}
