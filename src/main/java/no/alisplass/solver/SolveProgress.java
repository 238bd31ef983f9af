package no.alisplass.solver;

/**
 * How far a run has come.
 *
 * @param settled doctors, from the top of the priority order, whose outcome is final
 * @param doctors all doctors
 * @param placed doctors with a placement in the best outcome so far
 * @param firstTier doctors with an option of their best tier in it
 */
public record SolveProgress(int settled, int doctors, int placed, int firstTier) {}
