package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import no.alisplass.allocation.Placements;
import no.alisplass.allocation.Placements.Held;
import no.alisplass.capacity.Capacity;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferRow;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.platform.Audit;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;

/**
 * Carries out what a refill came to, all of it or nothing: holders are moved, and who waited is given a seat, which the next offer round
 * offers ({@link Releases#prepare}). That it is what the procedure gives is for whoever computed it to show.
 */
@ApplicationScoped
public class Refilled {
    private final Rounds rounds;
    private final Placements placements;
    private final Capacity capacity;
    private final OfferStore offers;
    private final OfferRoundStore offerRounds;
    private final OfferSteps steps;
    private final OfferGuards guards;
    private final Audit audit;
    private final Clock clock;

    Refilled(
            Rounds rounds,
            Placements placements,
            Capacity capacity,
            OfferStore offers,
            OfferRoundStore offerRounds,
            OfferSteps steps,
            OfferGuards guards,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.placements = placements;
        this.capacity = capacity;
        this.offers = offers;
        this.offerRounds = offerRounds;
        this.steps = steps;
        this.guards = guards;
        this.audit = audit;
        this.clock = clock;
    }

    /** A seat to come: the lowest free one of the position in the half-year. */
    public record NewSeat(PositionId position, HalfYear halfYear, List<GivenStay.Part> parts) {
        public NewSeat {
            parts = List.copyOf(parts);
        }
    }

    /** A holder who moves. @param version of the offer held, which the refill was computed from */
    public record Move(long offer, long version, List<NewSeat> to) {
        public Move {
            to = List.copyOf(to);
        }
    }

    /** A doctor of the round who waited. @param monthsLeft of institution service before it; null when not known */
    public record Placed(HprNumber hpr, AreaCode area, Months monthsLeft, List<NewSeat> to) {
        public Placed {
            to = List.copyOf(to);
        }
    }

    /** What was done, as it is recorded. */
    private record Done(int moved, int placed) {}

    /**
     * Frees what the movers leave, then gives to all, so that one may take what another leaves. A mover whose stay is at the same time
     * keeps the area's ticks.
     *
     * @param by a coordinator, who has the refill done
     * @return the new offers of those who moved; refused NOT_FOUND for an unknown round, CONFLICT when a mover's offer is not the one
     *     the refill was computed from or cannot be moved, the upgrade stop has passed, somebody is elsewhere at that time, or there
     *     is no seat left
     */
    @Transactional
    public Result<List<Offer>> take(RoundId id, List<Move> moves, List<Placed> placed, Acting by) {
        placements.lock();
        Optional<OfferCourse> course = offerRounds.lock(id);
        return rounds.read(id).then(round -> {
            if (course.isEmpty() || !by.reaches(round.hospital())) {
                return Result.notFound(Finding.of("round", id, "offer.offer-round-unknown", round.title(), 1));
            }
            if (by.actor() != Actor.COORDINATOR) {
                return Result.conflict(Finding.of(
                        "actor", by.actor(), "offer.not-by", by.actor(), OfferStep.REFILL, List.of(Actor.COORDINATOR)));
            }
            Acting refill = by.byRefill();
            List<Offer> held = new ArrayList<>();
            for (Move move : moves.stream()
                    .sorted((one, other) -> Long.compare(one.offer(), other.offer()))
                    .toList()) {
                Result<Offer> left = steps.take(
                        move.offer(),
                        OfferStep.REFILL,
                        refill,
                        move.version(),
                        offer -> OfferSteps.unless(guards.beforeUpgradeStop(offer), UnaryOperator.identity()));
                if (left instanceof Result.Refused<Offer> refused) {
                    return new Result.Refused<>(refused.kind(), refused.findings());
                }
                held.add(((Result.Done<Offer>) left).value());
            }
            return give(round, held, moves, placed, refill);
        });
    }

    private Result<List<Offer>> give(
            Round round, List<Offer> left, List<Move> moves, List<Placed> placed, Acting refill) {
        Map<Long, Move> byOffer = new TreeMap<>();
        moves.forEach(move -> byOffer.put(move.offer(), move));
        long run = placements.run(round.id()).orElseThrow();
        List<Long> ids = offers.draw(left.size());
        List<OfferStore.New> born = new ArrayList<>();
        Optional<Finding> none = Optional.empty();
        for (int at = 0; at < left.size() && none.isEmpty(); at++) {
            Offer old = left.get(at);
            Months had = placements.monthsLeft(old.placements().get(0)).orElse(null);
            List<Held> seats = new ArrayList<>();
            none = give(
                    round,
                    run,
                    new Placed(old.hpr(), old.area(), had, byOffer.get(old.id()).to()),
                    seats);
            if (none.isEmpty()) {
                born.add(born(ids.get(at), old, run, seats, refill));
            }
        }
        for (int at = 0; at < placed.size() && none.isEmpty(); at++) {
            none = give(round, run, placed.get(at), new ArrayList<>());
        }
        if (none.isPresent()) {
            return Result.conflict(none.get());
        }
        offers.add(born);
        audit.recordOf(
                refill.who(),
                "offer.refilled",
                "round/" + round.id() + "/refill",
                null,
                new Done(left.size(), placed.size()));
        return Result.done(born.stream().map(OfferStore.New::offer).toList());
    }

    /** Why a doctor cannot have the seats; empty when they were given. */
    private Optional<Finding> give(Round round, long run, Placed doctor, List<Held> given) {
        for (NewSeat seat : doctor.to()) {
            if (placements.isElsewhere(doctor.hpr(), seat.halfYear())) {
                return Optional.of(Finding.of("round", round.id(), "offer.doctor-elsewhere"));
            }
            Held held = placements.give(
                    run,
                    doctor.hpr(),
                    doctor.area(),
                    seat.position(),
                    seat.halfYear(),
                    seat.parts(),
                    doctor.monthsLeft());
            if (held.seat() > seats(round, held)) {
                return Optional.of(Finding.of("position", seat.position(), "offer.no-seat-left", seat.position()));
            }
            given.add(held);
        }
        return Optional.empty();
    }

    private int seats(Round round, Held seat) {
        return capacity.seats(round.hospital(), List.of(seat.halfYear())).stream()
                .filter(each -> each.position().id().equals(seat.position()))
                .mapToInt(each -> each.count())
                .sum();
    }

    private OfferStore.New born(long id, Offer old, long run, List<Held> seats, Acting refill) {
        OfferRow row = OfferTable.row(OfferStep.REFILL, null, refill.actor()).orElseThrow();
        List<Offer.Seat> taken = seats.stream().map(Releases::seat).toList();
        boolean sameTime = taken.stream()
                .map(Offer.Seat::halfYear)
                .toList()
                .equals(old.seats().stream().map(Offer.Seat::halfYear).toList());
        OfferEvent plain = OfferEvent.plain(1, row, refill.actor(), refill.who(), clock.instant());
        OfferEvent event =
                sameTime ? plain.arranged(old.facts().leave(), old.facts().locum()) : plain;
        Offer offer = new Offer(
                id,
                old.round(),
                old.offerRound(),
                old.hospital(),
                old.hpr(),
                old.area(),
                taken,
                OfferFacts.NONE.after(event));
        return new OfferStore.New(offer, run, event);
    }
}
