package no.alisplass.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How moments are told in what is taken along. */
final class ReportPrint {
    private static final ZoneId HERE = ZoneId.of("Europe/Oslo");

    private ReportPrint() {}

    static String moment(Instant made, ReportWords words) {
        ZonedDateTime here = made.atZone(HERE);
        return words.text("moment", here.toLocalDate(), here.toLocalTime());
    }
}
