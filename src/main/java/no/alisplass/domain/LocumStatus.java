package no.alisplass.domain;

/** Whether someone stands in while the doctor is away (003 §7.3.1.1). */
public enum LocumStatus {
    NOT_NEEDED,
    MISSING,
    SOUGHT,
    SECURED
}
