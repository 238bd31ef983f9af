package no.alisplass.domain;

/** What a round holds highest: every doctor's wishes in priority order, or as high a set of placed doctors, then wishes. */
public enum Objective {
    WISHES_FIRST,
    PLACEMENTS_FIRST
}
