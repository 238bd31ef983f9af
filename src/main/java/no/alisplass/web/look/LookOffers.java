package no.alisplass.web.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import java.util.List;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.OfferFilter;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.Actor;
import no.alisplass.platform.Caller;
import no.alisplass.web.offer.OfferDesk;
import no.alisplass.web.offer.OfferWords;

/** What the doctor who looks is offered; by a link, only while the area that made it has the doctor. */
@ApplicationScoped
class LookOffers {
    /** More than a doctor is offered in a life. */
    private static final int MOST = 100;

    private final Caller caller;
    private final Offers offers;
    private final OfferDesk desk;
    private final OfferWords words;

    @Inject
    LookOffers(Caller caller, Offers offers, OfferDesk desk, OfferWords words) {
        this.caller = caller;
        this.offers = offers;
        this.desk = desk;
        this.words = words;
    }

    Acting by() {
        // A provider may call somebody a doctor without saying which.
        caller.doctor().orElseThrow(ForbiddenException::new);
        return Acting.as(Actor.DOCTOR, caller);
    }

    List<OfferWords.Told> all() {
        Acting by = by();
        return words.all(offers.page(OfferFilter.of(by), 0, MOST).offers(), by, LookOffers::base);
    }

    /** One of them; the page that says 404 for another. */
    Offer offer(long id) {
        return desk.offer(id, by());
    }

    static String base(Offer offer) {
        return LookOfferPages.BASE + "/" + offer.id();
    }
}
