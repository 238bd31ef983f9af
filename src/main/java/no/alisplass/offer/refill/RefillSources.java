package no.alisplass.offer.refill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.allocation.Placements;
import no.alisplass.allocation.Placements.Held;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Wishes;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Refilling.Standing;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.refill.RefillFacts.After;
import no.alisplass.offer.refill.RefillFacts.Ending;
import no.alisplass.offer.refill.RefillFacts.Holding;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillMode;
import no.alisplass.round.Round;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.snapshot.Snapshot;

/** Brings together what a refill stands on. */
@ApplicationScoped
class RefillSources {
    private final FrozenRounds frozen;
    private final Placements placements;
    private final Capacity capacity;
    private final WishStore wishes;

    RefillSources(FrozenRounds frozen, Placements placements, Capacity capacity, WishStore wishes) {
        this.frozen = frozen;
        this.placements = placements;
        this.capacity = capacity;
        this.wishes = wishes;
    }

    Result<RefillFacts> of(Standing standing) {
        return frozen.asked(standing.round().id()).map(asked -> of(standing, asked.snapshot(), asked.problemHash()));
    }

    /** As it would be with another run's snapshot. */
    RefillFacts of(Standing standing, Snapshot snapshot) {
        return of(standing, snapshot, snapshot.problemHash());
    }

    private RefillFacts of(Standing standing, Snapshot snapshot, String problemHash) {
        Round round = standing.round();
        return new RefillFacts(
                snapshot,
                problemHash,
                standing.upgrades() ? RefillMode.UPGRADES : RefillMode.WAITING_ONLY,
                capacity.seats(round.hospital(), round.halfYears()).stream()
                        .collect(Collectors.toMap(
                                seats -> ResourceId.seat(seats.position().id(), seats.halfYear()), Seats::count)),
                placements.besides(round.id()),
                held(standing),
                ended(standing, snapshot),
                wishes.latest(round.id()));
    }

    /** Of which doctors of a round somebody may hear by now. */
    Result<Predicate<RosterEntry>> seeing(Acting by, Round round, Snapshot snapshot) {
        return Seeing.of(by, round, wishes.holders(snapshot.roster().entries()));
    }

    /** As the approved run was frozen. */
    Result<Snapshot> snapshot(RoundId round) {
        return frozen.asked(round).map(FrozenRounds.Asked::snapshot);
    }

    /** As the run was frozen that a refill was made by, also where a corrected one has taken its place. */
    Snapshot snapshot(RefillStore.Stored refill) {
        return frozen.of(refill.run());
    }

    static Map<HprNumber, Holding> held(Standing standing) {
        Map<Long, OfferState> states = new HashMap<>();
        standing.offers().stream().filter(offer -> offer.state().isLive()).forEach(offer -> offer.seats()
                .forEach(seat -> states.put(seat.placement(), standing(offer))));
        Map<HprNumber, Holding> held = new HashMap<>();
        standing.held().stream().collect(Collectors.groupingBy(Held::hpr)).forEach((hpr, seats) -> {
            boolean upgradable =
                    seats.stream().allMatch(seat -> states.get(seat.id()) == OfferState.ACCEPTED_UPGRADABLE);
            held.put(
                    hpr,
                    new Holding(
                            seats.stream()
                                    .map(seat -> ResourceId.seat(seat.position(), seat.halfYear()))
                                    .collect(Collectors.toSet()),
                            upgradable));
        });
        return held;
    }

    /** Who has asked to take the yes back is not moved before that is decided. */
    private static OfferState standing(Offer offer) {
        return offer.facts().withdrawalAsked() == null ? offer.state() : OfferState.ACCEPTED;
    }

    static List<Ending> ended(Standing standing, Snapshot snapshot) {
        Map<HprNumber, RosterEntry> entries = new HashMap<>();
        snapshot.roster().entries().forEach(entry -> entries.put(entry.facts().hpr(), entry));
        List<Ending> ended = new ArrayList<>();
        for (Offer offer : standing.offers()) {
            RosterEntry entry = entries.get(offer.hpr());
            if (!offer.state().isLive() && offer.state() != OfferState.UPGRADED && entry != null) {
                Set<ResourceId> seats = new HashSet<>();
                offer.seats().forEach(seat -> seats.add(ResourceId.seat(seat.position(), seat.halfYear())));
                ended.add(new Ending(
                        offer.hpr(),
                        seats,
                        after(
                                offer,
                                standing.endings().get(offer.id()),
                                standing.ofWrongRun().contains(offer.id()),
                                entry.wishes())));
            }
        }
        return ended;
    }

    /**
     * What an offer that came to nothing means for what its doctor can get now.
     *
     * @param reason from the list of the step; null for none
     * @param wrongRun whether a corrected run has taken the place of the one that gave it: a no was a no to that seat, and facts that were
     *     wrong are right in it
     */
    static After after(Offer offer, String reason, boolean wrongRun, Wishes wishes) {
        boolean seatGone = "SEAT_GONE".equals(reason);
        return switch (offer.state()) {
            case DECLINED -> !wrongRun && isWished(offer, wishes) ? After.OUT : After.NOT_THIS_SEAT;
            case TURNED_DOWN -> seatGone ? After.NOT_THIS_SEAT : After.NOT_THIS_POSITION;
            case RECALLED, DROPPED, VOID ->
                seatGone
                        ? After.NOT_THIS_SEAT
                        : "WRONG_RUN".equals(reason) || wrongRun && "WRONG_FACTS".equals(reason)
                                ? After.WAITS
                                : After.OUT;
            default -> After.OUT;
        };
    }

    /** Whether the doctor had asked for any of it, by name. What nobody wished is offered to fill a seat, and a no costs nothing. */
    private static boolean isWished(Offer offer, Wishes wishes) {
        return offer.departments().stream()
                .anyMatch(department -> wishes.ranked().stream().anyMatch(group -> group.contains(department)));
    }
}
