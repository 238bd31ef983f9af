package no.alisplass.planning;

import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.forecast.Backwards;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.ForecastInput;
import no.alisplass.forecast.given.Range;

/**
 * How much a forecast is to work out, counted in doctors times half-years times courses: a million of them take about a second where a hospital has few
 * positions, and four where it has many.
 */
final class ForecastWork {
    /** What two cores work off in some minutes, and at the worst in half an hour. */
    static final long MOST = 500_000_000;

    private ForecastWork() {}

    /** What is too much, with what would do, at the field to lower; nothing where it is not. */
    static List<Finding> check(ForecastQuestion question, ForecastInput input) {
        long doctors = doctors(input, question.halfYears());
        long ofCourse = doctors * question.halfYears();
        long courses = question.replications();
        if (ofCourse > MOST) {
            return List.of(Finding.of(
                    "halfYears", question.halfYears(), "planning.too-many-half-years", doctors, question.halfYears()));
        }
        if (ofCourse * courses > MOST) {
            return List.of(Finding.of(
                    "replications",
                    courses,
                    "planning.too-many-replications",
                    doctors,
                    question.halfYears(),
                    MOST / ofCourse));
        }
        return question.goal() == null ? List.of() : ofGoal(question, input, MOST - ofCourse * courses);
    }

    private static List<Finding> ofGoal(ForecastQuestion question, ForecastInput input, long left) {
        int halfYears = question.first().until(question.goal().by()) + 1;
        Backwards search = new Backwards(
                input, question.goal().goal(), question.seed(), question.goal().replications());
        long ofCourse = doctors(input, halfYears) * halfYears * search.mostTries();
        if (ofCourse * question.goal().replications() <= left) {
            return List.of();
        }
        return List.of(
                ofCourse > left
                        ? Finding.of("goal.by", question.goal().by(), "planning.goal-too-far", search.mostTries())
                        : Finding.of(
                                "goal.replications",
                                question.goal().replications(),
                                "planning.too-many-goal-replications",
                                search.mostTries(),
                                left / ofCourse));
    }

    /** How many there are on average, at the most: who waits, and half of those who come. */
    private static long doctors(ForecastInput input, int halfYears) {
        double aYear = input.assumptions().newDoctors().isEmpty()
                ? input.assumptions().of(Assumption.NEW_DOCTORS).high()
                : input.assumptions().newDoctors().values().stream()
                        .mapToDouble(Range::high)
                        .sum();
        return Math.max(1, input.queue().size() + Math.round(aYear * halfYears / 4));
    }
}
