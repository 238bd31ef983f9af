package no.alisplass.offer;

import java.util.List;

/** @param total of all pages */
public record OfferPage(List<Offer> offers, int page, int size, long total) {
    public OfferPage {
        offers = List.copyOf(offers);
    }
}
