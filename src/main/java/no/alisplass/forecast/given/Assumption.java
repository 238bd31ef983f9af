package no.alisplass.forecast.given;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a forecast has to assume, with what is assumed where nobody says otherwise. The words and the defaults are those of
 * {@code docs/forecast.md}; a test holds the two together.
 */
public enum Assumption {
    NEW_DOCTORS(
            "new-doctors-per-year",
            new Range(
                    50,
                    63,
                    70,
                    "National need 626 new ALIS a year, at the least 500, of which Ahus' area is about 10 % (003); the high end is"
                            + " our own assumption"),
            5_000,
            Kind.A_YEAR,
            "doctors who come to wish for a place, in a year, in all areas together"),
    MONTHS_TO_READINESS(
            "months-to-readiness",
            new Range(
                    24,
                    30,
                    42,
                    "Not before about two years of counted service (003 §7.3.1.1, 2); likely and high are our own assumption"),
            120,
            Kind.MONTHS,
            "months of counted service a new doctor has on coming to wish for a place"),
    DECLINE("decline", own(0.02, 0.08, 0.20), 1, Kind.SHARE, "share of the places given that are declined"),
    WITHDRAWAL(
            "withdrawal",
            own(0.01, 0.03, 0.06),
            1,
            Kind.SHARE,
            "share of those who wait that leave the queue in a half-year, to serve elsewhere or to stop"),
    LEAVE_REFUSED(
            "leave-refused",
            own(0.02, 0.08, 0.15),
            1,
            Kind.SHARE,
            "share of those who wait that are refused leave for a half-year's round"),
    INTERRUPTION("interruption", own(0.01, 0.04, 0.08), 1, Kind.SHARE, "share of the stays that are broken off"),
    MONTHS_AWAY(
            "months-away-after-interruption",
            own(6, 12, 18),
            60,
            Kind.MONTHS,
            "months from the half-year of an interruption until the doctor wishes for a place again"),
    MOVES(
            "moves",
            own(0.005, 0.01, 0.03),
            1,
            Kind.SHARE,
            "share of those who wait that move to another area of the catchment in a half-year"),
    AFFILIATION_RENEWED(
            "affiliation-renewed",
            own(0.5, 0.8, 0.95),
            1,
            Kind.SHARE,
            "share of the affiliations with a last day that go on after it; the others leave the queue"),
    SPECIALISTS_RETIRING(
            "specialists-retiring",
            new Range(
                    0.02,
                    0.03,
                    0.05,
                    "Nearly 20 % of the 414 GPs are over 60 (003 §4.3): 2 to 4 % a year if they work five to ten years more; the"
                            + " high end is our own assumption"),
            1,
            Kind.SHARE,
            "share of an area's specialists who retire in a year"),
    SHORT_WHEN_MISSING(
            "short-when-missing",
            own(1, 1, 3),
            1_000,
            Kind.COUNT,
            "how many more must have retired than have finished in an area before it is short of specialists");

    /** What the figures of an assumption are. */
    public enum Kind {
        A_YEAR,
        SHARE,
        MONTHS,
        COUNT
    }

    private final String word;
    private final Range usual;
    private final double most;
    private final Kind kind;
    private final String meaning;

    Assumption(String word, Range usual, double most, Kind kind, String meaning) {
        this.word = word;
        this.usual = usual;
        this.most = most;
        this.kind = kind;
        this.meaning = meaning;
    }

    private static Range own(double low, double likely, double high) {
        return new Range(low, likely, high, "Our own assumption");
    }

    public static Optional<Assumption> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** What files call it. */
    public String word() {
        return word;
    }

    /** What is assumed where nobody says otherwise. */
    public Range usual() {
        return usual;
    }

    /** No figure of it is higher; none is lower than 0. */
    public double most() {
        return most;
    }

    public Kind kind() {
        return kind;
    }

    /** In a few words, for those who read the result. */
    public String meaning() {
        return meaning;
    }
}
