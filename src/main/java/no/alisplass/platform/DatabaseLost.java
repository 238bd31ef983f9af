package no.alisplass.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a database that is away, or has no connection to spare, from a fault of ours. */
public final class DatabaseLost {
    /** Being shut down, crashed, starting, out of connections; class 08 is the connection itself. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private static final int DEEPEST = 20;

    private DatabaseLost() {}

    /**
     * Whether the failure comes of it: then the same may be tried again later. What a transaction manager could not commit
     * it tells of as suppressed, not as the cause.
     */
    public static boolean is(Throwable failure) {
        return is(failure, 0);
    }

    private static boolean is(Throwable failure, int depth) {
        if (failure == null || depth == DEEPEST) {
            return false;
        }
        return failure instanceof SQLException sql && lost(sql)
                || is(failure.getCause(), depth + 1)
                || Stream.of(failure.getSuppressed()).anyMatch(beside -> is(beside, depth + 1));
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
