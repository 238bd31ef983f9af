package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.alisplass.allocation.Placements;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Text;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.life.WithdrawalReason;

/**
 * What the hospital does with an offer: its departments and coordinators. Each command names the version it is of, and is refused
 * NOT_FOUND for an offer that is not there for whoever asks, INVALID for a reason that is not in the list or a text that is missing,
 * CONFLICT for a step that the table does not have ({@code offer.<step>-when}), by another than it is for ({@code offer.not-by}), or of
 * another version, and for what is said with it.
 */
@ApplicationScoped
public class Decisions {
    /** How long a text may be. */
    public static final int MAX_TEXT = OfferGuards.MAX_TEXT;

    private final OfferSteps steps;
    private final OfferGuards guards;
    private final Placements placements;
    private final Refilling refilling;
    private final Clock clock;

    Decisions(OfferSteps steps, OfferGuards guards, Placements placements, Refilling refilling, Clock clock) {
        this.steps = steps;
        this.guards = guards;
        this.placements = placements;
        this.refilling = refilling;
        this.clock = clock;
    }

    /**
     * The department says yes.
     *
     * @param assessment of the doctor for the position, in writing
     * @param references whether they were obtained
     */
    @Transactional
    public Result<Offer> assess(long offer, String assessment, boolean references, Acting by, Long expectedVersion) {
        return written(OfferGuards.text("assessment", assessment, "offer.assessment-missing"))
                .then(none -> steps.take(
                        offer,
                        OfferStep.ASSESS,
                        by,
                        expectedVersion,
                        held -> Result.done(event ->
                                event.because(null, Text.lines(assessment)).referenced(references))));
    }

    /** The department cannot decide yet: the draft waits, and the coordinator hears for what. @param text what is missing */
    @Transactional
    public Result<Offer> needMore(long offer, String text, Acting by, Long expectedVersion) {
        return written(OfferGuards.text("text", text, "offer.needed-missing"))
                .then(none -> steps.take(
                        offer,
                        OfferStep.NEED_MORE,
                        by,
                        expectedVersion,
                        held -> Result.done(event -> event.because(null, Text.lines(text)))));
    }

    /**
     * The department says no; the seats are free for the next refill. Where the hospital does not ask its departments, what is ready is
     * decided by the approval: there only a coordinator can, who answers for that.
     *
     * @param reason of {@code TurnDownReason}
     * @param references whether they were obtained
     */
    @Transactional
    public Result<Offer> turnDown(
            long offer, String reason, String text, boolean references, Acting by, Long expectedVersion) {
        return because(
                OfferStep.TURN_DOWN,
                offer,
                reason,
                text,
                by,
                expectedVersion,
                held -> OfferSteps.unless(
                        guards.decisionAsked(held, by.actor()), event -> event.referenced(references)));
    }

    /** What is not sent is taken back, and nobody outside hears why. @param reason of {@code RecallReason} */
    @Transactional
    public Result<Offer> drop(long offer, String reason, String text, Acting by, Long expectedVersion) {
        return because(OfferStep.DROP, offer, reason, text, by, expectedVersion, OfferSteps.NONE);
    }

    /**
     * Gives more time to who asked for it. Also refused where nobody asked, or the old deadline or the late stop has passed.
     *
     * @param day a working day, noon of which is the deadline; null for what was asked for
     */
    @Transactional
    public Result<Offer> grantTime(long offer, LocalDate day, Acting by, Long expectedVersion) {
        return steps.take(offer, OfferStep.GRANT_TIME, by, expectedVersion, held -> {
            Optional<Finding> refused =
                    timeAsked(held).or(() -> guards.beforeDeadline(held)).or(() -> guards.beforeLateStop(held));
            return OfferSteps.unless(refused, UnaryOperator.identity()).then(none -> {
                LocalDate until = day == null ? WorkingDays.day(held.facts().timeAsked()) : day;
                return OfferSteps.fit(guards.laterDay(held, until), event -> event.until(WorkingDays.noon(until)));
            });
        });
    }

    /** The deadline stays as it is. Also refused where nobody asked for more time. */
    @Transactional
    public Result<Offer> refuseTime(long offer, Acting by, Long expectedVersion) {
        return steps.take(
                offer,
                OfferStep.REFUSE_TIME,
                by,
                expectedVersion,
                held -> OfferSteps.unless(timeAsked(held), UnaryOperator.identity()));
    }

    private static Optional<Finding> timeAsked(Offer offer) {
        return offer.facts().timeAsked() == null
                ? Optional.of(Finding.of("day", null, "offer.time-not-asked"))
                : Optional.empty();
    }

