package no.alisplass.domain;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/** Immutable sets that are walked in one order on every machine, so that what is written of them replays. */
public final class Sorted {
    private Sorted() {}

    public static <T extends Comparable<? super T>> Set<T> copy(Collection<T> values) {
        return values instanceof Copy<T> made ? made : new Copy<>(Collections.unmodifiableSet(new TreeSet<>(values)));
    }

    /** A set that was made here: it can be passed on as it is. */
    private static final class Copy<T> extends AbstractSet<T> {
        private final Set<T> values;

        private Copy(Set<T> values) {
            this.values = values;
        }

        @Override
        public Iterator<T> iterator() {
            return values.iterator();
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public boolean contains(Object value) {
            return values.contains(value);
        }
    }
}
