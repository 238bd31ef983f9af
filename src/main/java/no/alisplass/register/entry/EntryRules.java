package no.alisplass.register.entry;

import java.time.LocalDate;
import java.util.regex.Pattern;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.register.grid.Grid;

/** What must hold of the plain facts of one entry. */
public final class EntryRules {
    public static final int OBJECTIVES = WaitlistEntry.OBJECTIVES;
    static final int ACTIVITIES = 99;
    static final int PRIORITIES = 9999;
    public static final int NOTE_LENGTH = 500;
    static final int NAME_LENGTH = 120;
    public static final LocalDate EARLIEST_DATE = LocalDate.of(1960, 1, 1);
    static final LocalDate LATEST_DATE = LocalDate.of(2099, 12, 31);

    private static final int EMAIL_LENGTH = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]]{1,64}@(?:[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}-]*[\\p{L}\\p{Nd}])?\\.)+\\p{L}{2,}");

    private EntryRules() {}

    static void check(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        number(row, Column.PRIORITY, entry.priority(), 1, PRIORITIES, remarks);
        number(row, Column.OBJECTIVES, entry.progress().objectives(), 0, OBJECTIVES, remarks);
        number(row, Column.ACTIVITIES, entry.progress().activities(), 0, ACTIVITIES, remarks);
        required(row, Column.NAME, entry.name(), remarks);
        required(row, Column.HPR, entry.hpr(), remarks);
        required(row, Column.SCHEME, entry.training().scheme(), remarks);
        required(row, Column.SUPERVISION, entry.progress().supervision(), remarks);
        required(row, Column.MONTHS_LEFT, entry.institution().monthsLeft(), remarks);
        required(row, Column.LEAVE, entry.readiness().leave(), remarks);
        required(row, Column.LOCUM, entry.readiness().locum(), remarks);
        if (text(row, Column.NAME, entry.name(), NAME_LENGTH, remarks)
                && entry.name() != null
                && entry.name().codePoints().noneMatch(Character::isLetter)) {
            remarks.error(row, Column.NAME, entry.name(), "name-form", entry.name());
        }
        text(row, Column.NOTE, entry.note(), NOTE_LENGTH, remarks);
        HealthWords.in(entry.note()).ifPresent(word -> remarks.warning(row, Column.NOTE, null, "health-words", word));
        String email = entry.person().email();
        if (text(row, Column.EMAIL, email, EMAIL_LENGTH, remarks)
                && email != null
                && !EMAIL.matcher(email).matches()) {
            remarks.error(row, Column.EMAIL, email, "email-form", email);
        }
        affiliation(row, entry, rules, remarks);
        LocalDate start = entry.training().start();
        date(row, Column.START, start, remarks);
        if (start != null && start.isAfter(rules.today())) {
            remarks.warning(row, Column.START, start, "start-in-future", start);
        }
        monthsLeft(row, entry, remarks);
    }

    private static void affiliation(int row, WaitlistEntry entry, ListRules rules, Remarks remarks) {
        LocalDate from = entry.employment().from();
        LocalDate to = entry.employment().to();
        boolean sound =
                date(row, Column.AFFILIATION_FROM, from, remarks) & date(row, Column.AFFILIATION_TO, to, remarks);
        if (sound && entry.employment().days().endsBeforeItBegins()) {
            remarks.error(row, Column.AFFILIATION_TO, to, "dates-reversed", from, to);
        }
        if (entry.employment().kind() == null) {
            if (!remarks.haveError(row, Column.AFFILIATION)) {
                remarks.warning(row, Column.AFFILIATION, null, "affiliation-none");
            }
        } else if (entry.employment().kind() == Affiliation.LOCUM && to == null) {
            if (!remarks.haveError(row, Column.AFFILIATION_TO)) {
                remarks.error(row, Column.AFFILIATION_TO, null, "locum-without-end");
            }
        } else if (sound && to != null && to.isBefore(rules.today())) {
            remarks.warning(row, Column.AFFILIATION_TO, to, "affiliation-over", to);
        }
    }

    private static void monthsLeft(int row, WaitlistEntry entry, Remarks remarks) {
        if (entry.training().scheme() == null || entry.institution().monthsLeft() == null) {
            return;
        }
        int total = entry.training().scheme() == Scheme.OLD ? 12 : 6;
        Months left = entry.institution().monthsLeft();
        if (left.compareTo(Months.of(total)) > 0) {
            remarks.error(row, Column.MONTHS_LEFT, left, "months-left-too-many", left, total);
        } else if (left.tenths() == 0) {
            remarks.warning(row, Column.MONTHS_LEFT, left, "months-left-none");
        } else {
            int approved = entry.institution().approved().stream()
                    .filter(stay -> stay.months() != null)
                    .mapToInt(stay -> stay.months().tenths())
                    .sum();
            if (approved + left.tenths() > 10 * total) {
                remarks.warning(
                        row,
                        Column.MONTHS_LEFT,
                        left,
                        "months-left-and-approved",
                        left,
                        java.math.BigDecimal.valueOf(approved, 1),
                        total);
            }
        }
    }

    static void number(int row, EntryField fact, int value, int least, int most, Remarks remarks) {
        if ((value < least || value > most) && !remarks.haveError(row, fact)) {
            remarks.error(row, fact, value, "number-out-of-bounds", value, least, most);
        }
    }

    public static void required(int row, EntryField fact, Object value, Remarks remarks) {
        if (value == null && !remarks.haveError(row, fact)) {
            remarks.error(row, fact, null, "missing", fact.header());
        }
    }

    /** Whether a date is within what we can mean; says so when it is not. */
    public static boolean date(int row, EntryField fact, LocalDate date, Remarks remarks) {
        if (date != null && (date.isBefore(EARLIEST_DATE) || date.isAfter(LATEST_DATE))) {
            remarks.error(row, fact, date, "date-out-of-bounds", date);
            return false;
        }
        return true;
    }

    /** Whether a text may be kept; says why when not, never repeating what looks like an identity number. */
    static boolean text(int row, EntryField fact, String text, int length, Remarks remarks) {
        if (IdentityNumbers.in(text) && !remarks.haveError(row, fact)) {
            remarks.error(row, fact, null, "identity-number");
            return false;
        }
        if (text != null && Grid.isFormulaError(text)) {
            remarks.error(row, fact, text, "text-is-error", text);
            return false;
        }
        if (text != null && text.length() > length) {
            remarks.error(row, fact, text.substring(0, 40) + " …", "text-too-long", text.length(), length);
            return false;
        }
        return true;
    }
}
