package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import no.alisplass.domain.Result;
import no.alisplass.offer.life.OfferStep;

/** The steps that one person takes with one offer, by their names: what both doors ask, each with what it was told. */
@ApplicationScoped
public class OfferCommands {
    private final Decisions decisions;
    private final Answers answers;

    OfferCommands(Decisions decisions, Answers answers) {
        this.decisions = decisions;
        this.answers = answers;
    }

    /**
     * What is said with a step; a step reads only what it has a use for.
     *
     * @param reason name of one in the step's list; null for none
     * @param text the assessment, or why; null for none
     * @param day the deadline asked for or given; null for none
     * @param references whether the references were obtained
     * @param lifted whether a yes taken back late does nothing to the next round
     */
    public record Said(
            String reason,
            String text,
            LocalDate day,
            boolean leave,
            boolean locum,
            boolean references,
            boolean lifted) {}

    /**
     * Takes it, and answers with the offer as it stands after, or the new one that takes its place; refused as {@link Decisions} and {@link Answers} refuse.
     *
     * @throws IllegalArgumentException for a step that is taken of many at once, answered in two steps, taken by the clock or a refill, or
     *     told of served months
     */
    public Result<Offer> take(OfferStep step, long offer, Said said, Acting by, Long expectedVersion) {
        return switch (step) {
            case ASSESS -> decisions.assess(offer, said.text(), said.references(), by, expectedVersion);
            case NEED_MORE -> decisions.needMore(offer, said.text(), by, expectedVersion);
            case TURN_DOWN ->
                decisions.turnDown(offer, said.reason(), said.text(), said.references(), by, expectedVersion);
            case DROP -> decisions.drop(offer, said.reason(), said.text(), by, expectedVersion);
            case ASK_TIME -> answers.askTime(offer, said.day(), by, expectedVersion);
            case GRANT_TIME -> decisions.grantTime(offer, said.day(), by, expectedVersion);
            case REFUSE_TIME -> decisions.refuseTime(offer, by, expectedVersion);
            case TICK -> answers.tick(offer, said.leave(), said.locum(), by, expectedVersion);
            case REINSTATE -> decisions.reinstate(offer, said.text(), by, expectedVersion);
            case ASK_RECALL -> decisions.askRecall(offer, said.reason(), said.text(), by, expectedVersion);
            case RECALL -> decisions.recall(offer, by, expectedVersion);
            case UNASK_RECALL -> decisions.unaskRecall(offer, by, expectedVersion);
            case ASK_WITHDRAWAL -> answers.askWithdrawal(offer, said.reason(), by, expectedVersion);
            case REFUSE_WITHDRAWAL -> decisions.refuseWithdrawal(offer, said.text(), by, expectedVersion);
            case WITHDRAW -> decisions.withdraw(offer, said.reason(), said.lifted(), by, expectedVersion);
            case ASK_DEFERRAL -> answers.askDeferral(offer, by, expectedVersion);
            case REFUSE_DEFERRAL -> decisions.refuseDeferral(offer, said.text(), by, expectedVersion);
            case DEFER -> decisions.defer(offer, by, expectedVersion);
            case ASK_GIVE_UP -> answers.askGiveUp(offer, said.reason(), by, expectedVersion);
            case REFUSE_GIVE_UP -> decisions.refuseGiveUp(offer, said.text(), by, expectedVersion);
            case GIVE_UP -> decisions.giveUp(offer, said.reason(), by, expectedVersion);
            case ANNUL -> decisions.annul(offer, said.reason(), said.text(), by, expectedVersion);
            case CONFIRM -> decisions.confirm(offer, by, expectedVersion);
            case START -> decisions.start(offer, by, expectedVersion);
            case COMPLETE -> decisions.complete(offer, by, expectedVersion);
            case PREPARE,
                    DEVIATE,
                    LAPSE,
                    RELEASE,
                    ACCEPT,
                    ACCEPT_UPGRADABLE,
                    DECLINE,
                    STOP,
                    RESUME,
                    EXPIRE,
                    SETTLE,
                    REFILL,
                    CONFIRM_MONTHS,
                    INTERRUPT -> throw new IllegalArgumentException(step + " is not taken by its name");
        };
    }
}
