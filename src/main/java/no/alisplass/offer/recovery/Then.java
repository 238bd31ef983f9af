package no.alisplass.offer.recovery;

/** How it stands for a doctor once the corrected run is carried out. */
public enum Then {
    /** A yes stands, also where the corrected run would give something else. */
    KEEPS,
    /** Has asked for something better and gets it, accepted as the old was. */
    MOVES_UP,
    /** Gets an offer of the next offer round. */
    NEW_OFFER,
    WAITS,
    /** Takes no more part in the round: declined by its rules, let an offer expire, took a yes back. */
    OUT,
    /** Cannot take part by the corrected run. */
    NOT_ELIGIBLE
}
