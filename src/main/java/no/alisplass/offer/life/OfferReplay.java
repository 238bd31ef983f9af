package no.alisplass.offer.life;

import java.util.List;

/** What the record of an offer comes to, without looking at the offer. */
public final class OfferReplay {
    private OfferReplay() {}

    /**
     * @param events of one offer, in their order
     * @throws IllegalStateException when one of them cannot follow those before it
     */
    public static OfferFacts replay(List<OfferEvent> events) {
        OfferFacts facts = OfferFacts.NONE;
        for (OfferEvent event : events) {
            facts = facts.after(event);
        }
        return facts;
    }
}
