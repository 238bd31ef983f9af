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
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.alisplass.domain.Finding;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.offer.calendar.WorkingDays;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;

/** What doctors and areas do with an offer. Whoever asks must act as {@code DOCTOR} or {@code AREA}. */
@ApplicationScoped
public class Answers {
    private static final Set<OfferStep> ANSWERS =
            EnumSet.of(OfferStep.ACCEPT, OfferStep.ACCEPT_UPGRADABLE, OfferStep.DECLINE, OfferStep.SETTLE);

    private final OfferStore store;
    private final AnswerStore answers;
    private final OfferSteps steps;
    private final OfferGuards guards;
    private final Clock clock;

    Answers(OfferStore store, AnswerStore answers, OfferSteps steps, OfferGuards guards, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.steps = steps;
        this.guards = guards;
        this.clock = clock;
    }

    /**
     * The first of the two steps of an answer: nothing is answered yet.
     *
     * @param key what the second is taken with, by the same user
     * @param warnings what is not arranged, which does not stop the answer
     */
    public record Begun(UUID key, Offer offer, OfferStep answer, List<Finding> warnings) {
        public Begun {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Begins an answer. Nothing changes, so no version is named.
     *
     * @param answer ACCEPT, ACCEPT_UPGRADABLE, DECLINE, or SETTLE by one who has accepted and waits no longer for a higher wish
     * @param reason the name of a {@code DeclineReason}; null unless the answer is DECLINE
     * @return refused as {@link #give} would be, and INVALID for no answer or a reason that is not in the list
     */
    @Transactional
    public Result<Begun> begin(long offer, OfferStep answer, String reason, Acting by) {
        if (answer == null || !ANSWERS.contains(answer)) {
            return Result.invalid(Finding.of("answer", answer, "offer.answer-unfit"));
        }
        String why = answer.needsReason() ? reason : null;
        Optional<Finding> unfit = OfferGuards.reason(answer, why);
        if (unfit.isPresent()) {
            return Result.invalid(unfit.get());
        }
        return steps.seen(offer, by).then(found -> refused(found, answer, by).map(told -> {
            UUID key = UUID.randomUUID();
            answers.begin(
                    new AnswerStore.Answer(key, offer, answer, why, by.actor(), by.who(), null, null, List.of()),
                    clock.instant());
            return new Begun(key, by.view(found), answer, warnings(found, answer));
        }));
    }

    /** An answer that this user began; refused NOT_FOUND for a key that is not this user's. What stands in its way is told when it is given. */
    @Transactional
    public Result<Begun> begun(UUID key, Acting by) {
        return answers.find(key)
                .filter(answer -> answer.by().equals(by.who()) && answer.actor() == by.actor())
                .flatMap(answer -> store.find(answer.offer())
                        .filter(by::reaches)
                        .map(offer -> new Begun(key, by.view(offer), answer.step(), warnings(offer, answer.step()))))
                .map(Result::done)
                .orElseGet(() -> Result.notFound(Finding.of("key", null, "offer.answer-unknown")));
    }

    /**
     * Gives the answer that was begun. Given once more, or given alike by another way meanwhile, it has the same receipt.
     *
     * @return refused NOT_FOUND for a key that is not this user's, CONFLICT when the offer cannot be answered so: where it
     *     stands, its deadline, who answers at this hospital, what is not arranged, the upgrade stop
     */
    @Transactional
    public Result<Receipt> give(UUID key, Acting by) {
        Optional<AnswerStore.Answer> begun =
                answers.lock(key).filter(answer -> answer.by().equals(by.who()) && answer.actor() == by.actor());
        if (begun.isEmpty()) {
            return Result.notFound(Finding.of("key", null, "offer.answer-unknown"));
        }
        AnswerStore.Answer answer = begun.get();
        return steps.held(answer.offer(), by).then(offer -> {
            Optional<AnswerStore.Answer> given = answers.given(offer.id()).stream()
                    .filter(each -> each.step() == answer.step())
                    .findFirst();
            return given.map(same -> Result.done(receipt(same)))
                    .orElseGet(() -> steps.take(offer, answer.step(), by, held -> refused(held, answer.step(), by)
                                    .map(none ->
                                            (UnaryOperator<OfferEvent>) event -> event.because(answer.reason(), null)))
                            .map(after -> given(after, answer)));
        });
    }

    /** As {@link #give(UUID, Acting)}; a key that was begun with another offer is not there. */
    @Transactional
    public Result<Receipt> give(long offer, UUID key, Acting by) {
        boolean ofIt =
                answers.find(key).filter(answer -> answer.offer() == offer).isPresent();
        return ofIt ? give(key, by) : Result.notFound(Finding.of("key", null, "offer.answer-unknown"));
    }

    private Receipt given(Offer after, AnswerStore.Answer answer) {
        List<OfferEvent> events = store.events(after.id());
        Instant at = events.get(events.size() - 1).at();
        List<String> notArranged =
                warnings(after, answer.step()).stream().map(Finding::field).toList();
        answers.give(answer.key(), after.version(), at, notArranged);
        return receipt(new AnswerStore.Answer(
                answer.key(),
                after.id(),
                answer.step(),
                answer.reason(),
                answer.actor(),
                answer.by(),
                after.version(),
                at,
                notArranged));
    }

    /** As it was given: what has been arranged since does not change it. */
    private static Receipt receipt(AnswerStore.Answer answer) {
        return new Receipt(
                answer.offer() + "-" + answer.event(),
                answer.offer(),
                answer.step(),
                answer.givenAt(),
                answer.notArranged().stream().map(OfferGuards::missing).toList());
    }

    private List<Finding> warnings(Offer offer, OfferStep answer) {
        return answer == OfferStep.ACCEPT || answer == OfferStep.ACCEPT_UPGRADABLE
                ? guards.notArranged(offer)
                : List.of();
    }

    private Result<UnaryOperator<OfferEvent>> refused(Offer offer, OfferStep answer, Acting by) {
        List<Finding> refused = new ArrayList<>();
        OfferTable.refuses(answer, offer.state(), by.actor())
                .or(() -> guards.whoAnswers(offer, by))
                .or(() -> steps.stopped(offer, answer, by))
                .or(() -> answer == OfferStep.SETTLE ? Optional.empty() : guards.beforeDeadline(offer))
                .or(() -> answer == OfferStep.ACCEPT_UPGRADABLE ? guards.beforeUpgradeStop(offer) : Optional.empty())
                .ifPresent(refused::add);
        if (refused.isEmpty() && (answer == OfferStep.ACCEPT || answer == OfferStep.ACCEPT_UPGRADABLE)) {
            refused.addAll(guards.blocked(offer));
        }
        return OfferSteps.unless(refused, UnaryOperator.identity());
    }

    /** The receipts of an offer's answers, the latest first; refused NOT_FOUND for an offer that is not there for this one. */
    @Transactional
    public Result<List<Receipt>> receipts(long offer, Acting by) {
        return steps.seen(offer, by)
                .map(found ->
                        answers.given(offer).stream().map(Answers::receipt).toList());
    }

    /**
     * Asks for a later deadline, which the coordinator decides; until then the old one holds.
     *
     * @param day a working day after the deadline's; it would be noon of it
     */
    @Transactional
    public Result<Offer> askTime(long offer, LocalDate day, Acting by, Long expectedVersion) {
        return steps.take(offer, OfferStep.ASK_TIME, by, expectedVersion, held -> {
                    Optional<Finding> refused = guards.whoAnswers(held, by)
                            .or(() -> guards.beforeDeadline(held))
                            .or(() -> held.facts().timeAsked() == null
                                    ? Optional.empty()
                                    : Optional.of(Finding.of("day", day, "offer.time-asked-already")));
                    return OfferSteps.unless(refused, UnaryOperator.identity())
                            .then(none -> OfferSteps.fit(
                                    guards.laterDay(held, day), event -> event.until(WorkingDays.noon(day))));
                })
                .map(Offer::outside);
    }

    /**
     * Asks to take a yes back, which the coordinator decides. Also refused CONFLICT while one to put it off waits.
     *
     * @param reason the name of a {@code WithdrawalReason}
     */
    @Transactional
    public Result<Offer> askWithdrawal(long offer, String reason, Acting by, Long expectedVersion) {
        Optional<Finding> unfit = OfferGuards.reason(OfferStep.ASK_WITHDRAWAL, reason);
        if (unfit.isPresent()) {
            return Result.invalid(unfit.get());
        }
        return steps.take(offer, OfferStep.ASK_WITHDRAWAL, by, expectedVersion, held -> {
                    Optional<Finding> refused = guards.whoAnswers(held, by)
                            .or(() -> held.facts().withdrawalAsked() == null
                                    ? Optional.empty()
                                    : Optional.of(Finding.of("reason", reason, "offer.withdrawal-asked-already")))
                            .or(() -> held.facts().deferralAsked()
                                    ? Optional.of(Finding.of("offer", offer, "offer.deferral-undecided"))
                                    : Optional.empty());
                    return OfferSteps.unless(refused, event -> event.because(reason, null));
                })
                .map(Offer::outside);
    }

    /**
     * What giving up the later of two half-years comes to: the seat is free, and so many months of service stand open again for the next
     * round.
     *
     * @param kept the seats that are kept
     */
    public record GivingUp(List<Offer.Seat> kept, Offer.Seat later, int months) {
        public GivingUp {
            kept = List.copyOf(kept);
        }

        static GivingUp of(Offer offer, Offer.Seat later) {
            return new GivingUp(
                    offer.seats().stream().filter(seat -> !seat.equals(later)).toList(),
                    later,
                    later.parts().stream().mapToInt(GivenStay.Part::months).sum());
        }
    }

    /**
     * Told before it is asked for or decided, and before the offer is answered.
     *
     * @return refused CONFLICT for an offer whose later half-year cannot be given up on its own, NOT_FOUND for one that is not there for
     *     whoever asks
     */
    @Transactional
    public Result<GivingUp> givingUp(long offer, Acting by) {
        return steps.seen(offer, by).then(found -> guards.notInParts(found)
                .<Result<GivingUp>>map(Result::conflict)
                .orElseGet(() -> Result.done(GivingUp.of(found, found.later().orElseThrow()))));
    }

    /**
     * Asks to give up the later half-year and keep the first; the coordinator decides. @param reason of {@code WithdrawalReason}
     *
     * @return also refused CONFLICT when it was asked for already, there is one half-year, or the later has begun
     */
    @Transactional
    public Result<Offer> askGiveUp(long offer, String reason, Acting by, Long expectedVersion) {
        Optional<Finding> unfit = OfferGuards.reason(OfferStep.ASK_GIVE_UP, reason);
        if (unfit.isPresent()) {
            return Result.invalid(unfit.get());
        }
        return steps.take(offer, OfferStep.ASK_GIVE_UP, by, expectedVersion, held -> {
                    Optional<Finding> refused = guards.whoAnswers(held, by)
                            .or(() -> held.facts().giveUpAsked() == null
                                    ? Optional.empty()
                                    : Optional.of(Finding.of("offer", offer, "offer.give-up-asked-already")))
                            .or(() -> guards.notInParts(held));
                    return OfferSteps.unless(refused, event -> event.because(reason, null));
                })
                .map(Offer::outside);
    }

    /**
     * What putting a stay off comes to.
     *
     * @param halfYear the one after
     * @param inTheWay why it cannot be; null when it can
     */
    public record Later(HalfYear halfYear, Finding inTheWay) {}

    /** Told before it is asked for or decided. @return refused as that is, for where the offer stands and who asks */
    @Transactional
    public Result<Later> later(long offer, Acting by) {
        OfferStep step = by.isOfHospital() ? OfferStep.DEFER : OfferStep.ASK_DEFERRAL;
        return steps.seen(offer, by).then(found -> OfferTable.refuses(step, found.state(), by.actor())
                .<Result<Later>>map(Result::conflict)
                .orElseGet(() -> Result.done(new Later(
                        found.seats().get(found.seats().size() - 1).halfYear().next(),
                        guards.notLater(found).orElse(null)))));
    }

    /**
     * Asks to serve a half-year later; the coordinator decides. Refused CONFLICT also when it was asked for already, while a
     * wish to take the yes back waits, or cannot be: more seats
     * than one, put off once, or no free seat of the position in the plan of the half-year after.
     */
    @Transactional
    public Result<Offer> askDeferral(long offer, Acting by, Long expectedVersion) {
        return steps.take(offer, OfferStep.ASK_DEFERRAL, by, expectedVersion, held -> {
                    Optional<Finding> refused = guards.whoAnswers(held, by)
                            .or(() -> held.facts().deferralAsked()
                                    ? Optional.of(Finding.of("offer", offer, "offer.deferral-asked-already"))
                                    : Optional.empty())
                            .or(() -> guards.notLater(held));
                    return OfferSteps.unless(refused, UnaryOperator.identity());
                })
                .map(Offer::outside);
    }

    /**
     * What taking a yes back does to the doctor's place in the hospital's next round.
     *
     * @param upgradeStop until then it does nothing
     * @param counts whether it does anything after that, by the round's policy
     * @param behind whether it puts the doctor behind those who are equal by all else, now, or when it was asked for; a weighty reason lifts it
     */
    public record TakingBack(Instant upgradeStop, boolean counts, boolean behind) {}

    /** Told before it is asked for or decided. @return refused as that is, for where the offer stands and who asks */
    @Transactional
    public Result<TakingBack> takingBack(long offer, Acting by) {
        OfferStep step = by.isOfHospital() ? OfferStep.WITHDRAW : OfferStep.ASK_WITHDRAWAL;
        return steps.seen(offer, by).then(found -> OfferTable.refuses(step, found.state(), by.actor())
                .<Result<TakingBack>>map(Result::conflict)
                .orElseGet(() -> Result.done(guards.takingBack(found))));
    }

    /** The area tells whether leave and a locum are arranged, for the first time or anew. */
    @Transactional
    public Result<Offer> tick(long offer, boolean leave, boolean locum, Acting by, Long expectedVersion) {
        return steps.take(
                        offer,
                        OfferStep.TICK,
                        by,
                        expectedVersion,
                        held -> Result.done(event -> event.arranged(leave, locum)))
                .map(Offer::outside);
    }
}
