package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.alisplass.allocation.Placements;
import no.alisplass.allocation.Placements.Held;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.Refilling.Standing;
import no.alisplass.offer.calendar.OfferCourse;
import no.alisplass.offer.calendar.OfferDates;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.RecallReason;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.offer.stop.RoundStop;
import no.alisplass.offer.stop.StopEvent;
import no.alisplass.offer.stop.StopStep;
import no.alisplass.offer.stop.Stops;
import no.alisplass.platform.Audit;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;

/**
 * Stops the offers of a round whose run may be wrong, and lets them go on; and what carrying a corrected run out does to them. Which run that is,
 * room {@code offer.recovery} knows.
 */
@ApplicationScoped
public class Recovering {
    /** The fewest working days that are left to answer once the offers go on. */
    public static final int DAYS = 2;

    public static final int MAX_TEXT = OfferGuards.MAX_TEXT;

    private static final Set<OfferState> UNSENT = EnumSet.of(OfferState.DRAFT, OfferState.READY);

    private final Refilling refilling;
    private final Placements placements;
    private final HospitalOffers settings;
    private final OfferStore offers;
    private final OfferRoundStore offerRounds;
    private final OfferSteps steps;
    private final Stops stops;
    private final Audit audit;
    private final Clock clock;

    Recovering(
            Refilling refilling,
            Placements placements,
            HospitalOffers settings,
            OfferStore offers,
            OfferRoundStore offerRounds,
            OfferSteps steps,
            Stops stops,
            Audit audit,
            Clock clock) {
        this.refilling = refilling;
        this.placements = placements;
        this.settings = settings;
        this.offers = offers;
        this.offerRounds = offerRounds;
        this.steps = steps;
        this.stops = stops;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stops a round's offers: nothing is sent, given, answered, and no deadline runs, until they go on. Who waits for an answer is told.
     *
     * @param reason in writing; whoever stops them answers for it by name
     * @return refused CONFLICT for a round that is not approved or stopped already, and where {@link #tooLate} says so
     */
    @Transactional
    public Result<RoundStop> stop(RoundId id, String reason, Acting by) {
        List<Finding> unfit = OfferGuards.text("text", reason, "offer.text-missing");
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return refilling.asCoordinator(id, by).then(round -> {
            if (round.state() != RoundState.APPROVED) {
                return Result.conflict(Finding.of("state", round.state(), "offer.not-approved", round.title()));
            }
            List<Offer> all = lock(id);
            Optional<Finding> already = steps.stopped(id);
            if (already.isPresent()) {
                return Result.conflict(already.get());
            }
            Optional<Finding> late = tooLate(round, clock.instant());
            if (late.isPresent()) {
                return Result.conflict(late.get());
            }
            List<Offer> overdue = sent(all).stream()
                    .filter(each -> !each.isOpen(clock.instant()))
                    .toList();
            if (!overdue.isEmpty()) {
                // Nobody is to be told of a stop, and given time anew, whose time had run out before it.
                steps.each(overdue, OfferStep.EXPIRE, Acting.CLOCK, UnaryOperator.identity());
                all = offers.lockAll(id);
            }
            int number = stops.of(id).size() + 1;
            String text = Text.lines(reason);
            stops.add(id, new StopEvent(number, 1, StopStep.STOPPED, by.who(), now(), text, null, null, null));
            steps.all(sent(all), OfferStep.STOP, by, event -> event.because(null, text));
            RoundStop stop = stops.now(id).orElseThrow();
            audit.recordOf(by.who(), "offer.stopped", subject(stop), null, stop.last());
            return Result.done(stop);
        });
    }

    /**
     * Why a run cannot be corrected any more; empty when it can. Once its stays have begun nothing of them can be given anew; and of a round of
     * which nothing was offered by the late stop it is not known here what became of what it gave.
     */
    public Optional<Finding> tooLate(Stopped stopped) {
        return tooLate(stopped.round(), stopped.stop().since());
    }

    /** @param stopped from when on no stop of the round passes */
    private Optional<Finding> tooLate(Round round, Instant stopped) {
        LocalDate start = round.first().start();
        if (!WorkingDays.day(clock.instant()).isBefore(start)) {
            return Optional.of(Finding.of("round", round.id(), "offer.too-late-to-correct", round.title(), start));
        }
        Instant lateStop = course(round).lateStop();
        return offerRounds.rounds(round.id()).isEmpty() && !stopped.isBefore(lateStop)
                ? Optional.of(Finding.of(
                        "round", round.id(), "offer.settled-elsewhere", round.title(), WorkingDays.day(lateStop)))
                : Optional.empty();
    }

    /** The stops of the round; as the settings have them where they are not fixed yet. */
    private OfferCourse course(Round round) {
        return offerRounds.course(round.id()).orElseGet(() -> {
            OfferDates dates = OfferDates.stops(
                    settings.of(round.hospital()).value(), round.first().start());
            return new OfferCourse(round.id(), dates.upgradeStopAt(), dates.lateStopAt());
        });
    }

    /** Everything that others could do to the round's offers waits from here on. */
    private List<Offer> lock(RoundId id) {
        placements.lock();
        offerRounds.lock(id);
        return offers.lockAll(id);
    }

    private static List<Offer> sent(List<Offer> all) {
        return all.stream().filter(each -> each.state() == OfferState.SENT).toList();
    }

    /** As finely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What was set anew when offers went on.
     *
     * @param offers how many wait for an answer
     * @param answerBy the earliest of their deadlines now; null where there is none
     * @param upgradeStop null where it stands as it was, as the late stop
     */
    public record Later(int offers, Instant answerBy, Instant upgradeStop, Instant lateStop) {}

    /**
     * It was no error: the offers go on as they are. A deadline that has run out since or is nearer than two working days is set anew, and told; a
     * stop of the round that would have come by then comes then, or later where something is still to be sent.
     *
     * @param text why, in writing
     * @return refused CONFLICT for a round that is not stopped
     */
    @Transactional
    public Result<Later> thaw(RoundId id, String text, Acting by) {
        List<Finding> unfit = OfferGuards.text("text", text, "offer.text-missing");
        if (!unfit.isEmpty()) {
            return Result.invalid(unfit);
        }
        return refilling.asCoordinator(id, by).then(round -> {
            List<Offer> all = lock(id);
            List<Offer> sent = sent(all);
            boolean toSend = all.isEmpty() || all.stream().anyMatch(each -> UNSENT.contains(each.state()));
            return stopped(round).map(stop -> {
                Instant soonest = inWorkingDays(DAYS);
                OfferCourse before = course(round);
                OfferCourse after = toSend ? moved(new Stopped(round, stop), before) : later(before, stop, soonest);
                set(before, after);
                if (!sent.isEmpty()) {
                    offerRounds.later(id, soonest, WorkingDays.noon(WorkingDays.after(WorkingDays.day(soonest), 1)));
                }
                for (Instant until : sent.stream()
                        .map(each -> latest(each.facts().answerBy(), soonest))
                        .collect(Collectors.toSet())) {
                    steps.all(
                            sent.stream()
                                    .filter(each -> latest(each.facts().answerBy(), soonest)
                                            .equals(until))
                                    .toList(),
                            OfferStep.RESUME,
                            by,
                            event -> event.because(null, Text.lines(text)).until(until));
                }
                StopEvent event = stop.next(StopStep.THAWED, by.who(), now(), Text.lines(text));
                stops.add(id, event);
                Later later = new Later(
                        sent.size(),
                        sent.stream()
                                .map(each -> latest(each.facts().answerBy(), soonest))
                                .min(Instant::compareTo)
                                .orElse(null),
                        moved(before, after, OfferCourse::upgradeStop),
                        moved(before, after, OfferCourse::lateStop));
                audit.recordOf(by.who(), "offer.thawed", subject(stop), null, event);
                return later;
            });
        });
    }

    private static Instant moved(OfferCourse before, OfferCourse after, Function<OfferCourse, Instant> stop) {
        Instant now = stop.apply(after);
        return now.equals(stop.apply(before)) ? null : now;
    }

    /** Noon of the last of so many working days after today. */
    private Instant inWorkingDays(int days) {
        return WorkingDays.noon(WorkingDays.after(LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE), days));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What would have come while the offers were stopped, or too soon after, comes when it can: one that was over before is over. */
    private static OfferCourse later(OfferCourse course, RoundStop stop, Instant soonest) {
        Instant lateStop =
                course.lateStop().isAfter(stop.since()) ? latest(course.lateStop(), soonest) : course.lateStop();
        Instant upgradeStop = course.upgradeStop().isAfter(stop.since())
                ? latest(course.upgradeStop(), soonest)
                : course.upgradeStop();
        return new OfferCourse(course.round(), upgradeStop, lateStop);
    }

    /** The stop that holds the round; refused CONFLICT where none does. */
    public Result<RoundStop> stopped(Round round) {
        return stops.now(round.id())
                .map(Result::done)
                .orElseGet(() ->
                        Result.conflict(Finding.of("round", round.id(), "offer.round-not-frozen", round.title())));
    }

    /** The round and the stop that holds it, for its hospital's coordinators; refused as both are. */
    @Transactional
    public Result<Stopped> stopped(RoundId id, Acting by) {
        return refilling.asCoordinator(id, by).then(round -> stopped(round).map(stop -> new Stopped(round, stop)));
    }

    /** As {@link #stopped(RoundId, Acting)}; of whom somebody may hear is for the caller to see to. */
    @Transactional
    public Result<Stopped> stopped(RoundId id) {
        return refilling.round(id).then(round -> stopped(round).map(stop -> new Stopped(round, stop)));
    }

    /** As {@link #stopped(RoundId, Acting)}, held against others until the transaction ends. */
    @Transactional
    public Result<Stopped> hold(RoundId id, Acting by) {
        return refilling.asCoordinator(id, by).then(round -> {
            lock(id);
            return stopped(round).map(stop -> new Stopped(round, stop));
        });
    }

    /** A round that is stopped. */
    public record Stopped(Round round, RoundStop stop) {}

    /**
     * What stands of a round, and what would once the offers that nobody has answered or sent have ended.
     *
     * @param offers all of the round, as they stand
     * @param ending those that would end
     * @param unoffered what the run gave and was never offered; would be given up
     * @param after what would stand then, that a refill could be made of; empty where nothing was ever offered
     * @param inTheWay why nobody would get anything new: the late stop had passed; none where it had not
     */
    public record Unsettled(
            List<Offer> offers,
            Set<Long> ending,
            List<Held> unoffered,
            Optional<Standing> after,
            List<Finding> inTheWay) {
        public Unsettled {
            offers = List.copyOf(offers);
            ending = Set.copyOf(ending);
            unoffered = List.copyOf(unoffered);
            inTheWay = List.copyOf(inTheWay);
        }
    }

    @Transactional
    public Unsettled unsettled(Stopped stopped) {
        Round round = stopped.round();
        List<Offer> all = offers.all(round.id());
        Set<Long> ending = all.stream()
                .filter(each -> each.state() == OfferState.SENT || UNSENT.contains(each.state()))
                .map(Offer::id)
                .collect(Collectors.toSet());
        Set<Long> kept = new HashSet<>();
        Set<Long> offered = new HashSet<>();
        all.stream().filter(each -> each.state().isLive()).forEach(each -> {
            offered.addAll(each.placements());
            if (!ending.contains(each.id())) {
                kept.addAll(each.placements());
            }
        });
        List<Held> held = placements.held(round.id());
        List<Held> unoffered =
                held.stream().filter(each -> !offered.contains(each.id())).toList();
        List<Held> stays =
                held.stream().filter(each -> kept.contains(each.id())).toList();
        Optional<OfferCourse> course = offerRounds.course(round.id());
        boolean nothingOffered = offerRounds.rounds(round.id()).isEmpty();
        return new Unsettled(
                all,
                ending,
                unoffered,
                nothingOffered
                        ? Optional.empty()
                        : Optional.of(
                                refilling.without(round, upgrades(stopped, course.orElseThrow()), all, ending, stays)),
                course
                        .filter(each -> !each.lateStop().isAfter(stopped.stop().since()))
                        .map(each -> Finding.of(
                                "lateStop",
                                each.lateStop(),
                                "offer.too-late-to-release",
                                WorkingDays.day(each.lateStop())))
                        .stream()
                        .toList());
    }

    private boolean upgrades(Stopped stopped, OfferCourse course) {
        return clock.instant().isBefore(moved(stopped, course).upgradeStop());
    }

    /** There must be time to decide, send and answer; for the first that are sent there is more time to answer. */
    private OfferCourse moved(Stopped stopped, OfferCourse course) {
        OfferSettings how = settings.of(stopped.round().hospital()).value();
        boolean sent = offerRounds.rounds(stopped.round().id()).stream().anyMatch(OfferRound::isReleased);
        return later(
                course, stopped.stop(), inWorkingDays(Math.max(DAYS, sent ? how.laterDays() : how.firstDays()) + 1));
    }

    /** What is moved stays so, also where the settings alone had it until now. */
    private void set(OfferCourse before, OfferCourse after) {
        if (after.equals(before)) {
            return;
        }
        if (offerRounds.course(after.round()).isPresent()) {
            offerRounds.stop(after);
        } else {
            offerRounds.add(after);
        }
    }

    /**
     * Ends what was not answered, sent or offered, and moves the round's stops where they leave no time.
     *
     * @param asker the first of the two who do it
     * @param by the second
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Stopped stopped, Unsettled unsettled, String asker, String text, Acting by) {
        Acting first = new Acting(Actor.COORDINATOR, asker, null, null, by.hospital(), null);
        List<Offer> over = offers.lockAll(stopped.round().id()).stream()
                .filter(each -> unsettled.ending().contains(each.id()))
                .toList();
        List<Offer> unasked = new ArrayList<>();
        List<Offer> othersAsked = new ArrayList<>();
        sent(over).forEach(each -> (each.facts().recallAskedBy() == null ? unasked : othersAsked).add(each));
        if (!othersAsked.isEmpty()) {
            unasked.addAll(steps.all(othersAsked, OfferStep.UNASK_RECALL, first, UnaryOperator.identity()));
        }
        if (!unasked.isEmpty()) {
            List<Offer> asked = steps.all(
                    unasked, OfferStep.ASK_RECALL, first, event -> event.because(RecallReason.WRONG_RUN.name(), text));
            steps.each(asked, OfferStep.RECALL, by.second(), UnaryOperator.identity());
        }
        List<Offer> unsent =
                over.stream().filter(each -> UNSENT.contains(each.state())).toList();
        if (!unsent.isEmpty()) {
            steps.each(unsent, OfferStep.DROP, by, event -> event.because(RecallReason.WRONG_RUN.name(), text));
        }
        if (!unsettled.unoffered().isEmpty()) {
            placements.end(unsettled.unoffered().stream().map(Held::id).toList());
        }
        OfferCourse course = course(stopped.round());
        set(course, moved(stopped, course));
    }

    static String subject(RoundStop stop) {
        return "round/" + stop.round() + "/stop/" + stop.number();
    }
}
