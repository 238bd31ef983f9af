package no.alisplass.offer.settings;

/** What it does to a yes that the area has not told leave and a locum to be arranged. */
public enum LeaveAndLocum {
    IGNORE,
    WARN,
    BLOCK
}
