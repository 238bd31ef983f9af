package no.alisplass.offer;

import java.time.Instant;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.offer.life.OfferStep;

/**
 * That an answer was given. There is one for each answer, however often it is given.
 *
 * @param number what people name it by
 * @param answer ACCEPT, ACCEPT_UPGRADABLE, DECLINE or SETTLE
 * @param warnings what was not arranged when it was given
 */
public record Receipt(String number, long offer, OfferStep answer, Instant at, List<Finding> warnings) {
    public Receipt {
        warnings = List.copyOf(warnings);
    }
}
