package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Result;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferState;

/** Reads offers. What is not there for whoever asks is not found. */
@ApplicationScoped
public class Offers {
    private final OfferStore store;

    Offers(OfferStore store) {
        this.store = store;
    }

    @Transactional
    public Result<Offer> read(long id, Acting by) {
        return store.find(id).filter(by::reaches).map(Result::done).orElseGet(() -> OfferSteps.unknown(id));
    }

    /**
     * By round, doctor and number.
     *
     * @param filter begin with {@link OfferFilter#of(Acting)}, so that nobody sees more than theirs
     * @param page from 0
     */
    @Transactional
    public OfferPage page(OfferFilter filter, int page, int size) {
        return store.page(filter, page, size);
    }

    /** How many of them stand where; what none does is not named. */
    @Transactional
    public Map<OfferState, Long> counts(OfferFilter filter) {
        Map<OfferState, Long> counts = new EnumMap<>(OfferState.class);
        store.counts(filter).forEach((state, count) -> counts.put(OfferState.valueOf(state), count));
        return counts;
    }

    /** Every step of an offer, in its order: who took which, when and why. For coordinators and departments. */
    @Transactional
    public Result<List<OfferEvent>> events(long id, Acting by) {
        return read(id, by).map(offer -> store.events(id));
    }

    /** What was to be told of an offer, to whom, in its order. */
    @Transactional
    public Result<List<Told>> told(long id, Acting by) {
        return read(id, by).map(offer -> store.told(id));
    }
}
