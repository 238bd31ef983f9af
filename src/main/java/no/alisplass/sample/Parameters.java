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
 */
public record Parameters(
        int doctors, long seed, HalfYear first, int halfYears, List<SampleArea> areas, List<ListFormat> formats) {
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
    }

    /** The HPR number of the first doctor. Rounds of other seeds have others, so that both can be in one register. */
    public int firstHpr() {
        return FIRST_HPR + MAX_DOCTORS * (int) Math.floorMod(seed - FIRST_SEED, (long) APART);
    }

    /** Two half-years over the catchment area of Ahus, all formats in turn. */
    public static Parameters ahus(int doctors, long seed, HalfYear first) {
        return new Parameters(doctors, seed, first, 2, SampleArea.AHUS, List.of(ListFormat.values()));
    }

    /** The day the facts are as of: when the call for lists goes out, six months before the start (003 §7.3.1.2). */
    public LocalDate asOf() {
        return first.start().minusMonths(6);
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be from 1 to " + most + ".");
        }
    }
}
