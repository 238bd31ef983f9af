package no.alisplass.web.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Points in time as people in Norway write them. */
public final class Moments {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private Moments() {}

    /** 22. november 2026 kl. 07.12 */
    public static String text(Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime local = instant.atZone(OSLO);
        return Texts.of("moment", local.toLocalDate(), local.toLocalTime());
    }
}
