package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.alisplass.allocation.Placements;
import no.alisplass.allocation.Placements.Held;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.calendar.OfferDates;
import no.alisplass.offer.calendar.OfferDates.OfferRoundDates;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferRow;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.platform.Audit;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;

/** Makes offers of what an approved round gave, and sends them: all of an offer round at one instant. For coordinators. */
@ApplicationScoped
public class Releases {
    private final Rounds rounds;
    private final Placements placements;
    private final HospitalOffers settings;
    private final OfferStore offers;
    private final OfferRoundStore offerRounds;
    private final OfferSteps steps;
    private final OfferLog log;
    private final Audit audit;
    private final Clock clock;

    Releases(
            Rounds rounds,
            Placements placements,
            HospitalOffers settings,
            OfferStore offers,
            OfferRoundStore offerRounds,
            OfferSteps steps,
            OfferLog log,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.placements = placements;
        this.settings = settings;
        this.offers = offers;
        this.offerRounds = offerRounds;
        this.steps = steps;
        this.log = log;
        this.audit = audit;
        this.clock = clock;
    }

    /** The dates that the hospital's settings propose for a round. @param first the day from which on something can be sent */
    @Transactional
    public Result<OfferDates> proposed(RoundId round, LocalDate first) {
        return rounds.read(round)
                .map(found -> OfferDates.proposed(
                        settings.of(found.hospital()).value(), found.first().start(), first));
    }

    /** The stops that hold for a round's offers; empty before the first are made. */
    @Transactional
    public Optional<OfferCourse> course(RoundId round) {
        return offerRounds.course(round);
    }

    /** The offer rounds of a round, in their order. */
    @Transactional
    public List<OfferRound> of(RoundId round) {
        return offerRounds.rounds(round);
    }

    /** How many doctors the round gave something that they hold and that was not offered yet. */
    @Transactional
    public int unoffered(RoundId round) {
        Set<Long> offered = offerRounds.offered(round);
        return (int) placements.held(round).stream()
                .filter(each -> !offered.contains(each.id()))
                .map(Held::hpr)
                .distinct()
                .count();
    }

    /**
     * Makes the next offer round: an offer to each doctor of what the round gave and was not offered yet, a draft where the hospital
     * asks its departments for a decision. The first time it fixes the stops of the round.
     *
     * @return refused NOT_FOUND for an unknown round, CONFLICT when the round is not approved, an offer round waits to be sent, the
     *     late stop has passed, or there is nothing that was not offered
     */
    @Transactional
    public Result<OfferRound> prepare(RoundId id, Acting by) {
        return reached(id, by, OfferStep.PREPARE).then(round -> {
            if (round.state() != RoundState.APPROVED) {
                return Result.conflict(Finding.of("state", round.state(), "offer.not-approved", round.title()));
            }
            placements.lock();
            OfferSettings how = settings.of(round.hospital()).value();
            OfferCourse course = course(round, how);
            if (!clock.instant().isBefore(course.lateStop())) {
                return late(course);
            }
            List<OfferRound> before = offerRounds.rounds(id);
            Optional<OfferRound> open =
                    before.stream().filter(each -> !each.isReleased()).findFirst();
            if (open.isPresent()) {
                return Result.conflict(Finding.of(
                        "number",
                        open.get().number(),
                        "offer.prepared-already",
                        open.get().number()));
            }
            Set<Long> offered = offerRounds.offered(id);
            List<Held> held = placements.held(id).stream()
                    .filter(each -> !offered.contains(each.id()))
                    .toList();
            return held.isEmpty()
                    ? Result.conflict(Finding.of("round", id, "offer.nothing-to-prepare", round.title()))
                    : Result.done(prepare(round, how, before.size() + 1, held, by));
        });
    }

