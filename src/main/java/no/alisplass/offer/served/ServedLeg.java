package no.alisplass.offer.served;

import java.time.LocalDate;
import no.alisplass.domain.Months;

/**
 * What was served of a leg, or is proposed to be confirmed.
 *
 * @param to the last day there
 * @param months that count
 * @param reason why they are fewer than the days come to; null where they are not
 * @param event by which it was confirmed; null for what is only proposed
 */
public record ServedLeg(Leg leg, LocalDate to, Months months, FewerReason reason, Long event) {

    public ServedLeg confirmedBy(long newEvent) {
        return new ServedLeg(leg, to, months, reason, newEvent);
    }

    public boolean isConfirmed() {
        return event != null;
    }
}
