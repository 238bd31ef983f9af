package no.alisplass.certificate.prove;

import java.util.Arrays;

/**
 * Prices of some resources, in any order; all others are free. A proof names few resources of many: nothing that is done for each
 * doctor may look at them all.
 *
 * @param each the price of each of the resources, above 0
 */
record Prices(int[] resources, long[] each) {
    /** The price 1 for the first so many of these resources. */
    static Prices allOne(int[] resources, int count) {
        long[] ones = new long[count];
        Arrays.fill(ones, 1);
        return new Prices(Arrays.copyOf(resources, count), ones);
    }

    /** All that are above 0, of the prices of all resources. */
    static Prices of(long[] all) {
        int[] resources = new int[all.length];
        long[] each = new long[all.length];
        int size = 0;
        for (int r = 0; r < all.length; r++) {
            if (all[r] > 0) {
                resources[size] = r;
                each[size++] = all[r];
            }
        }
        return new Prices(Arrays.copyOf(resources, size), Arrays.copyOf(each, size));
    }

    int size() {
        return resources.length;
    }

    boolean allOne() {
        return Arrays.stream(each).allMatch(price -> price == 1);
    }
}
