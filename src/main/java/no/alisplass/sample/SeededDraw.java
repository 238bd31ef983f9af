package no.alisplass.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Seeded draws, by those operations of {@link Random} only whose algorithm is specified, so that they are the same everywhere. */
final class SeededDraw {
    private final Random random;

    SeededDraw(long seed) {
        random = new Random(seed);
    }

    /** From least to most, both possible. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> void shuffle(List<T> values) {
        for (int i = values.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T kept = values.get(i);
            values.set(i, values.get(other));
            values.set(other, kept);
        }
    }

    /** Splits a count by weights; what is left over goes to the largest remainders, the earlier of equal ones first. */
    static int[] shares(int count, int... weights) {
        long total = Arrays.stream(weights).asLongStream().sum();
        int[] shares = new int[weights.length];
        List<Integer> byRemainder = new ArrayList<>();
        int left = count;
        for (int i = 0; i < weights.length; i++) {
            shares[i] = Math.toIntExact((long) count * weights[i] / total);
            left -= shares[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparing(i -> -((long) count * weights[i] % total)));
        for (int i = 0; i < left; i++) {
            shares[byRemainder.get(i)]++;
        }
        return shares;
    }
}
