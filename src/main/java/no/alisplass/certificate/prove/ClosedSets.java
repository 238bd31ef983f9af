package no.alisplass.certificate.prove;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tight sets where every option is of one resource: all that can be reached from those the doctor asks for along what holders could take
 * instead, which is no guess. While nobody is released, a full resource keeps its holders, and they what they could take: what is reached
 * from it is worked out once for all doctors.
 */
final class ClosedSets {
    private final ClaimContext field;
    private final int[][] instead;
    private final Closed[] closed;
    private final boolean[] in;
    /** Of a set that is known, which leads to nothing outside it. */
    private final boolean[] through;

    private final int[] members;
    private int size;

    ClosedSets(ClaimContext field) {
        this.field = field;
        instead = new int[field.resources][];
        closed = new Closed[field.resources];
        in = new boolean[field.resources];
        through = new boolean[field.resources];
        members = new int[field.resources];
    }

    /** Full resources, by number, whose holders can take nothing instead but one of them. */
    private record Closed(int[] members, Prices prices) {
        static Closed of(int[] members, int size) {
            int[] inOrder = Arrays.copyOf(members, size);
            Arrays.sort(inOrder);
            return new Closed(inOrder, Prices.allOne(inOrder, size));
        }

        boolean hasAll(int[][] options, int count) {
            for (int o = 0; o < count; o++) {
                if (Arrays.binarySearch(members, options[o][0]) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The least such set with each of the doctor's first {@code better} options, to be asked for while nobody was released; null where the way ends at a free unit. */
    Prices of(int doctor, int better) {
        int[][] options = field.uses[doctor];
        for (int o = 0; o < better; o++) {
            if (from(options[o][0]) == null) {
                return null;
            }
        }
        for (int o = 0; o < better; o++) {
            Closed each = closed[options[o][0]];
            if (each.hasAll(options, better)) {
                return each.prices;
            }
        }
        clear();
        for (int o = 0; o < better; o++) {
            for (int r : closed[options[o][0]].members) {
                reach(r);
            }
        }
        return Prices.allOne(members, size);
    }

    private Closed from(int resource) {
        if (closed[resource] == null && closes(resource)) {
            closed[resource] = known().orElseGet(() -> Closed.of(members, size));
        }
        return closed[resource];
    }

    private boolean closes(int resource) {
        clear();
        if (!reach(resource)) {
            return false;
        }
        for (int next = 0; next < size; next++) {
            int from = members[next];
            if (through[from]) {
                continue;
            }
            boolean known = closed[from] != null;
            for (int r : known ? closed[from].members : insteadOf(from)) {
                if (!reach(r)) {
                    return false;
                }
                through[r] |= known;
            }
        }
        return true;
    }

    /** Each set that was met is part of this one, and the same if it is as large. */
    private Optional<Closed> known() {
        return IntStream.range(0, size)
                .mapToObj(k -> closed[members[k]])
                .filter(each -> each != null && each.members.length == size)
                .findFirst();
    }

    private boolean reach(int resource) {
        if (field.rest[resource] > 0) {
            return false;
        }
        if (!in[resource]) {
            in[resource] = true;
            members[size++] = resource;
        }
        return true;
    }

    private void clear() {
        for (int k = 0; k < size; k++) {
            in[members[k]] = false;
            through[members[k]] = false;
        }
        size = 0;
    }

    private int[] insteadOf(int resource) {
        if (instead[resource] == null) {
            BitSet others = new BitSet();
            for (int h = 0; h < field.holders(resource); h++) {
                int holder = field.holder(resource, h);
                for (int o = 0; o < field.allowed[holder]; o++) {
                    others.set(field.uses[holder][o][0]);
                }
            }
            others.clear(resource);
            instead[resource] = others.stream().toArray();
        }
        return instead[resource];
    }
}
