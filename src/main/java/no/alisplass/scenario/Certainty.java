package no.alisplass.scenario;

/** What is known of an outcome that was worked out on other terms. The stronger comes first. */
public enum Certainty {
    /** The certificate has a proof for every doctor, and the checker accepts it, as for a run. */
    PROVEN,
    /** The search ruled out everything better for every doctor; no certificate was made, or not one for all. */
    SETTLED,
    /** For some doctors something better was neither found nor ruled out. */
    OPEN;

    /** What is known of two outcomes together. */
    public Certainty and(Certainty other) {
        return compareTo(other) < 0 ? other : this;
    }
}
