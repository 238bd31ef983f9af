package no.alisplass.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import no.alisplass.domain.Months;

/** How texts about the criteria write months and days. */
final class Shown {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Shown() {}

    static String months(Months months) {
        return months.toString().replace('.', ',');
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
