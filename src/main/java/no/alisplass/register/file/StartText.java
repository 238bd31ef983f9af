package no.alisplass.register.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.text.Text;
import no.alisplass.register.entry.CellValues;

/** The wished start in one cell: a half-year, "snarest", or "snarest, men ikke før" and a half-year. */
final class StartText {
    private static final String SOON =
            "snarest(?: mulig)?|(?:så|so) (?:snart|fort|tidlig|tidleg) som (?:mulig|mogleg|råd)"
                    + "|når som helst|straks|asap";
    private static final String FROM =
            "(?:men )?(?:ikke før|ikkje før|tidligst|tidlegast|fra og med|frå og med|fra|frå|etter)";
    private static final Pattern SOONEST = Pattern.compile(SOON);
    private static final Pattern BOUND =
            Pattern.compile("(?:(?:" + SOON + ")[, ]{0,2})?(?<from>" + FROM + ") (?<when>[^,;]+)");
    private static final Pattern OR_LATER = Pattern.compile("(?<when>[^,;]+?),? eller (?:senere|seinere|seinare)");

    private StartText() {}

    /** @param halfYear null for as soon as possible @param exact whether it is just what was written */
    record Read(HalfYear halfYear, boolean exact) {}

    /** Empty when any part of the text is not understood. */
    static Optional<Read> read(String cell) {
        String line = Text.line(cell);
        String text = line == null ? "" : line.toLowerCase(Locale.ROOT);
        if (SOONEST.matcher(text).matches()) {
            return Optional.of(new Read(null, true));
        }
        Matcher bound = BOUND.matcher(text);
        if (bound.matches()) {
            boolean after = bound.group("from").endsWith("etter");
            // After a day is from that day on; after a half-year could be in it or when it is over.
            return after && CellValues.date(bound.group("when")).isEmpty()
                    ? Optional.empty()
                    : half(bound.group("when"), !after);
        }
        Matcher later = OR_LATER.matcher(text);
        return later.matches() ? half(later.group("when"), true) : half(text, true);
    }

    private static Optional<Read> half(String text, boolean exact) {
        return CellValues.halfYear(text).map(half -> new Read(half.halfYear(), exact && half.exact()));
    }
}
