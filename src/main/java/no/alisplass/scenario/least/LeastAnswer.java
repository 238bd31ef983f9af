package no.alisplass.scenario.least;

/** How much is known of the least number of seats. */
public enum LeastAnswer {
    /** So many seats are enough, and fewer are not. */
    PROVEN,
    /** So many seats are enough; fewer might be, but not fewer than the certificate says. */
    ENOUGH,
    /** Not even all the seats there could be are enough. */
    IMPOSSIBLE,
    /** Neither was found out within the limits. */
    OPEN
}
