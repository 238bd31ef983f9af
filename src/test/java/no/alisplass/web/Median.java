package no.alisplass.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something usually takes, asked no more often than it takes to know which side of a bound the median is on. */
final class Median {
    private Median() {}

    /**
     * Milliseconds the median of so many tries is at most, when that is under the bound; else what it is at least.
     *
     * @param tries an odd number
     */
    static long of(int tries, long bound, Runnable tried) {
        List<Long> under = new ArrayList<>();
        List<Long> over = new ArrayList<>();
        while (under.size() <= tries / 2 && over.size() <= tries / 2) {
            long before = System.nanoTime();
            tried.run();
            long millis = (System.nanoTime() - before) / 1_000_000;
            (millis < bound ? under : over).add(millis);
        }
        return under.size() > over.size() ? Collections.max(under) : Collections.min(over);
    }
}
