package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.VoidReason;
import no.alisplass.offer.served.Leg;

/** Reads offers. What is not there for whoever asks is not found. */
@ApplicationScoped
public class Offers {
    private static final Set<OfferStep> INSIDE = EnumSet.of(
            OfferStep.PREPARE,
            OfferStep.ASSESS,
            OfferStep.NEED_MORE,
            OfferStep.TURN_DOWN,
            OfferStep.DEVIATE,
            OfferStep.ASK_RECALL,
            OfferStep.UNASK_RECALL);

    /** What doctors and areas are told came of what a round gave: also of what ended before it was sent, but not why. */
    private static final Set<OfferState> TOLD_OR_OVER = Arrays.stream(OfferState.values())
            .filter(state -> state.isTold() || !state.isLive())
            .collect(Collectors.toUnmodifiableSet());

    private final OfferStore store;
    private final OfferSteps steps;

    Offers(OfferStore store, OfferSteps steps) {
        this.store = store;
        this.steps = steps;
    }

    /** One offer; that its recall is asked for is told to the hospital alone. */
    @Transactional
    public Result<Offer> read(long id, Acting by) {
        return steps.seen(id, by).map(by::view);
    }

    /**
     * By round, doctor and number.
     *
     * @param filter begin with {@link OfferFilter#of(Acting)}, so that nobody sees more than theirs. Offers of a doctor or an area
     *     say nothing of a recall that is asked for
     * @param page from 0
     */
    @Transactional
    public OfferPage page(OfferFilter filter, int page, int size) {
        OfferPage found = store.page(filter, page, size);
        return filter.area() == null && filter.hpr() == null
                ? found
                : new OfferPage(found.offers().stream().map(Offer::outside).toList(), page, size, found.total());
    }

    /** As {@link #page}, for a hospital or a department: who comes first, first. */
    @Transactional
    public OfferPage byDay(OfferFilter filter, int page, int size) {
        return store.byDay(filter, page, size);
    }

    /** What a doctor whom an area has now has said yes to, and has not served to the end: the need of that time is met. */
    @Transactional
    public List<Leg> accepted(AreaCode area, HprNumber hpr) {
        return store.list(new OfferFilter(null, null, null, area, hpr, OfferState.accepted())).stream()
                .flatMap(offer -> offer.legs().stream())
                .sorted(Comparator.comparing(Leg::from))
                .toList();
    }

    /**
     * What came of what an approved round gave, by doctor and in the order it was offered; one statement for all. Doctors and areas
     * know of none that still waits to be sent.
     *
     * @param doctor null for all that are there for whoever asks
     */
    @Transactional
    public Map<HprNumber, List<Offer>> became(RoundId round, HprNumber doctor, Acting by) {
        HprNumber only = by.doctor() == null ? doctor : by.doctor();
        OfferFilter filter = new OfferFilter(
                round,
                by.hospital(),
                by.department(),
                by.area(),
                only,
                by.isOfHospital() ? EnumSet.allOf(OfferState.class) : TOLD_OR_OVER);
        return store.list(filter).stream().map(by::view).collect(Collectors.groupingBy(Offer::hpr));
    }

    /** How many of them stand where; what none does is not named. */
    @Transactional
    public Map<OfferState, Long> counts(OfferFilter filter) {
        Map<OfferState, Long> counts = new EnumMap<>(OfferState.class);
        store.counts(filter).forEach((state, count) -> counts.put(OfferState.valueOf(state), count));
        return counts;
    }

    /** @param unanswered offers that wait for an answer @param asked offers of which somebody waits for a decision */
    public record Waits(long unanswered, long asked) {}

    /** What waits in each round that has offers. */
    @Transactional
    public Map<RoundId, Waits> waits(OfferFilter filter) {
        return store.waits(filter);
    }

    /**
     * The steps of an offer, in their order: who took which, when and why. Doctors and areas are told what was told them: not how it
     * came to be sent, what the hospital wrote, nor that it thinks of taking it back. Who it was is told coordinators, and of a step
     * taken in one's own role; else it is null.
     */
    @Transactional
    public Result<List<OfferEvent>> events(long id, Acting by) {
        return read(id, by).map(offer -> known(store.events(id), by).stream()
                .filter(event -> by.isOfHospital() || !INSIDE.contains(event.step()))
                .map(event -> by.isOfHospital() ? event : event.because(event.reason(), null))
                .map(event -> by.knows(offer, event.actor()) ? event : event.by(null))
                .toList());
    }

    /** That a check of who is employed did not hold is between the hospital and the doctor: the area hears that the offer is annulled. */
    private static List<OfferEvent> known(List<OfferEvent> events, Acting by) {
        return by.area() == null && !by.onlyLooks()
                ? events
                : events.stream()
                        .map(event -> VoidReason.CHECK_FAILED.name().equals(event.reason())
                                ? event.because(null, event.text())
                                : event)
                        .toList();
    }

    /** What was to be told of an offer, in its order; doctors and areas see what was to be told them. */
    @Transactional
    public Result<List<Told>> told(long id, Acting by) {
        return read(id, by).map(offer -> store.told(id).stream()
                .filter(told -> by.isOfHospital()
                        || told.whom().name().equals(by.actor().name()))
                .toList());
    }
}