    private OfferRound prepare(Round round, OfferSettings how, int number, List<Held> held, Acting by) {
        Map<HprNumber, List<Held>> byDoctor =
                held.stream().collect(Collectors.groupingBy(Held::hpr, LinkedHashMap::new, Collectors.toList()));
        Instant now = clock.instant();
        OfferRound made = next(round.id(), number, how, now, byDoctor.size());
        offerRounds.add(made);
        OfferRow row = prepared(how);
        OfferEvent event = OfferEvent.plain(1, row, by.actor(), by.who(), now);
        List<Long> ids = new ArrayList<>(offers.draw(byDoctor.size()));
        List<OfferStore.New> all = new ArrayList<>();
        for (List<Held> seats : byDoctor.values()) {
            Held any = seats.get(0);
            Offer offer = new Offer(
                    ids.remove(ids.size() - 1),
                    round.id(),
                    number,
                    round.hospital(),
                    any.hpr(),
                    any.area(),
                    seats.stream().map(Releases::seat).toList(),
                    OfferFacts.NONE.after(event));
            all.add(new OfferStore.New(offer, any.run(), event));
        }
        offers.add(all);
        audit.recordOf(by.who(), "offer.prepared", subject(made), null, made);
        log.prepared(made);
        return made;
    }

    static OfferRound next(RoundId round, int number, OfferSettings how, Instant now, int offers) {
        OfferRound.Kind kind = number <= how.rounds() ? OfferRound.Kind.ORDINARY : OfferRound.Kind.DAILY;
        return new OfferRound(round, number, kind, now, null, null, null, offers);
    }

    /** How an offer that is to be sent begins. */
    static OfferRow prepared(OfferSettings how) {
        return OfferTable.rows().stream()
                .filter(each -> each.step() == OfferStep.PREPARE
                        && each.to() == (how.leaderDecides() ? OfferState.DRAFT : OfferState.READY))
                .findFirst()
                .orElseThrow();
    }

    static Offer.Seat seat(Held held) {
        return new Offer.Seat(
                held.id(),
                held.position(),
                held.halfYear(),
                held.seat(),
                held.halfYear().start(),
                held.halfYear().end(),
                held.parts());
    }

    /** The stops of the round, fixed now where they are not; held against others who prepare or release. */
    private OfferCourse course(Round round, OfferSettings how) {
        return offerRounds.lock(round.id()).orElseGet(() -> {
            OfferDates dates = OfferDates.proposed(how, round.first().start(), LocalDate.now(clock));
            OfferCourse fixed = new OfferCourse(round.id(), dates.upgradeStopAt(), dates.lateStopAt());
            offerRounds.add(fixed);
            return fixed;
        });
    }

    /**
     * Sends all of an offer round at one instant, with one deadline.
     *
     * @param deviation why it is not waited for departments that have not decided; null to wait
     * @return refused NOT_FOUND for an unknown round or offer round, CONFLICT when it is sent already, a department has not decided
     *     and it is not said why not to wait, the offer round before is not marked, or the late stop has passed
     */
    @Transactional
    public Result<OfferRound> release(RoundId id, int number, String deviation, Acting by) {
        List<Finding> unfit = OfferGuards.text("deviation", deviation, null);
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return reached(id, by, OfferStep.RELEASE).then(round -> {
            Optional<OfferCourse> course = offerRounds.lock(id);
            List<OfferRound> all = offerRounds.rounds(id);
            if (course.isEmpty() || number < 1 || number > all.size()) {
                return Result.notFound(
                        Finding.of("number", number, "offer.offer-round-unknown", round.title(), number));
            }
            OfferRound wanted = all.get(number - 1);
            return refused(wanted, all, course.get())
                    .<Result<OfferRound>>map(Result::conflict)
                    .orElseGet(() -> release(round, wanted, Text.lines(deviation), by));
        });
    }

    /** What whoever sends was shown of it. @param offers how many would go out */
    public record Shown(long offers, Instant answerBy) {}

    /**
     * As {@link #release(RoundId, int, String, Acting)}, of what was shown.
     *
     * @return refused also, CONFLICT, when another number would go out, or with another deadline
     */
    @Transactional
    public Result<OfferRound> release(RoundId id, int number, String deviation, Shown shown, Acting by) {
        return release(id, number, deviation, by).then(released -> {
            long sent = offers.lock(released).stream()
                    .filter(each -> each.state() == OfferState.SENT)
                    .count();
            if (sent != shown.offers()) {
                return Result.conflict(Finding.of("offers", sent, "offer.other-number", shown.offers(), sent));
            }
            return released.answerBy().equals(shown.answerBy())
                    ? Result.done(released)
                    : Result.conflict(Finding.of(
                            "answerBy",
                            released.answerBy(),
                            "offer.other-deadline",
                            WorkingDays.day(shown.answerBy()),
                            WorkingDays.day(released.answerBy())));
        });
    }

