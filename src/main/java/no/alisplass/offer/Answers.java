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
     * Asks to take a yes back, which the coordinator decides.
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
                                    : Optional.of(Finding.of("reason", reason, "offer.withdrawal-asked-already")));
                    return OfferSteps.unless(refused, event -> event.because(reason, null));
                })
                .map(Offer::outside);
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
