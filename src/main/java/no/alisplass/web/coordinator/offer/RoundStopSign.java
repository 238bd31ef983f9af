package no.alisplass.web.coordinator.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.stop.Stops;
import no.alisplass.web.offer.OfferWords;

/** That the offers of a round are stopped, above every page of the round. */
@ApplicationScoped
@Named("roundStops")
public class RoundStopSign {
    private final Stops stops;

    RoundStopSign(Stops stops) {
        this.stops = stops;
    }

    /** Since when, in words; null where they are not. @param round its id */
    public String since(String round) {
        return stops.now(new RoundId(round))
                .map(stop -> OfferWords.deadlineThen(stop.since()))
                .orElse(null);
    }
}
