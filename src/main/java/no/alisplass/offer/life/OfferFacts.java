package no.alisplass.offer.life;

import java.time.Instant;

/**
 * All of an offer that changes: what its events so far have made of it.
 *
 * @param answerBy until when it can be answered; null before it was sent
 * @param leave whether the area has told that leave is arranged
 * @param locum whether it has told that a locum is
 * @param timeAsked the deadline somebody has asked for, while the coordinator has not decided; else null
 * @param recallAskedBy who asked to recall it, while nobody has confirmed; else null
 * @param withdrawalAsked why somebody asked to take the yes back, while the coordinator has not decided; else null
 * @param deferralAsked whether somebody asked to serve a half-year later, while the coordinator has not decided
 * @param giveUpAsked why somebody asked to give up the later half-year, while the coordinator has not decided; else null
 * @param needed what the department has said is missing, while it has not decided; else null
 * @param version counts the events
 */
public record OfferFacts(
        OfferState state,
        Instant answerBy,
        boolean leave,
        boolean locum,
        Instant timeAsked,
        String recallAskedBy,
        WithdrawalReason withdrawalAsked,
        boolean deferralAsked,
        WithdrawalReason giveUpAsked,
        String needed,
        long version) {
    /** Of an offer that does not exist yet. */
    public static final OfferFacts NONE =
            new OfferFacts(null, null, false, false, null, null, null, false, null, null, 0);

    /**
     * What the next event makes of it. What was asked of an unanswered offer is settled once the state changes; that a yes is
     * to be taken back waits for its decision for as long as the yes stands.
     *
     * @throws IllegalStateException for an event that cannot be the next
     */
    public OfferFacts after(OfferEvent event) {
        OfferRow row = OfferTable.row(event.step(), state, event.actor()).orElse(null);
        if (row == null || event.from() != state || event.number() != version + 1 || !leads(event)) {
            throw new IllegalStateException("Event " + event.number() + " (" + event.step() + " to " + event.to()
                    + " by " + event.actor() + ") cannot follow version " + version + " in " + state);
        }
        boolean moved = event.to() != state;
        return new OfferFacts(
                event.to(),
                row.effects().contains(OfferEffect.DEADLINE) ? event.until() : answerBy,
                event.leave() == null ? leave : event.leave(),
                event.locum() == null ? locum : event.locum(),
                switch (event.step()) {
                    case ASK_TIME -> event.until();
                    case GRANT_TIME, REFUSE_TIME -> null;
                    default -> moved ? null : timeAsked;
                },
                switch (event.step()) {
                    case ASK_RECALL -> event.who();
                    case UNASK_RECALL -> null;
                    default -> moved ? null : recallAskedBy;
                },
                switch (event.step()) {
                    case ASK_WITHDRAWAL -> WithdrawalReason.valueOf(event.reason());
                    case REFUSE_WITHDRAWAL -> null;
                    default -> event.to().canBeWithdrawn() ? withdrawalAsked : null;
                },
                switch (event.step()) {
                    case ASK_DEFERRAL -> true;
                    case REFUSE_DEFERRAL -> false;
                    default -> event.to().canBeWithdrawn() && deferralAsked;
                },
                switch (event.step()) {
                    case ASK_GIVE_UP -> WithdrawalReason.valueOf(event.reason());
                    case REFUSE_GIVE_UP, GIVE_UP -> null;
                    default -> event.to().isAccepted() ? giveUpAsked : null;
                },
                event.step() == OfferStep.NEED_MORE ? event.text() : moved ? null : needed,
                event.number());
    }

    /** Without what only the hospital knows. */
    public OfferFacts outside() {
        return new OfferFacts(
                state,
                answerBy,
                leave,
                locum,
                timeAsked,
                null,
                withdrawalAsked,
                deferralAsked,
                giveUpAsked,
                null,
                version);
    }

    /** As if it stood there, with nothing asked of it. */
    public OfferFacts as(OfferState other) {
        return new OfferFacts(other, answerBy, leave, locum, null, null, null, false, null, null, version);
    }

    /** An offer is made a draft or at once ready: two rows of one step. */
    private static boolean leads(OfferEvent event) {
        return OfferTable.rows().stream()
                .anyMatch(row -> row.step() == event.step()
                        && row.from() == event.from()
                        && row.to() == event.to()
                        && row.who().contains(event.actor()));
    }
}
