package no.alisplass.solver;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the solver's log, a long score on every line, out of the tests' output. */
final class Quiet {
    private static final Logger SOLVER = Logger.getLogger("ai.timefold");

    private Quiet() {}

    static void solver() {
        SOLVER.setLevel(Level.WARNING);
    }
}
