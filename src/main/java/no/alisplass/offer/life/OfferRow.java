package no.alisplass.offer.life;

import java.util.List;
import java.util.Set;

/**
 * One row of the table: a step from one state.
 *
 * @param from null for an offer that the step makes
 * @param to may be the same
 * @param seat what it does to the seats; null for nothing
 * @param who may take it, each
 * @param guards what must hold, all of it
 * @param tells who must be told
 */
public record OfferRow(
        OfferStep step,
        OfferState from,
        OfferState to,
        SeatStep seat,
        Set<Actor> who,
        List<OfferGuard> guards,
        List<OfferEffect> effects,
        Set<Whom> tells) {
    public OfferRow {
        who = Set.copyOf(who);
        guards = List.copyOf(guards);
        effects = List.copyOf(effects);
        tells = Set.copyOf(tells);
    }

    static OfferRow of(OfferStep step, OfferState from, OfferState to, Actor... who) {
        SeatState before = from == null ? SeatState.FREE : from.seat();
        return new OfferRow(
                step, from, to, SeatTable.step(before, to.seat()), Set.of(who), List.of(), List.of(), Set.of());
    }

    OfferRow when(OfferGuard... all) {
        return new OfferRow(step, from, to, seat, who, List.of(all), effects, tells);
    }

    OfferRow then(OfferEffect... all) {
        return new OfferRow(step, from, to, seat, who, guards, List.of(all), tells);
    }

    OfferRow tells(Whom... all) {
        return new OfferRow(step, from, to, seat, who, guards, effects, Set.of(all));
    }

    /** The code of the text for those who are told; the seat that a doctor is moved or put off from has another than the new one. */
    public String told() {
        return "offer.told-" + step.word()
                + ((step == OfferStep.REFILL || step == OfferStep.DEFER) && from != null ? "-left" : "");
    }

    /** Whether the state stays as it is. */
    public boolean stays() {
        return from == to;
    }
}
