package no.alisplass.forecast.given;

/** How further positions come in. */
public enum Phasing {
    /** All of them from the first half-year. */
    AT_ONCE,
    /** Half of them, rounded up, from the first half-year; the rest from the middle of the time until the goal. */
    IN_TWO_STEPS,
    /** In equal steps from the first half-year to the one the goal is for. */
    EVENLY;

    /** How many of so many there are in a half-year. @param at of the plan, from 0. @param goal the half-year the goal is for */
    public int of(int more, int at, int goal) {
        return switch (this) {
            case AT_ONCE -> more;
            case IN_TWO_STEPS -> 2 * at >= goal ? more : (more + 1) / 2;
            case EVENLY -> at >= goal ? more : (int) Math.ceil(more * (at + 1.0) / (goal + 1));
        };
    }
}
