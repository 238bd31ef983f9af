package no.alisplass.solver;

/** Hears of a run's progress, about a hundred times, on the thread that solves. */
@FunctionalInterface
public interface SolveListener {
    SolveListener SILENT = progress -> {};

    void progress(SolveProgress progress);
}
