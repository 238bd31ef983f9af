package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import no.alisplass.offer.calendar.OfferCourse;
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
     * asks its departments for a decision. The first time it fixes the late stop of the round.
     *
     * @return refused NOT_FOUND for an unknown round, CONFLICT when the round is not approved, an offer round waits to be sent or is
     *     not marked, the late stop has passed, or there is nothing that was not offered
     */
    @Transactional
    public Result<OfferRound> prepare(RoundId id, Acting by) {
        return reached(id, by, OfferStep.PREPARE).then(round -> {
            if (round.state() != RoundState.APPROVED) {
                return Result.conflict(Finding.of("state", round.state(), "offer.not-approved", round.title()));
            }
            placements.lock();
            Optional<Finding> stopped = steps.stopped(id);
            if (stopped.isPresent()) {
                return Result.conflict(stopped.get());
            }
            OfferSettings how = settings.of(round.hospital()).value();
            OfferCourse course = course(round, how);
            if (!clock.instant().isBefore(course.lateStop())) {
                return late(course);
            }
            List<OfferRound> before = offerRounds.rounds(id);
            Optional<OfferRound> open =
                    before.stream().filter(OfferRound::isOpen).findFirst();
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
            if (held.isEmpty()) {
                return Result.conflict(Finding.of("round", id, "offer.nothing-to-prepare", round.title()));
            }
            return beforeMarking(next(id, before, how, clock.instant(), 0), before, clock.instant())
                    .<Result<OfferRound>>map(Result::conflict)
                    .orElseGet(() -> Result.done(prepare(round, how, before, held, by)));
        });
    }

    private OfferRound prepare(Round round, OfferSettings how, List<OfferRound> before, List<Held> held, Acting by) {
        Map<HprNumber, List<Held>> byDoctor =
                held.stream().collect(Collectors.groupingBy(Held::hpr, LinkedHashMap::new, Collectors.toList()));
        Instant now = clock.instant();
        OfferRound made = next(round.id(), before, how, now, byDoctor.size());
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
                    made.number(),
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

    static OfferRound next(RoundId round, List<OfferRound> before, OfferSettings how, Instant now, int offers) {
        int number = before.size() + 1;
        OfferRound.Kind kind =
                sentBefore(number, before) < how.rounds() ? OfferRound.Kind.ORDINARY : OfferRound.Kind.DAILY;
        return new OfferRound(round, number, kind, now, null, null, null, false, offers);
    }

    /** How many went out before; one that was never sent is no offer round for those who answer. */
    private static int sentBefore(int number, List<OfferRound> all) {
        return (int) all.stream()
                .filter(each -> each.number() < number && each.isReleased())
                .count();
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
            OfferDates dates = OfferDates.stops(how, round.first().start());
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
     *     and it is not said why not to wait, the offer round before is not marked or, for an ordinary one, was so less than two
     *     working days ago, or what is sent would not be answered before the late stop
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
            Optional<Finding> stopped = steps.stopped(id);
            if (stopped.isPresent()) {
                return Result.conflict(stopped.get());
            }
            OfferRound wanted = all.get(number - 1);
            boolean recovers = steps.recovers(id, number);
            OfferRound sent = sent(wanted, settings.of(round.hospital()).value(), all, recovers);
            return refused(sent, wanted, all, course.get(), recovers)
                    .<Result<OfferRound>>map(Result::conflict)
                    .orElseGet(() -> release(wanted, sent, Text.lines(deviation), by))
                    .map(released -> {
                        stop(round, released, all, course.get());
                        return released;
                    });
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

    /** As it would be, sent now. */
    private OfferRound sent(OfferRound wanted, OfferSettings how, List<OfferRound> all, boolean recovers) {
        // As finely as the database keeps it: what is recorded of every offer is the same moment.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OfferRoundDates dates = OfferDates.round(how, sentBefore(wanted.number(), all) + 1, WorkingDays.day(now));
        LocalDate answerBy = dates.answerBy();
        LocalDate soonest = WorkingDays.after(WorkingDays.day(now), Recovering.DAYS);
        if (recovers && answerBy.isBefore(soonest)) {
            answerBy = soonest;
        }
        return new OfferRound(
                wanted.round(),
                wanted.number(),
                wanted.kind(),
                wanted.preparedAt(),
                now,
                WorkingDays.noon(answerBy),
                WorkingDays.noon(WorkingDays.after(answerBy, 1)),
                false,
                wanted.offers());
    }

    /**
     * The upgrade stop is fixed with the first that are sent, and comes earlier with the marking of the last ordinary ones: it follows
     * the days on which they really go out, which nobody knows when they are made. One that came later because the offers had been stopped
     * is not undone.
     */
    private void stop(Round round, OfferRound released, List<OfferRound> all, OfferCourse course) {
        OfferSettings how = settings.of(round.hospital()).value();
        int before = sentBefore(released.number(), all);
        Instant stop = before == 0
                ? earlier(OfferDates.stops(how, round.first().start()).upgradeStopAt(), course.lateStop())
                : course.upgradeStop();
        if (course.upgradeStop().isAfter(stop) && steps.wasStopped(round.id())) {
            stop = course.upgradeStop();
        }
        if (before + 1 == how.rounds()) {
            stop = earlier(stop, released.marking());
        }
        offerRounds.stop(new OfferCourse(round.id(), stop, course.lateStop()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Optional<Finding> refused(
            OfferRound sent, OfferRound wanted, List<OfferRound> all, OfferCourse course, boolean recovers) {
        Instant now = sent.releasedAt();
        int number = wanted.number();
        if (wanted.isReleased()) {
            return Optional.of(Finding.of("number", number, "offer.released-already", number));
        }
        // After a recovery nothing of the offer rounds before waits for an answer.
        Optional<Finding> early =
                recovers ? Optional.empty() : beforeMarking(wanted, all, now).or(() -> tooSoon(wanted, all, now));
        if (early.isPresent()) {
            return early;
        }
        LocalDate lateStop = WorkingDays.day(course.lateStop());
        if (!now.isBefore(course.lateStop())) {
            return Optional.of(Finding.of("number", number, "offer.too-late-to-release", lateStop));
        }
        return OfferGuards.timeToAnswer(sent.answerBy(), course);
    }

    private static Optional<OfferRound> lastSent(OfferRound wanted, List<OfferRound> all) {
        return all.stream()
                .filter(each -> each.number() < wanted.number() && each.isReleased())
                .max(Comparator.comparing(OfferRound::number));
    }

    /** Between two ordinary ones there is time to see what the refill came to, and to decide. */
    private static Optional<Finding> tooSoon(OfferRound wanted, List<OfferRound> all, Instant now) {
        if (wanted.kind() != OfferRound.Kind.ORDINARY) {
            return Optional.empty();
        }
        return lastSent(wanted, all).flatMap(before -> {
            LocalDate first = WorkingDays.after(WorkingDays.day(before.marking()), OfferDates.BETWEEN);
            return WorkingDays.day(now).isBefore(first)
                    ? Optional.of(Finding.of(
                            "number",
                            wanted.number(),
                            "offer.too-soon-to-release",
                            wanted.number(),
                            first,
                            before.number()))
                    : Optional.empty();
        });
    }

    /** Why an offer round must wait for the one before. The daily ones go out beside each other. */
    static Optional<Finding> beforeMarking(OfferRound wanted, List<OfferRound> all, Instant now) {
        return lastSent(wanted, all)
                .filter(each -> each.kind() == OfferRound.Kind.ORDINARY || wanted.kind() == OfferRound.Kind.ORDINARY)
                .filter(each -> now.isBefore(each.marking()))
                .map(each -> Finding.of(
                        "number",
                        wanted.number(),
                        "offer.before-marking",
                        each.number(),
                        WorkingDays.day(each.marking())));
    }

    private Result<OfferRound> release(OfferRound wanted, OfferRound released, String deviation, Acting by) {
        Map<OfferState, List<Offer>> byState =
                offers.lock(released).stream().collect(Collectors.groupingBy(Offer::state));
        List<Offer> drafts = byState.getOrDefault(OfferState.DRAFT, List.of());
        if (!drafts.isEmpty() && deviation == null) {
            return Result.conflict(Finding.of("deviation", null, "offer.undecided", drafts.size()));
        }
        List<Offer> ready = new ArrayList<>(byState.getOrDefault(OfferState.READY, List.of()));
        if (!drafts.isEmpty()) {
            ready.addAll(steps.all(
                    drafts, OfferStep.DEVIATE, by, released.releasedAt(), event -> event.because(null, deviation)));
        }
        if (ready.isEmpty()) {
            return Result.conflict(Finding.of("number", wanted.number(), "offer.nothing-to-release", wanted.number()));
        }
        offerRounds.release(released);
        UnaryOperator<OfferEvent> told = event -> event.until(released.answerBy());
        int sent = steps.all(ready, OfferStep.RELEASE, by, released.releasedAt(), told)
                .size();
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
