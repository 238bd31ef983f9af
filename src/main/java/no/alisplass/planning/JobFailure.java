package no.alisplass.planning;

/** Why a question ended without an answer. Kept by these names. */
public enum JobFailure {
    /** The round is no longer as it was when it was asked. */
    ROUND_CHANGED,
    /** The rules it was asked under are gone, or are not the same any more. */
    POLICY_CHANGED,
    /** It takes more memory than the service has. */
    MEMORY,
    /** The database refused it, however often it was tried. */
    DATABASE,
    /** The processes that worked on it died, one after the other. */
    PROCESS_DIED,
    /** A fault of the program; what it was stands in the log alone. */
    FAULT
}
