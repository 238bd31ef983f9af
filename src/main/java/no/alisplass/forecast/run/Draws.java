package no.alisplass.forecast.run;

/**
 * Draws that depend on what they are for and on nothing else: the seed, the replication, whom or what it is about, and when. So a
 * replication comes out the same on whatever thread and in whatever order, and two plans are compared on the same doctors with
 * the same fates. The mixing is SplitMix64's, written out, for it must not change with the library.
 */
final class Draws {
    /** What is drawn. The order is part of what a seed gives: new ones come last. */
    enum Of {
        ASSUMPTION,
        NUMBER_OF_NEW,
        AREA_OF_NEW,
        READINESS,
        LIKE_WHOM,
        WITHDRAWAL,
        LEAVE,
        DECLINE,
        INTERRUPTION,
        MONTHS_SERVED,
        MONTHS_AWAY,
        MOVE,
        AREA_MOVED_TO,
        WISHES_AFTER_MOVE,
        RENEWAL,
        RETIREMENT
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long root;

    Draws(long seed, int replication) {
        root = mix(mix(seed + GOLDEN) ^ (replication + 1) * GOLDEN);
    }

    /** Evenly from 0 to below 1. @param who a key of whom it is about. @param when a half-year, or which time */
    double share(Of what, long who, int when) {
        long mixed = mix(mix(root ^ (who + 1) * GOLDEN) + (((long) what.ordinal() << 32) + when + 1) * GOLDEN);
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /** From 0 to below the bound, evenly. */
    int below(int bound, Of what, long who, int when) {
        return (int) (share(what, who, when) * bound);
    }

    /** How many of what comes so often on average come, when they come independently (Poisson), at a share of the distribution. */
    static int poisson(double mean, double share) {
        // Above, the first probability would vanish; the normal distribution is then near enough.
        if (mean > 500) {
            double deviate = Math.sqrt(mean) * normal(share);
            return (int) Math.max(0, Math.rint(mean + deviate));
        }
        double probability = Math.exp(-mean);
        double sum = probability;
        int number = 0;
        while (sum <= share && number < 5_000) {
            number++;
            probability *= mean / number;
            sum += probability;
        }
        return number;
    }

    /** The normal deviate below which a share lies (Abramowitz and Stegun 26.2.23, to within 0.00045). */
    private static double normal(double share) {
        double tail = Math.max(1e-12, Math.min(share, 1 - share));
        double t = Math.sqrt(-2 * Math.log(tail));
        double deviate =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return share < 0.5 ? -deviate : deviate;
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
