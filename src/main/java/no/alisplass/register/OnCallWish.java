package no.alisplass.register;

/** Whether a doctor would serve where there is on-call duty. Never the reason. */
public enum OnCallWish {
    DOES_NOT_MATTER,
    PREFERABLY_WITHOUT,
    NEVER
}
