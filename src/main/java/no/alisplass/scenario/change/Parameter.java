package no.alisplass.scenario.change;

import java.util.List;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;

/** What of a policy can be set otherwise in a scenario: thresholds of its criteria and rules of what is offered. */
public enum Parameter {
    /** Months of counted service from which a doctor is ready. */
    READY_MONTHS(0, 120, "criteria", "ready", "months"),
    /** What comes of being too early. */
    READY_WHEN_EARLY(List.of("rank-last", "not-eligible", "flag-only"), "criteria", "ready", "when-early"),
    /** From how many months a locum is a long one. */
    LONG_LOCUM_MONTHS(1, 120, "criteria", "affiliation", "long-locum-months"),
    /** Counted service is compared in steps of so many months. */
    SENIORITY_STEP_MONTHS(1, 60, "criteria", "seniority", "step-months"),
    /** A shorter stay in a department does not count. */
    MINIMUM_MONTHS(1, 6, "placement", "minimum-months-per-department"),
    DISTINCT_DEPARTMENTS(List.of("true", "false"), "placement", "two-part", "distinct-departments"),
    CONSECUTIVE_HALF_YEARS(List.of("true", "false"), "placement", "two-part", "consecutive-half-years"),
    FIRST_PART_ALONE(List.of("offered", "not-under-placements-first"), "placement", "two-part", "first-part-alone"),
    DEPARTMENT_AGAIN(List.of("always", "after-interruption", "never"), "placement", "department-again");

    private final int least;
    private final int most;
    private final List<String> words;
    private final List<String> path;

    Parameter(int least, int most, String... path) {
        this.least = least;
        this.most = most;
        this.words = List.of();
        this.path = List.of(path);
    }

    Parameter(List<String> words, String... path) {
        this.least = 0;
        this.most = 0;
        this.words = words;
        this.path = List.of(path);
    }

    /** Where it stands in a policy's file. */
    public List<String> path() {
        return path;
    }

    /** The words it can be; empty where it is a number. */
    public List<String> words() {
        return words;
    }

    public Message text() {
        return Message.of("scenario.parameter-" + Text.word(this));
    }

    boolean takes(String value) {
        if (!words.isEmpty()) {
            return words.contains(value);
        }
        return value != null
                && value.matches("0|[1-9][0-9]{0,3}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most;
    }

    /** What it takes, for whoever wrote something else. */
    String bounds() {
        return words.isEmpty() ? least + "–" + most : String.join(", ", words);
    }
}
