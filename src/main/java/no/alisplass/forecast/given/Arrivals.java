package no.alisplass.forecast.given;

/** How many new doctors come in a half-year, where so many a year are assumed. */
public enum Arrivals {
    /** Half of the year's, as whole doctors; what is over goes to the next half-year. */
    EVEN,
    /** Drawn: so many on average, as independent people come (Poisson). */
    RANDOM
}