    /** The first of two persons asks to take back what is not answered. @param reason of {@code RecallReason} */
    @Transactional
    public Result<Offer> askRecall(long offer, String reason, String text, Acting by, Long expectedVersion) {
        return because(
                OfferStep.ASK_RECALL,
                offer,
                reason,
                text,
                by,
                expectedVersion,
                held -> OfferSteps.unless(
                        held.facts().recallAskedBy() == null
                                ? Optional.empty()
                                : Optional.of(Finding.of("recall", null, "offer.recall-asked-already")),
                        UnaryOperator.identity()));
    }

    /** The second person takes it back. Also refused where nobody asked, or the same one did. */
    @Transactional
    public Result<Offer> recall(long offer, Acting by, Long expectedVersion) {
        return steps.take(offer, OfferStep.RECALL, by.second(), expectedVersion, held -> {
            String first = held.facts().recallAskedBy();
            Optional<Finding> refused = first == null
                    ? Optional.of(Finding.of("recall", null, "offer.recall-not-asked"))
                    : first.equals(by.who())
                            ? Optional.of(Finding.of("recall", null, "offer.recall-by-another"))
                            : Optional.empty();
            return OfferSteps.unless(refused, UnaryOperator.identity());
        });
    }

    /** A recall that was asked for is not wanted any more, whoever asked. Also refused where nobody did. */
    @Transactional
    public Result<Offer> unaskRecall(long offer, Acting by, Long expectedVersion) {
        return steps.take(
                offer,
                OfferStep.UNASK_RECALL,
                by,
                expectedVersion,
                held -> OfferSteps.unless(
                        held.facts().recallAskedBy() == null
                                ? Optional.of(Finding.of("recall", null, "offer.recall-not-asked"))
                                : Optional.empty(),
                        UnaryOperator.identity()));
    }

    /**
     * The first of two persons asks to take back all of a round that is not answered, after a fault in the run. What is answered
     * meanwhile stands.
     *
     * @return how many, those included that it was asked for already
     */
    @Transactional
    public Result<Integer> askRecallOfAll(RoundId round, String reason, String text, Acting by) {
        List<Finding> unfit = new ArrayList<>(OfferGuards.text("text", text, "offer.text-missing"));
        OfferGuards.reason(OfferStep.ASK_RECALL, reason).ifPresent(unfit::add);
        return written(unfit).then(none -> standing(round, EnumSet.of(OfferState.SENT), OfferStep.ASK_RECALL, by)
                .map(open -> {
                    steps.each(
                            open.stream()
                                    .filter(offer -> offer.facts().recallAskedBy() == null)
                                    .toList(),
                            OfferStep.ASK_RECALL,
                            by,
                            event -> event.because(reason, Text.lines(text)));
                    return open.size();
                }));
    }

    /** The second person takes back all of a round that another asked for and that is not answered. @return how many */
    @Transactional
    public Result<Integer> recallAll(RoundId round, Acting by) {
        return standing(round, EnumSet.of(OfferState.SENT), OfferStep.RECALL, by.second())
                .then(open -> {
                    List<Offer> asked = open.stream()
                            .filter(offer -> offer.facts().recallAskedBy() != null)
                            .toList();
                    List<Offer> byOther = asked.stream()
                            .filter(offer -> !offer.facts().recallAskedBy().equals(by.who()))
                            .toList();
                    if (byOther.isEmpty()) {
                        String code = asked.isEmpty() ? "offer.recall-not-asked" : "offer.recall-by-another";
                        return Result.conflict(Finding.of("recall", null, code));
                    }
                    steps.each(byOther, OfferStep.RECALL, by.second(), UnaryOperator.identity());
                    return Result.done(byOther.size());
                });
    }

    /** None of a round that was asked for is wanted any more, whoever asked. @return how many; also refused where nobody asked */
    @Transactional
    public Result<Integer> unaskRecallOfAll(RoundId round, Acting by) {
        return standing(round, EnumSet.of(OfferState.SENT), OfferStep.UNASK_RECALL, by)
                .then(open -> {
                    List<Offer> asked = open.stream()
                            .filter(offer -> offer.facts().recallAskedBy() != null)
                            .toList();
                    if (asked.isEmpty()) {
                        return Result.conflict(Finding.of("recall", null, "offer.recall-not-asked"));
                    }
                    steps.each(asked, OfferStep.UNASK_RECALL, by, UnaryOperator.identity());
                    return Result.done(asked.size());
                });
    }

    private Result<List<Offer>> standing(RoundId round, Set<OfferState> states, OfferStep step, Acting by) {
        Optional<Finding> refused = states.stream()
                .flatMap(state -> OfferTable.refuses(step, state, by.actor()).stream())
                .findFirst();
        return refused.<Result<List<Offer>>>map(Result::conflict)
                .orElseGet(() -> Result.done(
                        steps.open(round, states).stream().filter(by::reaches).toList()));
    }

