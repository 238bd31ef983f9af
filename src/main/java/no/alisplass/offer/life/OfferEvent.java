package no.alisplass.offer.life;

import java.time.Instant;

/**
 * One step that was taken, as it stands in the record.
 *
 * @param number from 1 for each offer; the version of the offer that the step made
 * @param from null for the step that made the offer
 * @param who user name, or {@code system}; null for who is not told
 * @param reason the name of one of the step's reasons; null for none
 * @param text what was written; null for nothing
 * @param until the deadline that was set, or asked for; null for none
 * @param leave whether leave is arranged, of a tick; else null
 * @param locum whether a locum is, of a tick; else null
 * @param references whether the department has obtained the references, of its yes or no; null otherwise, and for a decision from before
 *     that was asked, of which the text tells it
 * @param late whether a yes that was taken back after the upgrade stop counts as that in the next round, where the round's policy asks; false
 *     where it was lifted; null otherwise
 */
public record OfferEvent(
        long number,
        OfferStep step,
        OfferState from,
        OfferState to,
        Actor actor,
        String who,
        Instant at,
        String reason,
        String text,
        Instant until,
        Boolean leave,
        Boolean locum,
        Boolean references,
        Boolean late) {

    /** One of which nothing more is told than that it was taken. */
    public static OfferEvent plain(long number, OfferRow row, Actor actor, String who, Instant at) {
        return new OfferEvent(
                number, row.step(), row.from(), row.to(), actor, who, at, null, null, null, null, null, null, null);
    }

    public OfferEvent by(String newWho) {
        return new OfferEvent(
                number, step, from, to, actor, newWho, at, reason, text, until, leave, locum, references, late);
    }

    public OfferEvent because(String newReason, String newText) {
        return new OfferEvent(
                number, step, from, to, actor, who, at, newReason, newText, until, leave, locum, references, late);
    }

    public OfferEvent until(Instant newUntil) {
        return new OfferEvent(
                number, step, from, to, actor, who, at, reason, text, newUntil, leave, locum, references, late);
    }

    public OfferEvent arranged(boolean newLeave, boolean newLocum) {
        return new OfferEvent(
                number, step, from, to, actor, who, at, reason, text, until, newLeave, newLocum, references, late);
    }

    public OfferEvent referenced(boolean newReferences) {
        return new OfferEvent(
                number, step, from, to, actor, who, at, reason, text, until, leave, locum, newReferences, late);
    }

    public OfferEvent late(Boolean newLate) {
        return new OfferEvent(
                number, step, from, to, actor, who, at, reason, text, until, leave, locum, references, newLate);
    }
}
