package no.alisplass.certificate.prove;

/**
 * Justified envy: a doctor would have something better by taking what is free and what one doctor behind, not pinned, holds.
 */
final class Envy {
    private Envy() {}

    /** Whether any doctor has reason for it; {@code full} protects every placed doctor. */
    static boolean exists(ClaimContext full) {
        for (int d = 0; d < full.doctors; d++) {
            if (full.pinned[d]) {
                continue;
            }
            int better = full.better(d);
            for (int o = 0; o < better; o++) {
                if (justified(full, d, full.uses[d][o])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean justified(ClaimContext full, int doctor, int[] wanted) {
        int[] own = full.placed(doctor) ? full.uses[doctor][full.held[doctor]] : new int[0];
        int lacking = lacking(full, wanted, own, new int[0]);
        if (lacking < 0) {
            return true;
        }
        for (int h = 0; h < full.holders(lacking); h++) {
            int other = full.holder(lacking, h);
            if (other > doctor
                    && !full.pinned[other]
                    && lacking(full, wanted, own, full.uses[other][full.held[other]]) < 0) {
                return true;
            }
        }
        return false;
    }

    private static int lacking(ClaimContext full, int[] wanted, int[] own, int[] given) {
        for (int r : wanted) {
            if (full.rest[r] <= 0 && !contains(own, r) && !contains(given, r)) {
                return r;
            }
        }
        return -1;
    }

    private static boolean contains(int[] values, int value) {
        for (int v : values) {
            if (v == value) {
                return true;
            }
        }
        return false;
    }
}
