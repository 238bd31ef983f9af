package no.alisplass.forecast.given;

import java.time.LocalDate;
import no.alisplass.domain.AreaCode;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * A doctor of the queue as it stands.
 *
 * @param day the day that stated months hold on when the entry says no other
 */
public record QueuedDoctor(AreaCode area, LocalDate day, WaitlistEntry entry) {}
