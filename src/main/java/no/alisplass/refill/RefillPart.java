package no.alisplass.refill;

/** The part a doctor has in a refill. */
public enum RefillPart {
    /** Holds nothing, and takes whatever of the options there is. */
    WAITS,
    /** Holds a seat and has asked for what is better: keeps it or gets something of a better tier. */
    UPGRADABLE,
    /** Holds a seat and keeps it. */
    FIRM,
    /** A human has settled the outcome: the doctor keeps the option held, or stays without one. */
    BY_HAND,
    /** Takes no more part: has declined a wish, let an offer expire or withdrawn. Holds nothing and gets nothing. */
    OUT
}
