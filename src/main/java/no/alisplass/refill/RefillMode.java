package no.alisplass.refill;

/** Who may gain by a refill. */
public enum RefillMode {
    /** Those who wait, and those who hold a seat and have asked for something better. */
    UPGRADES,
    /** After the upgrade stop: only those who wait; nobody who holds a seat moves. */
    WAITING_ONLY
}
