package no.alisplass.explanation;

/** Whom the reasons are told to. */
public enum Audience {
    /** Names the doctors ahead. */
    COORDINATOR,
    /** Says nothing of other doctors but the criterion that put them ahead and its values, of the lottery not even those. */
    MUNICIPALITY
}
