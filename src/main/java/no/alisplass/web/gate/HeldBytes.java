package no.alisplass.web.gate;

import java.util.HashMap;
import java.util.Map;

/** How much of what has been sent lies in memory: a share of the heap, of which one address gets a part. */
final class HeldBytes {
    private static final int PART_OF_HEAP = 8;
    private static final int PART_OF_ALL = 4;
    private static final long MIN_FOR_ONE = 2 * BodyLimits.FILE;

    private final long most;
    private final long mostOfOne;
    private final Map<String, Long> byAddress = new HashMap<>();
    private long all;

    HeldBytes(long heap) {
        this.most = Math.max(heap / PART_OF_HEAP, 2 * MIN_FOR_ONE);
        this.mostOfOne = Math.max(most / PART_OF_ALL, MIN_FOR_ONE);
    }

    /** Whether so many more can be held for that address; then they are. */
    synchronized boolean take(String address, long bytes) {
        long ofOne = byAddress.getOrDefault(address, 0L) + bytes;
        if (all + bytes > most || ofOne > mostOfOne) {
            return false;
        }
        all += bytes;
        byAddress.put(address, ofOne);
        return true;
    }

    synchronized void release(String address, long bytes) {
        all -= bytes;
        byAddress.computeIfPresent(address, (unused, held) -> held > bytes ? held - bytes : null);
    }

    synchronized long all() {
        return all;
    }
}
