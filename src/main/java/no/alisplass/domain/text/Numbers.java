package no.alisplass.domain.text;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.Months;

/**
 * Reads numbers as people in Norway write them: decimal comma (or point), spaces of any sort between thousands, a unit
 * behind where one belongs. What is read is bounded before anything is reckoned: 9 digits, 15 decimals, no exponents.
 */
public final class Numbers {
    private static final int LONGEST = 40;
    private static final String DIGITS = "[0-9]{1,3}(?: [0-9]{3}){1,2}|[0-9]{1,9}";
    private static final Pattern DECIMAL = Pattern.compile("(-?) ?(" + DIGITS + ")(?:[.,]([0-9]{1,15}))?");
    private static final Pattern ONE_THOUSAND_OR_ONE = Pattern.compile("-?[0-9]{1,3}[.,][0-9]{3}");
    private static final Pattern OF_TOTAL =
            Pattern.compile("(?iu)(" + DIGITS + ")(?: ?/ ?| (?:av|of) )(" + DIGITS + ")");
    private static final Pattern PERCENT = Pattern.compile("(?iu)(.*?) ?(?:%|prosent|pst\\.?|percent|per cent)?");
    private static final String MONTHS = "m(?:d|nd|ndr)\\.?|måned(?:er)?|månad(?:er|ar)?|months?";
    private static final String YEARS = "år|years?";
    private static final Pattern IN_MONTHS = Pattern.compile("(?iu)([-0-9][-0-9., ]*?) ?(?:" + MONTHS + ")?");
    private static final Pattern IN_YEARS = Pattern.compile(
            "(?iu)([0-9][0-9., ]*?) ?(?:" + YEARS + ")(?:,? (?:(?:og|and) )?([0-9][0-9., ]*?) ?(?:" + MONTHS + "))?");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");

    private Numbers() {}

    /** A number with or without decimals: {@code 26,5}, {@code 1 000}, {@code -3}. */
    public static Read<BigDecimal> decimal(String text) {
        return plain(text, "number-form").then(line -> decimal(line, "number-form"));
    }

    /** A whole number: {@code 12}, {@code 1 000}, {@code 12,0}; decimals that say something are a fault. */
    public static Read<Integer> whole(String text) {
        return plain(text, "number-whole").then(line -> {
            if (ONE_THOUSAND_OR_ONE.matcher(line).matches()) {
                return Read.fault("number-ambiguous", Text.shown(line));
            }
            return decimal(line, "number-whole").then(number -> whole(number, line));
        });
    }

    /** How many of a known total: {@code 80}, {@code 80 av 112}, {@code 80/112}; another total is a fault. */
    public static Read<Integer> of(int total, String text) {
        return plain(text, "number-whole").then(line -> {
            Matcher both = OF_TOTAL.matcher(line);
            if (!both.matches()) {
                return whole(line);
            }
            Read<Integer> all = whole(both.group(2));
            return all.value() == null || all.value() != total
                    ? Read.fault("number-total", Text.shown(line), total)
                    : whole(both.group(1));
        });
    }

    /** A percentage from 0 to 100, with or without its sign: {@code 80 %}, {@code 80%}, {@code 80}, {@code 80 prosent}. */
    public static Read<Integer> percent(String text) {
        return plain(text, "percent-form").then(line -> {
            Matcher form = PERCENT.matcher(line);
            return form.matches()
                    ? decimal(form.group(1), "percent-form")
                            .then(number -> whole(number, line))
                            .then(whole -> whole < 0 || whole > 100
                                    ? Read.fault("percent-form", Text.shown(line))
                                    : Read.of(whole))
                    : Read.fault("percent-form", Text.shown(line));
        });
    }

    /** A length of service: {@code 26,5}, {@code 26,5 md}, {@code 12 mnd.}, {@code 2 år 3 måneder}; at most 600 months. */
    public static Read<Months> months(String text) {
        return plain(text, "months-form").then(line -> {
            Matcher years = IN_YEARS.matcher(line);
            if (years.matches()) {
                Read<BigDecimal> rest =
                        years.group(2) == null ? Read.of(BigDecimal.ZERO) : decimal(years.group(2), "months-form");
                return rest.then(months -> decimal(years.group(1), "months-form")
                        .then(whole ->
                                months(whole.multiply(BigDecimal.valueOf(12)).add(months), line)));
            }
            Matcher form = IN_MONTHS.matcher(line);
            return form.matches()
                    ? decimal(form.group(1), "months-form").then(number -> months(number, line))
                    : Read.fault("months-form", Text.shown(line));
        });
    }

    private static Read<Months> months(BigDecimal number, String line) {
        return number.signum() < 0 || number.compareTo(BigDecimal.valueOf(Months.MOST)) > 0
                ? Read.fault("months-bounds", Text.shown(line), Months.MOST)
                : Read.of(Months.of(number));
    }

    private static Read<Integer> whole(BigDecimal number, String line) {
        return number.stripTrailingZeros().scale() > 0
                ? Read.fault("number-whole", Text.shown(line))
                : Read.of(number.intValue());
    }

    private static Read<BigDecimal> decimal(String line, String code) {
        Matcher form = DECIMAL.matcher(line);
        if (!form.matches()) {
            return Read.fault(code, Text.shown(line));
        }
        String decimals = form.group(3) == null ? "" : "." + form.group(3);
        return Read.of(new BigDecimal(form.group(1) + form.group(2).replace(" ", "") + decimals));
    }

    private static Read<String> plain(String text, String code) {
        if (Text.blank(text)) {
            return Read.blank();
        }
        String line = text.length() > 10 * LONGEST ? text : Text.line(text);
        return line == null || line.length() > LONGEST
                ? Read.fault(code, Text.shown(text))
                : Read.of(DASH.matcher(line).replaceAll("-"));
    }
}