    /**
     * Opens once more what expired. Also refused when it would not be answered before the late stop, a seat was given to somebody else, or the doctor is
     * somewhere else by now.
     *
     * @param text how the absence is documented
     */
    @Transactional
    public Result<Offer> reinstate(long offer, String text, Acting by, Long expectedVersion) {
        placements.lock();
        return written(OfferGuards.text("text", text, "offer.text-missing"))
                .then(none -> steps.take(offer, OfferStep.REINSTATE, by, expectedVersion, held -> {
                    LocalDate today = LocalDate.now(clock);
                    Instant until = WorkingDays.noon(
                            WorkingDays.after(today, guards.settings(held).laterDays()));
                    Optional<Finding> refused = guards.otherDays(held)
                            .or(() -> guards.beforeLateStop(held))
                            .or(() -> guards.timeToAnswer(held, until))
                            .or(() -> placements.free(held.placements())
                                    ? Optional.empty()
                                    : Optional.of(Finding.of("offer", offer, "offer.seat-taken")));
                    return OfferSteps.unless(refused, event -> event.because(null, Text.lines(text))
                            .until(until));
                }));
    }

    /**
     * A yes is taken back, by the doctor or the area; who asked for it without the pages is written by the coordinator here. After the
     * upgrade stop the round's policy may put the doctor behind equals in the next round ({@link Answers#takingBack}).
     *
     * @param reason of {@code WithdrawalReason}; null for the one that was given when it was asked for. A weighty one lifts what it would do
     *     to the next round
     * @param lifted whether the coordinator lifts that for another reason
     */
    @Transactional
    public Result<Offer> withdraw(long offer, String reason, boolean lifted, Acting by, Long expectedVersion) {
        return steps.held(offer, by).then(held -> {
            boolean asked = reason == null && held.facts().withdrawalAsked() != null;
            String why = asked ? held.facts().withdrawalAsked().name() : reason;
            Boolean late = held.state().isAccepted() && guards.takingBack(held).behind()
                    ? Boolean.valueOf(
                            !lifted && !WithdrawalReason.WEIGHTY.name().equals(why))
                    : null;
            return steps.take(
                            offer,
                            OfferStep.WITHDRAW,
                            by,
                            expectedVersion,
                            still -> OfferSteps.fit(
                                    OfferGuards.reason(OfferStep.WITHDRAW, why),
                                    event -> event.because(why, null).late(late)))
                    .map(after -> {
                        if (Boolean.TRUE.equals(late)) {
                            placements.withdrawnLate(after.placements(), clock.instant());
                        }
                        return after;
                    });
        });
    }

    /** The yes stands. Also refused where nobody asked to take it back. @param text why */
    @Transactional
    public Result<Offer> refuseWithdrawal(long offer, String text, Acting by, Long expectedVersion) {
        return written(OfferGuards.text("text", text, "offer.text-missing"))
                .then(none -> steps.take(
                        offer,
                        OfferStep.REFUSE_WITHDRAWAL,
                        by,
                        expectedVersion,
                        held -> OfferSteps.unless(
                                held.facts().withdrawalAsked() == null
                                        ? Optional.of(Finding.of("offer", offer, "offer.withdrawal-not-asked"))
                                        : Optional.empty(),
                                event -> event.because(null, Text.lines(text)))));
    }

    /**
     * Puts a stay off for a half-year, as the doctor or the area has asked: the offer ends, its seat is free, and a new one is born accepted,
     * of a seat of the same position in the half-year after. Also refused where nobody asked, or there is no such seat any longer.
     *
     * @return the new offer
     */
    @Transactional
    public Result<Offer> defer(long offer, Acting by, Long expectedVersion) {
        placements.lock();
        return steps.take(
                        offer,
                        OfferStep.DEFER,
                        by,
                        expectedVersion,
                        held -> OfferSteps.unless(
                                deferralAsked(held).or(() -> guards.notLater(held)), UnaryOperator.identity()))
                .map(left -> refilling.postponed(left, by));
    }

    /**
     * The later of two half-years is given up, by the doctor or the area: its seat is free, the offer goes on with the first, and what is left
     * of the service is for the next round. Who asked for it without the pages is written by the coordinator here. It does nothing to the
     * order of the next round. Also refused for one half-year, and once the later has begun.
     *
     * @param reason of {@code WithdrawalReason}; null for the one that was given when it was asked for
     */
    @Transactional
    public Result<Offer> giveUp(long offer, String reason, Acting by, Long expectedVersion) {
        placements.lock();
        return steps.held(offer, by).then(held -> {
            boolean asked = reason == null && held.facts().giveUpAsked() != null;
            String why = asked ? held.facts().giveUpAsked().name() : reason;
            return steps.take(offer, OfferStep.GIVE_UP, by, expectedVersion, still -> OfferSteps.unless(
                                    guards.notInParts(still), UnaryOperator.<OfferEvent>identity())
                            .then(none -> OfferSteps.fit(
                                    OfferGuards.reason(OfferStep.GIVE_UP, why), event -> event.because(why, null))))
                    .map(after -> steps.giveUp(after, held.later().orElseThrow()));
        });
    }

