package no.alisplass;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The application's clock in tests: runs on until it is set, and stands still then. Put it back with {@link #run()}. */
@Singleton
public class SettableClock extends Clock {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private volatile Instant standing;

    public void set(Instant instant) {
        standing = instant;
    }

    /** Noon in Oslo of that day. */
    public void set(LocalDate day) {
        set(day.atTime(12, 0).atZone(OSLO).toInstant());
    }

    public void run() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant set = standing;
        return set == null ? Clock.systemUTC().instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return OSLO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
