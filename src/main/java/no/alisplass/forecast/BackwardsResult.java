package no.alisplass.forecast;

import java.util.List;
import no.alisplass.forecast.given.Phasing;

/**
 * How many more seats reach a goal, and what was tried to find it.
 *
 * @param answers for each way of phasing in the least number that reaches it, fewest first; none of a way for which the most that was tried does
 *     not
 * @param most as many more would have been tried at the most: as many as there can be doctors by then
 * @param tried all that was, in the order it was
 */
public record BackwardsResult(
        Goal goal, long seed, int replications, int most, List<Tried> answers, List<Tried> tried) {
    public BackwardsResult {
        answers = List.copyOf(answers);
        tried = List.copyOf(tried);
    }

    /**
     * A plan that was tried.
     *
     * @param more seats in each half-year, when all are there
     * @param seats there are in the goal's half-year with them
     * @param under share whose wait is under the goal's months
     * @param queue as the goal's half-year ends
     * @param unused seats in that half-year
     * @param reached in what share of the replications the goal is reached
     * @param met whether that is as certain as is asked for
     */
    public record Tried(
            Phasing phasing, int more, int seats, Band under, Band queue, Band unused, double reached, boolean met) {}
}
