package no.alisplass.forecast.given;

/**
 * What is assumed of a figure: never one number, but how low it may be, what is likeliest and how high it may be.
 *
 * @param source where it is from, or that it is somebody's own assumption
 */
public record Range(double low, double likely, double high, String source) {
    public Range {
        if (!(low <= likely && likely <= high)) {
            throw new IllegalArgumentException("The range (" + low + " – " + likely + " – " + high
                    + ") must not fall from low to likely to high.");
        }
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("The range must say where it is from.");
        }
    }

    /** What is known for certain: the same low and high. */
    public static Range exactly(double value, String source) {
        return new Range(value, value, value, source);
    }

    /** The value below which a share of the triangular distribution over the range lies. @param share from 0 to 1 */
    public double at(double share) {
        if (low == high) {
            return likely;
        }
        double turn = (likely - low) / (high - low);
        return share < turn
                ? low + Math.sqrt(share * (high - low) * (likely - low))
                : high - Math.sqrt((1 - share) * (high - low) * (high - likely));
    }

    /** The mean of what {@link #at} gives. */
    public double mean() {
        return (low + likely + high) / 3;
    }
}
