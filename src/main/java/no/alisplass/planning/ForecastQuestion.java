package no.alisplass.planning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.text.Text;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.Range;

/**
 * What is asked of a forecast, as it is stored.
 *
 * @param title what those who ask call it
 * @param halfYearsPerRound how many half-years a round gives at a time
 * @param seats what a position named here has from a half-year on, in place of what is registered; until the first of them that holds
 * @param areas what is told of areas beside what the register knows
 * @param assumptions those that are assumed otherwise than usual
 * @param goal null where none is to be reached
 */
public record ForecastQuestion(
        int schema,
        String title,
        HalfYear first,
        int halfYears,
        int halfYearsPerRound,
        String policy,
        int policyVersion,
        long seed,
        int replications,
        List<SeatsFrom> seats,
        List<AreaFigures> areas,
        List<Assumed> assumptions,
        Arrivals arrivals,
        int furtherOffers,
        GoalAsked goal) {
    public static final int SCHEMA = 1;
    public static final int MOST_HALF_YEARS = 40;
    public static final int MOST_REPLICATIONS = 2_000;
    public static final int USUAL_REPLICATIONS = 1_000;
    public static final int MOST_GOAL_REPLICATIONS = 1_000;
    public static final int USUAL_GOAL_REPLICATIONS = 200;
    public static final int MOST_SEATS = 1_000;
    public static final int MOST_SEED = 999_999_999;
    public static final int MOST_IN_AN_AREA = 100_000;
    public static final int LONGEST_TEXT = 200;

    public ForecastQuestion {
        if (schema != SCHEMA) {
            throw new IllegalArgumentException("A question of schema " + schema + " is not known.");
        }
        title = Text.line(title);
        seats = List.copyOf(seats);
        areas = List.copyOf(areas);
        assumptions = List.copyOf(assumptions);
    }

    /** From a half-year on a position has so many seats, until another number is given. */
    public record SeatsFrom(PositionId position, HalfYear from, int seats) {}

    /** @param spares how many doctors it can spare at once; null for any number. @param specialists of whom some retire; null when not known */
    public record AreaFigures(AreaCode area, Integer spares, Integer specialists) {}

    /**
     * @param name of the assumption, as files call it
     * @param area of new doctors a year; null for all areas together
     */
    public record Assumed(String name, AreaCode area, double low, double likely, double high, String source) {
        public Assumed {
            source = Text.line(source);
        }

        Range range() {
            return new Range(low, likely, high, source);
        }
    }

    /** @param waitUnderMonths 0 where it is only that the queue does not grow. @param replications to search with */
    public record GoalAsked(HalfYear by, int waitUnderMonths, double share, double certainty, int replications) {
        Goal goal() {
            return new Goal(by, waitUnderMonths, share, certainty);
        }
    }

    public JobKind kind() {
        return goal == null ? JobKind.FORECAST : JobKind.BACKWARDS;
    }

    /** All that is assumed, which {@link QuestionRules} has found sound. */
    Assumptions assumed() {
        Map<Assumption, Range> ranges = new EnumMap<>(Assumption.class);
        Map<AreaCode, Range> newDoctors = new TreeMap<>();
        for (Assumed each : assumptions) {
            if (each.area() == null) {
                ranges.put(Assumption.of(each.name()).orElseThrow(), each.range());
            } else {
                newDoctors.put(each.area(), each.range());
            }
        }
        return new Assumptions(ranges, newDoctors, arrivals, furtherOffers);
    }

    int goalReplications() {
        return goal == null ? 0 : goal.replications();
    }
}
