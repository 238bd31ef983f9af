package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferGuard;
import no.alisplass.offer.life.OfferRow;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.stop.Stops;
import no.alisplass.platform.Audit;

/** The one way in which an offer comes from one state to the next: held, tried against the table, recorded. */
@ApplicationScoped
class OfferSteps {
    private static final Versioned.Codes VERSIONS =
            new Versioned.Codes("offer.offer-version-missing", "offer.offer-changed-meanwhile");

    private final OfferStore store;
    private final Stops stops;
    private final OfferLog log;
    private final Audit audit;
    private final Clock clock;

    OfferSteps(OfferStore store, Stops stops, OfferLog log, Audit audit, Clock clock) {
        this.store = store;
        this.stops = stops;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /** What more must hold, and what is recorded of the step besides that it was taken. */
    interface Guard extends Function<Offer, Result<UnaryOperator<OfferEvent>>> {}

    static final Guard NONE = offer -> Result.done(UnaryOperator.identity());

    /** One that records this where nothing stands in the way. */
    static Result<UnaryOperator<OfferEvent>> unless(List<Finding> refused, UnaryOperator<OfferEvent> told) {
        return refused.isEmpty() ? Result.done(told) : Result.conflict(refused);
    }

    static Result<UnaryOperator<OfferEvent>> unless(Optional<Finding> refused, UnaryOperator<OfferEvent> told) {
        return unless(refused.stream().toList(), told);
    }

    /** As {@link #unless}, of what was sent rather than of what stands. */
    static Result<UnaryOperator<OfferEvent>> fit(Optional<Finding> unfit, UnaryOperator<OfferEvent> told) {
        return unfit.<Result<UnaryOperator<OfferEvent>>>map(Result::invalid).orElseGet(() -> Result.done(told));
    }

    /**
     * Takes one step. Refused NOT_FOUND for an offer that is not there for whoever asks; CONFLICT when the table has no such
     * step, when another version stands, and for what the guard says.
     */
    Result<Offer> take(long id, OfferStep step, Acting by, Long expectedVersion, Guard guard) {
        return held(id, by).then(offer -> {
            Optional<Finding> refused = OfferTable.refuses(step, offer.state(), by.actor())
                    .or(() -> VERSIONS.conflictWith(offer.version(), expectedVersion, Long.toString(id)));
            return refused.<Result<Offer>>map(Result::conflict).orElseGet(() -> take(offer, step, by, guard));
        });
    }

    /** As the table and the guard say, of an offer that is held. */
    Result<Offer> take(Offer offer, OfferStep step, Acting by, Guard guard) {
        Optional<Finding> refused =
                OfferTable.refuses(step, offer.state(), by.actor()).or(() -> stopped(offer, step, by));
        if (refused.isPresent()) {
            return Result.conflict(refused.get());
        }
        return guard.apply(offer).map(told -> {
            OfferEvent event = told.apply(event(offer, step, by, clock.instant()));
            Offer after = store.take(List.of(new OfferStore.Step(offer, event))).get(0);
            audit(offer, event);
            log.taken(event);
            return after;
        });
    }

    /** After a step that gave up one seat of several. */
    Offer giveUp(Offer after, Offer.Seat seat) {
        return store.giveUp(after, seat);
    }

    /** That the round's offers are stopped, where the table lets that hold up the step. */
    Optional<Finding> stopped(Offer offer, OfferStep step, Acting by) {
        return OfferTable.row(step, offer.state(), by.actor())
                .filter(row -> row.guards().contains(OfferGuard.NOT_STOPPED))
                .flatMap(row -> stopped(offer.round()));
    }

    /** That the round's offers are stopped. */
    Optional<Finding> stopped(RoundId round) {
        return stops.now(round)
                .map(stop -> Finding.of(
                        "round",
                        round,
                        "offer.round-frozen",
                        WorkingDays.day(stop.since()),
                        OfferGuards.time(stop.since())));
    }

    /** Whether the round's offers are stopped or ever were. */
    boolean wasStopped(RoundId round) {
        return !stops.of(round).isEmpty();
    }

    /** Whether an offer round was made when a corrected run was carried out. */
    boolean recovers(RoundId round, int offerRound) {
        return stops.of(round).stream()
                .anyMatch(stop -> Integer.valueOf(offerRound).equals(stop.last().offerRound()));
    }

    /** Those of the offers whose round is not stopped. */
    List<Offer> going(List<Offer> offers) {
        Set<RoundId> stopped =
                stops.now(offers.stream().map(Offer::round).toList()).keySet();
        return offers.stream().filter(offer -> !stopped.contains(offer.round())).toList();
    }

    /** The same step of many, each held and in a state that allows it: one act, which the caller records. */
    List<Offer> all(List<Offer> offers, OfferStep step, Acting by, UnaryOperator<OfferEvent> told) {
        return all(offers, step, by, clock.instant(), told);
    }

    /** As {@link #all}, at a moment that others are told too. */
    List<Offer> all(List<Offer> offers, OfferStep step, Acting by, Instant at, UnaryOperator<OfferEvent> told) {
        List<OfferStore.Step> steps = steps(offers, step, by, at, told);
        List<Offer> after = store.take(steps);
        steps.forEach(each -> log.taken(each.event()));
        return after;
    }

    private static List<OfferStore.Step> steps(
            List<Offer> offers, OfferStep step, Acting by, Instant at, UnaryOperator<OfferEvent> told) {
        return offers.stream()
                .map(offer -> new OfferStore.Step(offer, told.apply(event(offer, step, by, at))))
                .toList();
    }

    /** What of a round stands in any of the states, held. */
    List<Offer> open(RoundId round, Set<OfferState> states) {
        return store.lockAll(round).stream()
                .filter(offer -> states.contains(offer.state()))
                .toList();
    }

    /** The same step of many, each held, in a state that allows it, and an act of its own. */
    void each(List<Offer> offers, OfferStep step, Acting by, UnaryOperator<OfferEvent> told) {
        List<OfferStore.Step> all = steps(offers, step, by, clock.instant(), told);
        store.take(all);
        all.forEach(each -> {
            audit(each.before(), each.event());
            log.taken(each.event());
        });
    }

    /** One to look at; refused as {@link #held}. */
    Result<Offer> seen(long id, Acting by) {
        return store.find(id).filter(by::reaches).map(Result::done).orElseGet(() -> unknown(id));
    }

    /** One to change, held against others. Refused NOT_FOUND for an offer that is not there for whoever asks. */
    Result<Offer> held(long id, Acting by) {
        return store.lock(id).filter(by::reaches).map(Result::done).orElseGet(() -> unknown(id));
    }

    private static <T> Result<T> unknown(long id) {
        return Result.notFound(Finding.of("offer", id, "offer.offer-unknown"));
    }

    private static OfferEvent event(Offer offer, OfferStep step, Acting by, Instant at) {
        OfferRow row = OfferTable.row(step, offer.state(), by.actor())
                .orElseThrow(() -> new IllegalStateException(step + " from " + offer.state() + " by " + by.actor()));
        return OfferEvent.plain(offer.version() + 1, row, by.actor(), by.who(), at);
    }

    /** Who the doctor is, the offer knows. */
    private void audit(Offer offer, OfferEvent event) {
        Map<String, Object> after = new TreeMap<>();
        after.put("state", event.to());
        after.put("event", event.number());
        if (event.reason() != null) {
            after.put("reason", event.reason());
        }
        if (event.until() != null) {
            after.put("until", event.until());
        }
        audit.recordOf(
                event.who(),
                "offer." + event.step().word(),
                (offer.vacancy().isPresent() ? "vacancy/" + offer.vacancy().getAsLong() : "round/" + offer.round())
                        + "/offer/" + offer.id(),
                Map.of("state", offer.state()),
                after);
    }
}
