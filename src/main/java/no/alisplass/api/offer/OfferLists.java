package no.alisplass.api.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferPage;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Served;
import no.alisplass.register.RegisterLists;
import org.jboss.resteasy.reactive.RestResponse;

/** Pages of offers, each as the one who asks may see it. */
@ApplicationScoped
class OfferLists {
    private final Offers offers;
    private final Served served;
    private final RegisterLists register;
    private final Clock clock;

    OfferLists(Offers offers, Served served, RegisterLists register, Clock clock) {
        this.offers = offers;
        this.served = served;
        this.register = register;
        this.clock = clock;
    }

    RestResponse<List<OfferResponse>> page(Acting by, OfferChoice which, Paging paging) {
        return page(offers.page(which.of(by), paging.page(), paging.size()), by, paging);
    }

    /** Of those, what is over and of which months are not confirmed. */
    RestResponse<List<OfferResponse>> withoutMonths(Acting by, OfferChoice which, Paging paging) {
        return page(served.waiting(which.of(by), paging.page(), paging.size()), by, paging);
    }

    private RestResponse<List<OfferResponse>> page(OfferPage page, Acting by, Paging paging) {
        Map<HprNumber, String> names =
                names(page.offers().stream().map(Offer::hpr).toList(), by);
        return paging.answer(
                page.offers().stream()
                        .map(each -> OfferResponse.of(each, by, names, clock.instant()))
                        .toList(),
                page.total());
    }

    /** An area sent doctors whom others may have now: who they are is no longer for it. */
    private Map<HprNumber, String> names(List<HprNumber> doctors, Acting by) {
        return by.area() == null ? register.names(doctors) : register.names(doctors, by.area());
    }

    RestResponse<OfferResponse> one(Offer offer, Acting by) {
        return ETags.answer(
                OfferResponse.of(offer, by, names(List.of(offer.hpr()), by), clock.instant()), offer.version());
    }
}
