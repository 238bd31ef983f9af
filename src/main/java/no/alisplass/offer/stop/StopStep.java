package no.alisplass.offer.stop;

/** What is done about a run that may be wrong. */
public enum StopStep {
    STOPPED,
    /** It was no error: the offers go on. */
    THAWED,
    /** The first of two asks to carry a corrected run out. */
    ASKED,
    /** Before the second has confirmed. */
    TAKEN_BACK,
    /** The second has confirmed. */
    RECOVERED;

    boolean ends() {
        return this == THAWED || this == RECOVERED;
    }
}
