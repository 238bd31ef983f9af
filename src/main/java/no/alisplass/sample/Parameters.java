package no.alisplass.sample;

import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.HalfYear;

/**
 * What a sample round is made of; {@link IllegalArgumentException} names the part that is out of bounds.
 *
 * @param doctors 1 to 20,000
 * @param seed the same one gives the same round
 * @param first the first half-year allocated
 * @param halfYears how many, 1 to 4
 * @param areas that send lists; each has at least one doctor when there are enough
 * @param formats of the lists, in turn
 * @param earlier the round a year before, of whose doctors some come again; null for only new ones
 */
public record Parameters(
        int doctors,
        long seed,
        HalfYear first,
        int halfYears,
        List<SampleArea> areas,
        List<ListFormat> formats,
        Parameters earlier) {
    static final int MAX_DOCTORS = 20_000;
    static final int MAX_HALF_YEARS = 4;

    private static final int FIRST_HPR = 990_000_001;
    private static final int FIRST_SEED = 2027;
    private static final int APART = 400;

    public Parameters {
        check("doctors", doctors, MAX_DOCTORS);
        check("halfYears", halfYears, MAX_HALF_YEARS);
        areas = List.copyOf(areas);
        formats = List.copyOf(formats);
        if (areas.isEmpty() || formats.isEmpty()) {
            throw new IllegalArgumentException("The areas (" + areas.size() + ") and formats (" + formats.size()
                    + ") must not be empty. Maybe take SampleArea.AHUS and all of ListFormat.");
        }
        if (earlier != null && firstHpr(earlier.seed) == firstHpr(seed)) {
            throw new IllegalArgumentException("The seed of the earlier round (" + earlier.seed
                    + ") gives doctors the numbers of this one's (" + seed + "). Take another.");
        }
    }

    /** The HPR number of the first doctor. Rounds of other seeds have others, so that both can be in one register. */
    public int firstHpr() {
        return firstHpr(seed);
    }

    static int firstHpr(long seed) {
        return FIRST_HPR + MAX_DOCTORS * (int) Math.floorMod(seed - FIRST_SEED, (long) APART);
    }

    /** Two half-years over the catchment area of Ahus, all formats in turn. */
    public static Parameters ahus(int doctors, long seed, HalfYear first) {
        return new Parameters(doctors, seed, first, 2, SampleArea.AHUS, List.of(ListFormat.values()), null);
    }

    /** After a round a year before that was made by another seed, and is alike in all else. */
    Parameters after(long earlierSeed) {
        return new Parameters(
                doctors,
                seed,
                first,
                halfYears,
                areas,
                formats,
                new Parameters(doctors, earlierSeed, first.plus(-2), halfYears, areas, formats, null));
    }

    SampleRules rules() {
        return SampleRules.of(first);
    }

    /** The day the facts are as of: when the call for lists goes out. */
    public LocalDate asOf() {
        return rules().call(first);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be from 1 to " + most + ".");
        }
    }
}
