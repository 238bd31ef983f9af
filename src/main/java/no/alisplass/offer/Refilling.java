package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.alisplass.allocation.Placements;
import no.alisplass.allocation.Placements.Gift;
import no.alisplass.allocation.Placements.Held;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.calendar.OfferCourse;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferRow;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.life.RecallReason;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;

/** What a refill must know of a round's offers, and what it does to them. Who gets what, room {@code offer.refill} finds out. */
@ApplicationScoped
public class Refilling {
    private final Rounds rounds;
    private final Placements placements;
    private final HospitalOffers settings;
    private final OfferStore offers;
    private final OfferRoundStore offerRounds;
    private final OfferSteps steps;
    private final OfferLog log;
    private final Clock clock;

    Refilling(
            Rounds rounds,
            Placements placements,
            HospitalOffers settings,
            OfferStore offers,
            OfferRoundStore offerRounds,
            OfferSteps steps,
            OfferLog log,
            Clock clock) {
        this.rounds = rounds;
        this.placements = placements;
        this.settings = settings;
        this.offers = offers;
        this.offerRounds = offerRounds;
        this.steps = steps;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A round's offers at a moment.
     *
     * @param course when the stops are
     * @param upgrades whether who has asked for something better may be moved
     * @param over whether the late stop has passed, after which nothing is offered and nobody waits
     * @param offerRounds in their order; one at least
     * @param offers all, also those that have ended; one whose deadline has passed as expired, though the clock has not come by
     * @param endings the reasons from lists for which offers ended, by offer
     * @param ofWrongRun offers of a run whose place a corrected one has taken
     * @param held what doctors hold by the round, also what was not offered yet
     * @param inTheWay why it cannot be refilled now; none when it can
     */
    public record Standing(
            Round round,
            OfferCourse course,
            boolean upgrades,
            boolean over,
            List<OfferRound> offerRounds,
            List<Offer> offers,
            Map<Long, String> endings,
            Set<Long> ofWrongRun,
            List<Held> held,
            List<Finding> inTheWay) {
        public Standing {
            offerRounds = List.copyOf(offerRounds);
            offers = List.copyOf(offers);
            endings = Map.copyOf(endings);
            ofWrongRun = Set.copyOf(ofWrongRun);
            held = List.copyOf(held);
            inTheWay = List.copyOf(inTheWay);
        }

        /** Whether somebody holds what they are not told of yet: it is not sent, or not even prepared. */
        public boolean preparing() {
            Set<Long> told = offers.stream()
                    .filter(offer -> offer.state().isLive() && offer.state().isTold())
                    .flatMap(offer -> offer.placements().stream())
                    .collect(Collectors.toSet());
            return held.stream().anyMatch(each -> !told.contains(each.id()));
        }
    }

    /** What a refill gives one doctor. @param instead the offer that it takes the place of; null for who held nothing */
    public record Given(Offer instead, List<Gift> stays) {
        public Given {
            stays = List.copyOf(stays);
        }
    }

    /**
     * Refused NOT_FOUND for an unknown round, CONFLICT when the round is not approved, or nothing of it was ever offered, and for whom
     * is no coordinator.
     */
    @Transactional
    public Result<Standing> read(RoundId id, Acting by) {
        return asCoordinator(id, by).then(this::offered).map(round -> standing(round, offers.all(id)));
    }

    /** As {@link #read}, for what is derived of it; of whom somebody may hear is for the caller to see to. */
    @Transactional
    public Result<Standing> read(RoundId id) {
        return rounds.read(id).then(this::offered).map(round -> standing(round, offers.all(id)));
    }

    /**
     * As {@link #read}, with everything held against others until the transaction ends; what is due to expire has expired. Also refused
     * CONFLICT for what is in the way.
     */
    @Transactional
    public Result<Standing> hold(RoundId id, Acting by) {
        return asCoordinator(id, by).then(this::offered).then(round -> {
            placements.lock();
            offerRounds.lock(id);
            Optional<Finding> stopped = steps.stopped(id);
            if (stopped.isPresent()) {
                return Result.conflict(stopped.get());
            }
            List<Offer> due =
                    offers.lockAll(id).stream().filter(this::isOverdue).toList();
            if (!due.isEmpty()) {
                steps.each(due, OfferStep.EXPIRE, Acting.CLOCK, UnaryOperator.identity());
            }
            Standing standing = standing(round, offers.all(id));
            return standing.inTheWay().isEmpty() ? Result.done(standing) : Result.conflict(standing.inTheWay());
        });
    }

    /** As {@link #read(RoundId)}, with the round's refills and releases held off until the transaction ends. */
    @Transactional
    public Result<Standing> keep(RoundId id) {
        return rounds.read(id).then(this::offered).map(round -> {
            offerRounds.lock(id);
            return standing(round, offers.all(id));
        });
    }

    /** Why this one does not answer for a doctor at the round's hospital: as what it is, or by its settings; empty when it does. */
    @Transactional
    public Optional<Finding> whoAnswers(Round round, Acting by) {
        return OfferGuards.whoAnswers(how(round), by);
    }

    /** The round, for its hospital's coordinators alone; refused as {@link #read(RoundId, Acting)}. */
    @Transactional
    public Result<Round> asCoordinator(RoundId id, Acting by) {
        return rounds.read(id).then(round -> {
            if (!by.reaches(round.hospital())) {
                return Result.notFound(Finding.of("round", id, "round.round-unknown"));
            }
            return by.actor() == Actor.COORDINATOR
                    ? Result.done(round)
                    : Result.conflict(Finding.of(
                            "actor",
                            by.actor(),
                            "offer.not-by",
                            by.actor(),
                            OfferStep.PREPARE,
                            List.of(Actor.COORDINATOR)));
        });
    }

    Result<Round> round(RoundId id) {
        return rounds.read(id);
    }

    private Result<Round> offered(Round round) {
        if (round.state() != RoundState.APPROVED) {
            return Result.conflict(Finding.of("state", round.state(), "offer.not-approved", round.title()));
        }
        return offerRounds.rounds(round.id()).isEmpty()
                ? Result.conflict(Finding.of("round", round.id(), "offer.nothing-offered", round.title()))
                : Result.done(round);
    }

    private Standing standing(Round round, List<Offer> all) {
        Instant now = clock.instant();
        OfferCourse course = offerRounds.course(round.id()).orElseThrow();
        List<OfferRound> before = offerRounds.rounds(round.id());
        Optional<Finding> stopped = steps.stopped(round.id());
        List<Offer> asTheyStand =
                stopped.isPresent() ? all : all.stream().map(this::asItStands).toList();
        Set<Long> expired = asTheyStand.stream()
                .filter(offer -> !offer.state().isLive())
                .flatMap(offer -> offer.placements().stream())
                .collect(Collectors.toSet());
        return new Standing(
                round,
                course,
                now.isBefore(course.upgradeStop()),
                !now.isBefore(course.lateStop()),
                before,
                asTheyStand,
                offers.endings(round.id()),
                offers.ofWrongRun(round.id()),
                placements.held(round.id()).stream()
                        .filter(held -> !expired.contains(held.id()))
                        .toList(),
                stopped.map(List::of).orElseGet(() -> inTheWay(round, before, course, now)));
    }

    /**
     * As it would stand with the offers of {@code over} ended, because they were of a wrong run, and what was never offered given up.
     *
     * @param upgrades whether who has asked for something better may be moved
     * @param over offers that are not answered, or not sent
     */
    Standing without(Round round, boolean upgrades, List<Offer> all, Set<Long> over, List<Held> held) {
        Map<Long, String> endings = new HashMap<>(offers.endings(round.id()));
        over.forEach(each -> endings.put(each, RecallReason.WRONG_RUN.name()));
        OfferCourse course = offerRounds.course(round.id()).orElseThrow();
        return new Standing(
                round,
                course,
                upgrades,
                !clock.instant().isBefore(course.lateStop()),
                offerRounds.rounds(round.id()),
                all.stream()
                        .map(each -> over.contains(each.id()) ? ended(each) : each)
                        .toList(),
                endings,
                all.stream().map(Offer::id).collect(Collectors.toSet()),
                held,
                List.of());
    }

    private static Offer ended(Offer offer) {
        return offer.standing(offer.state() == OfferState.SENT ? OfferState.RECALLED : OfferState.DROPPED);
    }

    private boolean isOverdue(Offer offer) {
        return offer.state() == OfferState.SENT && !offer.isOpen(clock.instant());
    }

    private Offer asItStands(Offer offer) {
        if (!isOverdue(offer)) {
            return offer;
        }
        return offer.standing(OfferState.EXPIRED);
    }

    private List<Finding> inTheWay(Round round, List<OfferRound> before, OfferCourse course, Instant now) {
        OfferRound last = before.get(before.size() - 1);
        if (last.isOpen()) {
            return List.of(Finding.of("number", last.number(), "offer.prepared-already", last.number()));
        }
        OfferRound next = next(round, before, now, 0);
        return now.isBefore(course.lateStop())
                ? Releases.beforeMarking(next, before, now).stream().toList()
                : List.of(Finding.of(
                        "lateStop",
                        course.lateStop(),
                        "offer.too-late-to-release",
                        WorkingDays.day(course.lateStop())));
    }

    private OfferRound next(Round round, List<OfferRound> before, Instant now, int doctors) {
        return Releases.next(round.id(), before, how(round), now, doctors);
    }

    private OfferSettings how(Round round) {
        return settings.of(round.hospital()).value();
    }

    /**
     * Does what a refill has found, all of it: offers that something better takes the place of end, each with a new one that is
     * accepted as it was; who held nothing gets an offer of the next offer round.
     *
     * @param standing held by {@link #hold} in the same transaction
     * @param by who has started the refill
     * @return the number of the next offer round; empty where nobody new gets anything
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public OptionalInt give(Standing standing, List<Given> given, Acting by) {
        Round round = standing.round();
        Acting refill = by.byRefill();
        List<Offer> left = given.stream()
                .map(Given::instead)
                .filter(instead -> instead != null)
                .toList();
        if (!left.isEmpty()) {
            steps.all(left, OfferStep.REFILL, refill, UnaryOperator.identity());
        }
        placements.give(
                round.id(),
                given.stream().flatMap(each -> each.stays().stream()).toList());
        Map<HprNumber, List<Held>> seats =
                placements.held(round.id()).stream().collect(Collectors.groupingBy(Held::hpr));
        Instant now = clock.instant();
        int placed = given.size() - left.size();
        OfferRound next = next(round, standing.offerRounds(), now, placed);
        if (placed > 0) {
            offerRounds.add(next);
        }
        OfferRow moved = OfferTable.row(OfferStep.REFILL, null, Actor.REFILL).orElseThrow();
        OfferRow prepared = Releases.prepared(how(round));
        List<Long> ids = offers.draw(given.size());
        List<OfferStore.New> all = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Offer instead = given.get(i).instead();
            List<Held> held = seats.get(given.get(i).stays().get(0).hpr());
            OfferEvent event =
                    OfferEvent.plain(1, instead == null ? prepared : moved, refill.actor(), refill.who(), now);
            if (instead != null && sameTime(instead, held)) {
                event = event.arranged(instead.facts().leave(), instead.facts().locum());
            }
            Offer made = new Offer(
                    ids.get(i),
                    round.id(),
                    instead == null ? next.number() : instead.offerRound(),
                    round.hospital(),
                    held.get(0).hpr(),
                    held.get(0).area(),
                    held.stream().map(Releases::seat).toList(),
                    OfferFacts.NONE.after(event));
            all.add(new OfferStore.New(made, held.get(0).run(), event));
        }
        offers.add(all);
        log.refilled(round.id(), left.size(), placed);
        return placed > 0 ? OptionalInt.of(next.number()) : OptionalInt.empty();
    }

    /** The offer that takes the place of one that was put off, of a seat that is reserved by it; under the lock of placements. */
    Offer postponed(Offer left, Acting by) {
        Offer.Seat seat = left.seats().get(0);
        long reserved = placements.postpone(seat.placement(), seat.halfYear().next());
        Held held = placements.held(left.round()).stream()
                .filter(each -> each.id() == reserved)
                .findFirst()
                .orElseThrow();
        OfferEvent event = OfferEvent.plain(
                1,
                OfferTable.row(OfferStep.DEFER, null, by.actor()).orElseThrow(),
                by.actor(),
                by.who(),
                clock.instant());
        Offer made = new Offer(
                offers.draw(1).get(0),
                left.round(),
                left.offerRound(),
                left.hospital(),
                left.hpr(),
                left.area(),
                List.of(Releases.seat(held)),
                OfferFacts.NONE.after(event));
        offers.add(List.of(new OfferStore.New(made, held.run(), event)));
        return offers.find(made.id()).orElseThrow();
    }

    /** Whether what the area has ticked for the one stay holds for the other. */
    private static boolean sameTime(Offer instead, List<Held> held) {
        Map<Object, Long> before = new HashMap<>();
        instead.seats().forEach(seat -> before.merge(seat.halfYear(), 1L, Long::sum));
        return before.equals(held.stream().collect(Collectors.groupingBy(Held::halfYear, Collectors.counting())));
    }
}
