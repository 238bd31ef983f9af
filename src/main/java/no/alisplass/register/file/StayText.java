package no.alisplass.register.file;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.Months;
import no.alisplass.domain.text.Numbers;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.CellValues;

/** What stands behind the place of a stay in the file of a register: "3 (01.03.2025 - 31.05.2025, fullført her)". */
record StayText(Months months, LocalDate from, LocalDate to, boolean completed) {
    private static final String COMPLETED = "fullført her";
    private static final Set<String> COMPLETED_WORDS = Set.of(COMPLETED, "fullført", "fullførte her");
    private static final Pattern FORM = Pattern.compile("([^()]*)(?:\\(([^()]*)\\))?\\s*");
    private static final String DASH = "[-\\u2010-\\u2015\\u2212]";

    /** A dash between days, either of which may be left out; not one within a day. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s+" + DASH + "(?:\\s+|$)|^" + DASH + "\\s*|(?<=[0-9])" + DASH + "(?=[0-9]{1,2}[.][0-9])");

    private static final Pattern FROM = Pattern.compile("(?:fra|frå|f\\.o\\.m\\.?|fom)\\s+(.+)");
    private static final Pattern TO = Pattern.compile("(?:til|t\\.o\\.m\\.?|tom)\\s+(.+)");

    ReadStay at(ApprovedMonths place) {
        return new ReadStay(place, from, to, completed);
    }

    /** Empty when any part of it is not understood. */
    static Optional<StayText> read(String text) {
        Matcher form = FORM.matcher(text);
        Optional<Months> months = form.matches() ? Numbers.months(form.group(1)).optional() : Optional.empty();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        StayText read = new StayText(months.get(), null, null, false);
        if (form.group(2) == null) {
            return Optional.of(read);
        }
        for (String part : form.group(2).split(",", -1)) {
            Optional<StayText> more = read.with(part.strip().toLowerCase(Locale.ROOT));
            if (more.isEmpty()) {
                return more;
            }
            read = more.get();
        }
        return Optional.of(read);
    }

    private Optional<StayText> with(String part) {
        if (COMPLETED_WORDS.contains(part)) {
            return completed ? Optional.empty() : Optional.of(new StayText(months, from, to, true));
        }
        if (from != null || to != null) {
            return Optional.empty();
        }
        String[] span = BETWEEN.split(part, 2);
        if (span.length == 2) {
            return days(span[0], span[1]);
        }
        Matcher first = FROM.matcher(part);
        if (first.matches()) {
            return days(first.group(1), null);
        }
        Matcher last = TO.matcher(part);
        return last.matches() ? days(null, last.group(1)) : Optional.empty();
    }

    private Optional<StayText> days(String first, String last) {
        Optional<LocalDate> day = day(first);
        Optional<LocalDate> until = day(last);
        boolean understood = (blank(first) || day.isPresent()) && (blank(last) || until.isPresent());
        return understood && (day.isPresent() || until.isPresent())
                ? Optional.of(new StayText(months, day.orElse(null), until.orElse(null), completed))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        return blank(text) ? Optional.empty() : CellValues.day(text.strip()).optional();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** What is known of a stay beside its place and its months; empty for nothing. */
    static String write(ReadStay stay) {
        if (stay.isMonthsOnly()) {
            return "";
        }
        String days = stay.from() != null && stay.to() != null
                ? CellValues.write(stay.from()) + " - " + CellValues.write(stay.to())
                : stay.from() != null
                        ? "fra " + CellValues.write(stay.from())
                        : stay.to() != null ? "til " + CellValues.write(stay.to()) : "";
        String between = !days.isEmpty() && stay.completed() ? ", " : "";
        return " (" + days + between + (stay.completed() ? COMPLETED : "") + ")";
    }
}
