package no.alisplass.vacancy.rank;

/** What an area has last said of a doctor and a vacancy. */
public enum Nomination {
    NOMINATED,
    TAKEN_OUT
}
