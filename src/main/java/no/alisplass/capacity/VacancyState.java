package no.alisplass.capacity;

/** How far a sporadic vacancy has come. */
public enum VacancyState {
    /** Areas may nominate, and the coordinator may offer it. */
    OPEN,
    /** Offered to a doctor who has not answered. */
    OFFERED,
    FILLED,
    /** Nobody who was ranked has it: whoever will can have it. */
    RELEASED,
    /** The department fills it as it likes: it does not count, or too little is left of it. */
    OWN,
    /** Taken back by the department. */
    WITHDRAWN
}
