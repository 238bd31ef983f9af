package no.alisplass.chance.world;

/** How the lists that nobody has sent yet may come. */
public enum Guess {
    /** Not at all: the lists that are sent are all there are. */
    NONE,
    /** The doctors who were on them last time and still wait. */
    AS_LAST,
    /** All whom the areas' registers have as waiting. */
    AS_REGISTERED
}
