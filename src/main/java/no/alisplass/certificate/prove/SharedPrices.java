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
    private final List<Listed> listed = new ArrayList<>();
    private final Map<PriceList, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> containing = new ArrayList<>();
    /** The prices being written, by resource; all 0 in between. */
    private final long[] at;

    SharedPrices(ClaimContext field) {
        this.field = field;
        at = new long[field.resources];
        for (int r = 0; r < field.resources; r++) {
            containing.add(new ArrayList<>());
        }
    }

    List<PriceList> lists() {
        return lists;
    }

    boolean allOne(int number) {
        return listed.get(number).prices.allOne();
    }

    /** The prices of a list, and how much room they left when they last proved a claim. */
    private static final class Listed {
        private final Prices prices;
        private long room = Long.MAX_VALUE;
        private int releases;

        Listed(Prices prices) {
            this.prices = prices;
        }
    }

    /** The number of a list already there that proves the claim and is not much longer than these prices, which prove it; -1 for none. */
    int known(Prices prices, int doctor, int better) {
        for (int r : field.uses[doctor][0]) {
            List<Integer> candidates = containing.get(r);
            int from = candidates.size() - 1;
            for (int k = from; k >= 0 && k > from - LOOKED_AT; k--) {
                int number = candidates.get(k);
                Listed candidate = listed.get(number);
                if (candidate.prices.size() <= 4 + 2 * prices.size() && proves(candidate, doctor, better)) {
                    return number;
                }
            }
        }
        return -1;
    }

    /** As a rule at once: a list that proved a claim leaves no more room after more doctors are protected. */
    private boolean proves(Listed candidate, int doctor, int better) {
        long atMost = candidate.releases == field.releases() ? candidate.room : Long.MAX_VALUE;
        long room = field.room(candidate.prices, doctor, better, atMost);
        if (room == ClaimContext.TOO_MUCH) {
            return false;
        }
        candidate.room = room;
        candidate.releases = field.releases();
        return true;
    }

    /** The number of exactly this list. */
    int place(Prices prices) {
        PriceList made = written(prices);
        Integer known = numbers.putIfAbsent(made, lists.size());
        if (known != null) {
            return known;
        }
        for (int r : prices.resources()) {
            containing.get(r).add(lists.size());
        }
        lists.add(made);
        listed.add(new Listed(prices));
        return lists.size() - 1;
    }

    private PriceList written(Prices prices) {
        for (int k = 0; k < prices.size(); k++) {
            at[prices.resources()[k]] = prices.each()[k];
        }
        int[] inOrder = prices.resources().clone();
        Arrays.sort(inOrder);
        List<PriceList.Price> list = new ArrayList<>(inOrder.length);
        for (int r : inOrder) {
            list.add(new PriceList.Price(field.problem.resources().get(r).id(), at[r]));
            at[r] = 0;
        }
        return new PriceList(list);
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
