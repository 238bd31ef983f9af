package no.alisplass.waitlist.grid;

/** What a spreadsheet runs instead of showing it. */
public final class Risk {
    private Risk() {}

    /** Signs that make a text a formula when it begins with one of them, and our own sign against it. */
    public static boolean isRisky(char first) {
        return "=+-@'\t\r".indexOf(first) >= 0;
    }
}