    /** Both half-years stand. Also refused where nobody asked to give up the later. @param text why */
    @Transactional
    public Result<Offer> refuseGiveUp(long offer, String text, Acting by, Long expectedVersion) {
        return written(OfferGuards.text("text", text, "offer.text-missing"))
                .then(none -> steps.take(
                        offer,
                        OfferStep.REFUSE_GIVE_UP,
                        by,
                        expectedVersion,
                        held -> OfferSteps.unless(
                                held.facts().giveUpAsked() == null
                                        ? Optional.of(Finding.of("offer", offer, "offer.give-up-not-asked"))
                                        : Optional.empty(),
                                event -> event.because(null, Text.lines(text)))));
    }

    /** The stay is served when it was to be. Also refused where nobody asked to put it off. @param text why */
    @Transactional
    public Result<Offer> refuseDeferral(long offer, String text, Acting by, Long expectedVersion) {
        return written(OfferGuards.text("text", text, "offer.text-missing"))
                .then(none -> steps.take(
                        offer,
                        OfferStep.REFUSE_DEFERRAL,
                        by,
                        expectedVersion,
                        held -> OfferSteps.unless(
                                deferralAsked(held), event -> event.because(null, Text.lines(text)))));
    }

    private static Optional<Finding> deferralAsked(Offer offer) {
        return offer.facts().deferralAsked()
                ? Optional.empty()
                : Optional.of(Finding.of("offer", offer.id(), "offer.deferral-not-asked"));
    }

    /** The hospital takes an accepted offer back. @param reason of {@code VoidReason} */
    @Transactional
    public Result<Offer> annul(long offer, String reason, String text, Acting by, Long expectedVersion) {
        return because(OfferStep.ANNUL, offer, reason, text, by, expectedVersion, OfferSteps.NONE);
    }

    /** There is a contract. Also refused when leave or locum is not arranged, where the hospital's settings say so. */
    @Transactional
    public Result<Offer> confirm(long offer, Acting by, Long expectedVersion) {
        return steps.take(
                offer,
                OfferStep.CONFIRM,
                by,
                expectedVersion,
                held -> OfferSteps.unless(guards.blocked(held), UnaryOperator.identity()));
    }

    /** The doctor has begun. Also refused before the first day, and while it is not decided whether the yes is taken back. */
    @Transactional
    public Result<Offer> start(long offer, Acting by, Long expectedVersion) {
        return steps.take(
                offer,
                OfferStep.START,
                by,
                expectedVersion,
                held -> OfferSteps.unless(
                        LocalDate.now(clock).isBefore(held.start())
                                ? Optional.of(Finding.of("start", held.start(), "offer.not-begun", held.start()))
                                : held.facts().withdrawalAsked() != null
                                        ? Optional.of(Finding.of("offer", offer, "offer.withdrawal-undecided"))
                                        : held.facts().deferralAsked()
                                                ? Optional.of(Finding.of("offer", offer, "offer.deferral-undecided"))
                                                : Optional.empty(),
                        UnaryOperator.identity()));
    }

    /** The doctor has served to the end. Also refused until the last day has passed. */
    @Transactional
    public Result<Offer> complete(long offer, Acting by, Long expectedVersion) {
        return steps.take(
                offer,
                OfferStep.COMPLETE,
                by,
                expectedVersion,
                held -> OfferSteps.unless(
                        LocalDate.now(clock).isAfter(held.end())
                                ? Optional.empty()
                                : Optional.of(Finding.of("end", held.end(), "offer.not-over", held.end())),
                        UnaryOperator.identity()));
    }

    private Result<Offer> because(
            OfferStep step,
            long offer,
            String reason,
            String text,
            Acting by,
            Long expectedVersion,
            OfferSteps.Guard guard) {
        List<Finding> unfit = new ArrayList<>(OfferGuards.text("text", text, "offer.text-missing"));
        OfferGuards.reason(step, reason).ifPresent(unfit::add);
        return written(unfit)
                .then(none -> steps.take(offer, step, by, expectedVersion, held -> guard.apply(held)
                        .map(told -> event -> told.apply(event).because(reason, Text.lines(text)))));
    }

    /** Done with nothing, or refused for what is wrong with what was written. */
    private static Result<List<Finding>> written(List<Finding> unfit) {
        return unfit.isEmpty() ? Result.done(unfit) : Result.invalid(unfit);
    }
}
