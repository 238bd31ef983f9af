package no.alisplass.web.account;

import java.time.Duration;
import no.alisplass.web.text.Texts;

/** How long to wait, as people say it. */
final class Waits {
    private static final long SECONDS_AS_SUCH = 90;

    private Waits() {}

    /** In seconds when they are few, else in minutes, of which the last is begun. */
    static String told(Duration wait) {
        long seconds = wait.toSeconds();
        return seconds < SECONDS_AS_SUCH
                ? Texts.of("wait-seconds", (int) seconds)
                : Texts.of("wait-minutes", (int) ((seconds + 59) / 60));
    }
}
