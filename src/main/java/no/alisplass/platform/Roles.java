package no.alisplass.platform;

import java.util.List;

/** Who may do what; the values are those of identity providers and of {@code app_user}. */
public final class Roles {
    /** Sets up rounds, runs and approves the allocation. */
    public static final String COORDINATOR = "coordinator";

    /** A municipal chief physician, bound to the own area. */
    public static final String MUNICIPALITY = "municipality";

    /** A hospital department, bound to its hospital and perhaps to one department. */
    public static final String DEPARTMENT = "department";

    /** Asks what other seat counts would give; changes nothing. */
    public static final String PLANNER = "planner";

    /** Keeps users and master data. */
    public static final String ADMIN = "admin";

    /**
     * Looks at what is registered about the own person, and does nothing else. Nobody is given it: it comes of an HPR number that an
     * identity provider vouches for, or of a link an area made, and never beside another role.
     */
    public static final String DOCTOR = "doctor";

    /** Those that are given. */
    public static final List<String> ALL = List.of(COORDINATOR, MUNICIPALITY, DEPARTMENT, PLANNER, ADMIN);

    private Roles() {}
}
