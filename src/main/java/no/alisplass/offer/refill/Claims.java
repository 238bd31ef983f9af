package no.alisplass.offer.refill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Offers;
import no.alisplass.offer.Refilling;
import no.alisplass.offer.Refilling.Standing;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillResult;
import no.alisplass.snapshot.RosterEntry;

/** What a no to sending an offer would do, shown before it is said. */
@ApplicationScoped
public class Claims {
    private final Offers offers;
    private final Refilling refilling;
    private final RefillSources sources;

    Claims(Offers offers, Refilling refilling, RefillSources sources) {
        this.offers = offers;
        this.refilling = refilling;
        this.sources = sources;
    }

    /**
     * Whose claim a no would set aside, and who would be next: who a refill now would give the seat after the no, and not without it.
     * A department is told the place of who would be next and not who it is, since that doctor does not come to it.
     *
     * @return refused NOT_FOUND for an offer that is not there for whoever asks, CONFLICT for one they cannot turn down as it stands, and of a vacancy
     */
    @Transactional
    public Result<Claim> of(long id, Acting by) {
        return offers.read(id, by).then(offer -> {
            Optional<Finding> refused =
                    ofVacancy(offer).or(() -> OfferTable.refuses(OfferStep.TURN_DOWN, offer.state(), by.actor()));
            return refused.<Result<Claim>>map(Result::conflict)
                    .orElseGet(() -> refilling.read(offer.round()).then(standing -> of(standing, offer, by)));
        });
    }

    /** Whom a vacancy goes to next is no refill's to say. */
    private static Optional<Finding> ofVacancy(Offer offer) {
        return offer.vacancy().isPresent()
                ? Optional.of(Finding.of("offer", offer.id(), "offer.no-claim-in-a-vacancy"))
                : Optional.empty();
    }

    private Result<Claim> of(Standing standing, Offer offer, Acting by) {
        return sources.of(standing)
                .then(now -> sources.of(without(standing, offer)).map(then -> claim(standing, now, then, offer, by)));
    }

    private static Claim claim(Standing standing, RefillFacts now, RefillFacts then, Offer offer, Acting by) {
        Computed before = Computed.of(standing, now);
        Computed after = Computed.of(standing, then);
        List<RosterEntry> entries = now.snapshot().roster().entries();
        Integer place = null;
        for (int d = 0; d < entries.size(); d++) {
            if (entries.get(d).facts().hpr().equals(offer.hpr())) {
                place = d + 1;
            }
        }
        List<Claim.Seat> seats = new ArrayList<>();
        offer.seats().stream()
                .sorted(Comparator.comparing(Offer.Seat::halfYear).thenComparing(Offer.Seat::position))
                .forEach(seat -> seats.add(new Claim.Seat(
                        seat.position(),
                        seat.halfYear(),
                        next(ResourceId.seat(seat.position(), seat.halfYear()), before, after, entries, by))));
        return new Claim(offer.hpr(), place, seats);
    }

    private static Claim.Next next(
            ResourceId seat, Computed before, Computed after, List<RosterEntry> entries, Acting by) {
        for (int d = 0; d < entries.size(); d++) {
            RefillResult result = after.refilled.outcome().doctors().get(d);
            boolean gets = result.kind() == RefillResult.Kind.PLACED || result.kind() == RefillResult.Kind.UPGRADED;
            if (gets && after.seats(d).contains(seat) && !before.seats(d).contains(seat)) {
                RosterEntry entry = entries.get(d);
                boolean told = by.actor() == Actor.COORDINATOR;
                return new Claim.Next(
                        told ? entry.facts().hpr() : null,
                        told ? entry.name() : null,
                        d + 1,
                        result.kind() == RefillResult.Kind.UPGRADED);
            }
        }
        return null;
    }

    /** As it would be after the no. */
    private static Standing without(Standing standing, Offer offer) {
        Set<Long> freed = new HashSet<>();
        offer.seats().forEach(seat -> freed.add(seat.placement()));
        return new Standing(
                standing.round(),
                standing.course(),
                standing.upgrades(),
                standing.over(),
                standing.offerRounds(),
                standing.offers().stream()
                        .map(each -> each.id() == offer.id() ? each.standing(OfferState.TURNED_DOWN) : each)
                        .toList(),
                standing.endings(),
                standing.ofWrongRun(),
                standing.held().stream()
                        .filter(each -> !freed.contains(each.id()))
                        .toList(),
                standing.inTheWay());
    }
}
