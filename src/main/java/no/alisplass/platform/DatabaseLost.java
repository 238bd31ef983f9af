package no.alisplass.platform;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away, or has no connection to spare, from a fault of ours. */
public final class DatabaseLost {
    /** Being shut down, crashed, starting, out of connections; class 08 is the connection itself. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private static final int DEEPEST = 20;

    private DatabaseLost() {}

    /** Whether the failure comes of it: then the same may be tried again later. */
    public static boolean is(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && lost(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean lost(SQLException failure) {
        String state = failure.getSQLState();
        if (state != null) {
            return state.startsWith("08") || STATES.contains(state);
        }
        // The pool has no states of its own.
        String said = String.valueOf(failure.getMessage());
        return said.contains("cquisition timeout")
                || said.contains("onnection is closed")
                || said.contains("pool is closed");
    }
}
