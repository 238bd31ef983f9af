package no.alisplass.offer.life;

/** Why an offer is taken back before it was answered, or not sent after all. */
public enum RecallReason {
    WRONG_FACTS,
    WRONG_RUN,
    SEAT_GONE
}
