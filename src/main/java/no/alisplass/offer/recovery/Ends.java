package no.alisplass.offer.recovery;

/** What ends when the corrected run is carried out. */
public enum Ends {
    /** There is nothing that could, or it stands. */
    NOTHING,
    /** An offer that was sent and is not answered. */
    RECALLED,
    /** What was not sent: nobody outside has heard of it. */
    DROPPED
}
