package no.alisplass.offer.refill;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.round.Round;
import no.alisplass.snapshot.RosterEntry;

/** Of which doctors of a round somebody may hear: a doctor of none but oneself, an area of its own, a coordinator of all of the hospital's. */
final class Seeing {
    private static final List<Actor> MAY = List.of(Actor.COORDINATOR, Actor.AREA, Actor.DOCTOR);

    private Seeing() {}

    /** @param holders which area has each doctor by now; whom nobody has, the one that sent the doctor */
    static Result<Predicate<RosterEntry>> of(Acting by, Round round, Map<HprNumber, AreaCode> holders) {
        return switch (by.actor()) {
            case DOCTOR ->
                Result.done(entry -> entry.facts().hpr().equals(by.doctor())
                        && (by.linkOf() == null || by.linkOf().equals(holder(entry, holders))));
            case AREA -> Result.done(entry -> holder(entry, holders).equals(by.area()));
            case COORDINATOR ->
                by.hospital() == null || by.hospital().equals(round.hospital())
                        ? Result.done(entry -> true)
                        : Result.notFound(Finding.of("round", round.id(), "round.round-unknown"));
            default ->
                Result.conflict(Finding.of("actor", by.actor(), "offer.not-by", by.actor(), OfferStep.REFILL, MAY));
        };
    }

    static AreaCode holder(RosterEntry entry, Map<HprNumber, AreaCode> holders) {
        return holders.getOrDefault(entry.facts().hpr(), entry.facts().area());
    }
}
