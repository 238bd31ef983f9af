/**
 * Timefold's part of finding who gets what. Two state the rules here, and must agree:
 *
 * <ul>
 *   <li>The exact pass ({@code search}, called by {@link no.alisplass.solver.ExactPass}) finds the proposal: in priority order it gives
 *       each doctor the best that those ahead leave, letting doctors change among what is equally good for them. It knows no score.
 *   <li>Timefold holds the model ({@link no.alisplass.solver.AllocationPlan}: which option each doctor gets), counts it by constraints
 *       that were written apart from the pass ({@link no.alisplass.solver.AllocationConstraints}), takes what the pass found only
 *       where it scores better than the start, and ends a run whose time is up.
 * </ul>
 *
 * The order is lexicographic, so a pass that settles one doctor after the other is exact where a search by score only comes near; and
 * a score that is counted by others finds what a fault in the pass would hide. Should criteria come that weigh against each other,
 * the model and its constraints stay, and phases of Timefold's own can follow this one. Nothing of it is taken on trust: every
 * proposal is proven and checked in {@code certificate}.
 */
package no.alisplass.solver;
