package no.alisplass.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.domain.message.Message;

/**
 * What a scheme asks for (003 §2).
 *
 * @param institutionMonths months of institutional service
 * @param lastApplication the last day to apply for approval under it; null while the scheme is open
 * @param afterLastApplication what comes of service that would end after that day
 * @param objectives how many learning objectives there are, by the day from which; empty when nothing is said
 */
public record SchemeRules(
        int institutionMonths,
        LocalDate lastApplication,
        AfterLastApplication afterLastApplication,
        List<Objectives> objectives) {
    /** No list holds more, so that a total above it could not be reached by anyone. */
    static final int MOST_OBJECTIVES = TrainingProgress.MOST_OBJECTIVES;

    private static final int DAYS_OF_A_TENTH = 3;

    /** Approval is applied for when everything is done: service that ends later leads to none under the scheme. */
    public enum AfterLastApplication {
        /** It is offered all the same. */
        OFFERED,
        /** Whoever could not be done by then cannot take part under the scheme. */
        NOT_ELIGIBLE
    }

    public SchemeRules {
        objectives = List.copyOf(objectives);
    }

    /**
     * @param from null for always
     * @param total null when it is not known
     */
    public record Objectives(LocalDate from, Integer total) {
        private static Objectives read(PolicySection settings) {
            Objectives read =
                    new Objectives(settings.dateIfAny("from"), settings.wholeIfAny("total", 1, MOST_OBJECTIVES));
            settings.end();
            return read;
        }

        private boolean holdsOn(LocalDate day) {
            return from == null || !from.isAfter(day);
        }
    }

    /** How many learning objectives the scheme has on a day; empty when that is not said. */
    public Optional<Integer> objectives(LocalDate day) {
        return objectives.stream()
                .filter(each -> each.holdsOn(day))
                .reduce((earlier, later) -> later)
                .map(Objectives::total);
    }

    static SchemeRules read(Scheme scheme, PolicySection settings) {
        Integer institutionMonths = settings.whole("institution-months", 1, 60);
        LocalDate lastApplication = settings.dateIfAny("last-application");
        AfterLastApplication after = settings.choiceOr(
                "after-last-application", AfterLastApplication.values(), AfterLastApplication.OFFERED);
        if (after == AfterLastApplication.NOT_ELIGIBLE && lastApplication == null && settings.sound()) {
            settings.fault(
                    "after-last-application", "needs the last day", "Maybe add last-application: 2026-12-31 above it");
        }
        if (after == AfterLastApplication.NOT_ELIGIBLE && scheme == Scheme.NEW) {
            settings.fault(
                    "after-last-application",
                    "is for the old scheme: there is none to convert to from the new one",
                    "Maybe remove it");
        }
        List<Objectives> objectives = settings.sectionsIfAny("objectives").stream()
                .map(Objectives::read)
                .toList();
        for (int at = 1; at < objectives.size(); at++) {
            LocalDate before = objectives.get(at - 1).from();
            LocalDate from = objectives.get(at).from();
            if (settings.sound() && (from == null || before != null && !from.isAfter(before))) {
                settings.fault("objectives", "must be in the order of their days", "Maybe add from: 2026-03-01");
            }
        }
        settings.end();
        return settings.sound() ? new SchemeRules(institutionMonths, lastApplication, after, objectives) : null;
    }

    /** Whether so much service, begun on a day and done without a break, is done while approval can still be applied for. */
    public boolean endsInTime(LocalDate start, Months left) {
        return afterLastApplication == AfterLastApplication.OFFERED
                || !end(start, left).isAfter(lastApplication);
    }

    private static LocalDate end(LocalDate start, Months left) {
        return start.plusMonths(left.wholeMonths())
                .plusDays((long) left.tenths() % 10 * DAYS_OF_A_TENTH)
                .minusDays(1);
    }

    /** Why the candidate cannot take part under this scheme. @param converted the scheme the doctor could convert to */
    Optional<Finding> hindrance(Candidate candidate, RankingContext occasion, SchemeRules converted) {
        return hindrance(candidate.scheme(), candidate.institutionMonthsLeft(), occasion.day(candidate), converted);
    }

    /** The same of so much service left to do, begun on a day. */
    Optional<Finding> hindrance(Scheme scheme, Months left, LocalDate start, SchemeRules converted) {
        if (left.tenths() == 0 || endsInTime(start, left)) {
            return Optional.empty();
        }
        LocalDate end = end(start, left);
        return Optional.of(Finding.of(
                "scheme",
                scheme,
                "policy.scheme-ends",
                lastApplication,
                start,
                end,
                converted.institutionMonths(),
                institutionMonths));
    }

    /** What the scheme says besides its months, in words; for those who read the policy. */
    Optional<Message> rule() {
        return afterLastApplication == AfterLastApplication.OFFERED
                ? Optional.empty()
                : Optional.of(Message.of("policy.rule-scheme-ends", lastApplication));
    }
}