    private Optional<Finding> refused(OfferRound wanted, List<OfferRound> all, OfferCourse course) {
        Instant now = clock.instant();
        int number = wanted.number();
        if (wanted.isReleased()) {
            return Optional.of(Finding.of("number", number, "offer.released-already", number));
        }
        Optional<Finding> early = beforeMarking(wanted, all, now);
        if (early.isPresent()) {
            return early;
        }
        return now.isBefore(course.lateStop())
                ? Optional.empty()
                : Optional.of(
                        Finding.of("number", number, "offer.too-late-to-release", WorkingDays.day(course.lateStop())));
    }

    /** Why an offer round must wait for the one before. The daily ones go out beside each other. */
    static Optional<Finding> beforeMarking(OfferRound wanted, List<OfferRound> all, Instant now) {
        return all.stream()
                .filter(each -> each.number() == wanted.number() - 1)
                .filter(each -> each.kind() == OfferRound.Kind.ORDINARY || wanted.kind() == OfferRound.Kind.ORDINARY)
                .filter(each -> now.isBefore(each.marking()))
                .map(each -> Finding.of(
                        "number",
                        wanted.number(),
                        "offer.before-marking",
                        each.number(),
                        WorkingDays.day(each.marking())))
                .findFirst();
    }

    private Result<OfferRound> release(Round round, OfferRound wanted, String deviation, Acting by) {
        Map<OfferState, List<Offer>> byState =
                offers.lock(wanted).stream().collect(Collectors.groupingBy(Offer::state));
        List<Offer> drafts = byState.getOrDefault(OfferState.DRAFT, List.of());
        if (!drafts.isEmpty() && deviation == null) {
            return Result.conflict(Finding.of("deviation", null, "offer.undecided", drafts.size()));
        }
        List<Offer> ready = new ArrayList<>(byState.getOrDefault(OfferState.READY, List.of()));
        if (!drafts.isEmpty()) {
            ready.addAll(steps.all(drafts, OfferStep.DEVIATE, by, event -> event.because(null, deviation)));
        }
        if (ready.isEmpty()) {
            return Result.conflict(Finding.of("number", wanted.number(), "offer.nothing-to-release", wanted.number()));
        }
        OfferRoundDates dates =
                OfferDates.round(settings.of(round.hospital()).value(), wanted.number(), LocalDate.now(clock));
        OfferRound released = new OfferRound(
                wanted.round(),
                wanted.number(),
                wanted.kind(),
                wanted.preparedAt(),
                clock.instant(),
                WorkingDays.noon(dates.answerBy()),
                WorkingDays.noon(dates.marking()),
                wanted.offers());
        offerRounds.release(released);
        UnaryOperator<OfferEvent> told = event -> event.until(released.answerBy());
        int sent = steps.all(ready, OfferStep.RELEASE, by, told).size();
        audit.recordOf(by.who(), "offer.released", subject(released), wanted, released);
        log.released(released, sent);
        return Result.done(released);
    }

    private static Result<OfferRound> late(OfferCourse course) {
        return Result.conflict(Finding.of(
                "lateStop", course.lateStop(), "offer.too-late-to-release", WorkingDays.day(course.lateStop())));
    }

    private Result<Round> reached(RoundId id, Acting by, OfferStep step) {
        return rounds.read(id).then(round -> {
            if (!by.reaches(round.hospital())) {
                return Result.notFound(Finding.of("round", id, "round.round-unknown"));
            }
            Collection<Actor> may = List.of(Actor.COORDINATOR);
            return may.contains(by.actor())
                    ? Result.done(round)
                    : Result.conflict(Finding.of("actor", by.actor(), "offer.not-by", by.actor(), step, may));
        });
    }

    private static String subject(OfferRound round) {
        return "round/" + round.round() + "/offer-round/" + round.number();
    }
}
