package no.alisplass.certificate.prove;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<long[]> priced = new ArrayList<>();
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
        return lists.get(number).prices().stream().allMatch(price -> price.price() == 1);
    }

    /** The number of a list that proves the claim; the prices given prove it. */
    int place(long[] prices, int doctor, int better) {
        long size = Arrays.stream(prices).filter(price -> price > 0).count();
        for (int r : field.uses[doctor][0]) {
            List<Integer> candidates = containing.get(r);
            int from = candidates.size() - 1;
            for (int k = from; k >= 0 && k > from - LOOKED_AT; k--) {
                int number = candidates.get(k);
                if (lists.get(number).prices().size() <= 4 + 2 * size
                        && field.cheapest(priced.get(number), doctor, better) > 0
                        && field.proves(priced.get(number), doctor, better)) {
                    return number;
                }
            }
        }
        return place(prices);
    }

    /** The number of exactly this list. */
    int place(long[] prices) {
        List<PriceList.Price> list = new ArrayList<>();
        for (int r = 0; r < prices.length; r++) {
            if (prices[r] > 0) {
                list.add(new PriceList.Price(field.problem.resources().get(r).id(), prices[r]));
            }
        }
        PriceList made = new PriceList(list);
        Integer known = numbers.putIfAbsent(made, lists.size());
        if (known != null) {
            return known;
        }
        for (int r = 0; r < prices.length; r++) {
            if (prices[r] > 0) {
                containing.get(r).add(lists.size());
            }
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
