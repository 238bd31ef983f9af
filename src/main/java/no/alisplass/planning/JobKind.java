package no.alisplass.planning;

/** What is asked. */
public enum JobKind {
    /** What a plan comes to over the years. */
    FORECAST,
    /** The same, and how many seats more reach a goal. */
    BACKWARDS,
    /** A round with many numbers of seats. */
    SWEEP
}
