package no.alisplass.certificate;

import java.util.List;
import no.alisplass.problem.ResourceId;

/** A price for each of some resources, in the problem's order; resources not listed are free. */
public record PriceList(List<Price> prices) {
    public PriceList {
        prices = List.copyOf(prices);
    }

    /** The price of one unit of a resource, a whole number above 0. */
    public record Price(ResourceId resource, long price) {}
}
