package no.alisplass.web.offer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferGuard;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;

/** A step that somebody takes with one offer on a page of its own, where what follows is said before it is taken. What waits comes first. */
public enum OfferTask {
    GRANT_TIME(OfferStep.GRANT_TIME, "gi-frist", Look.FIRST),
    REFUSE_TIME(OfferStep.REFUSE_TIME, "behold-fristen", Look.USUAL),
    RECALL(OfferStep.RECALL, "tilbakekall", Look.GRAVE),
    UNASK_RECALL(OfferStep.UNASK_RECALL, "behold-tilbudet", Look.USUAL),
    ASSESS(OfferStep.ASSESS, "vurder", Look.FIRST),
    NEED_MORE(OfferStep.NEED_MORE, "trenger-mer", Look.USUAL),
    CONFIRM(OfferStep.CONFIRM, "kontrakt", Look.FIRST),
    START(OfferStep.START, "begynt", Look.FIRST),
    COMPLETE(OfferStep.COMPLETE, "gjennomfort", Look.FIRST),
    REINSTATE(OfferStep.REINSTATE, "apne", Look.FIRST),
    TICK(OfferStep.TICK, "permisjon-og-vikar", Look.USUAL),
    ASK_TIME(OfferStep.ASK_TIME, "be-om-frist", Look.USUAL),
    ASK_WITHDRAWAL(OfferStep.ASK_WITHDRAWAL, "be-om-a-trekke", Look.USUAL),
    WITHDRAW(OfferStep.WITHDRAW, "trekk", Look.USUAL),
    REFUSE_WITHDRAWAL(OfferStep.REFUSE_WITHDRAWAL, "svaret-star", Look.USUAL),
    ASK_DEFERRAL(OfferStep.ASK_DEFERRAL, "be-om-utsettelse", Look.USUAL),
    DEFER(OfferStep.DEFER, "utsett", Look.FIRST),
    REFUSE_DEFERRAL(OfferStep.REFUSE_DEFERRAL, "ikke-utsett", Look.USUAL),
    ASK_GIVE_UP(OfferStep.ASK_GIVE_UP, "be-om-a-gi-fra-seg", Look.USUAL),
    GIVE_UP(OfferStep.GIVE_UP, "gi-fra-seg", Look.USUAL),
    REFUSE_GIVE_UP(OfferStep.REFUSE_GIVE_UP, "behold-begge", Look.USUAL),
    TURN_DOWN(OfferStep.TURN_DOWN, "send-ikke", Look.USUAL),
    ASK_RECALL(OfferStep.ASK_RECALL, "be-om-tilbakekall", Look.USUAL),
    DROP(OfferStep.DROP, "ta-tilbake", Look.GRAVE),
    ANNUL(OfferStep.ANNUL, "opphev", Look.GRAVE);

    /** In addresses. */
    public static final String SLUG = "[a-z-]{3,30}";

    private enum Look {
        FIRST("btn-primary"),
        USUAL("btn-outline-primary"),
        GRAVE("btn-outline-danger");

        private final String button;

        Look(String button) {
            this.button = button;
        }
    }

    private final OfferStep step;
    private final String slug;
    private final Look look;

    OfferTask(OfferStep step, String slug, Look look) {
        this.step = step;
        this.slug = slug;
        this.look = look;
    }

    OfferStep step() {
        return step;
    }

    String slug() {
        return slug;
    }

    String button() {
        return look.button;
    }

    static Optional<OfferTask> of(String slug) {
        return Arrays.stream(values()).filter(each -> each.slug.equals(slug)).findFirst();
    }

    /**
     * Those that the table allows this one now; what else must hold, the step itself says.
     *
     * @param stopped whether the offers of the round are
     */
    static List<OfferTask> open(Offer offer, Acting by, LocalDate today, boolean stopped) {
        return Arrays.stream(values())
                .filter(task -> task.isOpen(offer, by, today, stopped))
                .toList();
    }

    boolean isOpen(Offer offer, Acting by, LocalDate today, boolean stopped) {
        Actor actor = step == OfferStep.RECALL && by.actor() == Actor.COORDINATOR ? Actor.SECOND_PERSON : by.actor();
        return OfferTable.row(step, offer.state(), actor)
                        .filter(row -> !stopped || !row.guards().contains(OfferGuard.NOT_STOPPED))
                        .isPresent()
                && switch (this) {
                    case GRANT_TIME, REFUSE_TIME -> offer.facts().timeAsked() != null;
                    case ASK_TIME -> offer.facts().timeAsked() == null;
                    case ASK_WITHDRAWAL -> offer.facts().withdrawalAsked() == null;
                    case ASK_GIVE_UP -> offer.facts().giveUpAsked() == null && canBeParted(offer, today);
                    case GIVE_UP -> canBeParted(offer, today);
                    case REFUSE_GIVE_UP -> offer.facts().giveUpAsked() != null;
                    case ASK_DEFERRAL ->
                        !offer.facts().deferralAsked() && offer.vacancy().isEmpty();
                    case DEFER, REFUSE_DEFERRAL -> offer.facts().deferralAsked();
                    case REFUSE_WITHDRAWAL -> offer.facts().withdrawalAsked() != null;
                    case ASK_RECALL -> offer.facts().recallAskedBy() == null;
                    case RECALL ->
                        offer.facts().recallAskedBy() != null
                                && !offer.facts().recallAskedBy().equals(by.who());
                    case UNASK_RECALL -> offer.facts().recallAskedBy() != null;
                    case START -> !today.isBefore(offer.start());
                    case COMPLETE -> today.isAfter(offer.end());
                    case ASSESS, NEED_MORE, TURN_DOWN, DROP, CONFIRM, REINSTATE, TICK, WITHDRAW, ANNUL -> true;
                };
    }

    private static boolean canBeParted(Offer offer, LocalDate today) {
        return offer.later().filter(seat -> today.isBefore(seat.from())).isPresent();
    }
}
