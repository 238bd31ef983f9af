package no.alisplass.capacity;

/** What has become of a sporadic vacancy. */
public enum VacancyState {
    OPEN,
    WITHDRAWN,
    FILLED;

    /** One that is withdrawn or filled can be opened again; only an open one can be withdrawn or filled. */
    boolean mayBecome(VacancyState next) {
        return this == next || this == OPEN || next == OPEN;
    }
}
