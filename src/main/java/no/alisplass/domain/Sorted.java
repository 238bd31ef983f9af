package no.alisplass.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Immutable sets that are walked in one order on every machine, so that what is written of them replays. */
public final class Sorted {
    private Sorted() {}

    public static <T extends Comparable<? super T>> Set<T> copy(Collection<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
