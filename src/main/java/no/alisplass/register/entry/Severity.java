package no.alisplass.register.entry;

/** An error keeps an entry out, a warning is to be looked at, an information says what was done. */
public enum Severity {
    ERROR,
    WARNING,
    INFORMATION
}
