package no.alisplass.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;

/**
 * Who can take part at all (003 §7.3.1.1, criterion 1); each rule only where the policy asks for it.
 *
 * @param affiliation an affiliation is needed
 * @param affiliationInForce it must hold on the day the service starts, of one half-year at least that the doctor could be
 *     offered; a first day that is not known has passed
 * @param areaCovered the area must be in the hospital's catchment for at least one service
 * @param institutionMonthsLeft institutional service must be left to do
 */
public record Eligibility(
        boolean affiliation, boolean affiliationInForce, boolean areaCovered, boolean institutionMonthsLeft) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    static Eligibility read(PolicySection settings) {
        Boolean affiliation = settings.flag("affiliation");
        Boolean affiliationInForce = settings.flag("affiliation-in-force");
        Boolean areaCovered = settings.flag("area-covered");
        Boolean institutionMonthsLeft = settings.flag("institution-months-left");
        settings.end();
        return settings.sound()
                ? new Eligibility(affiliation, affiliationInForce, areaCovered, institutionMonthsLeft)
                : null;
    }

    List<Finding> reasons(Candidate candidate, RankingContext occasion) {
        List<Finding> reasons = new ArrayList<>();
        if (affiliation && candidate.employment().kind() == null) {
            reasons.add(Finding.of("affiliation", null, "policy.affiliation-missing"));
        }
        if (affiliationInForce && candidate.employment().kind() != null) {
            reasons.addAll(notInForce(candidate, occasion.days(candidate)));
        }
        if (areaCovered && candidate.covered().isEmpty()) {
            reasons.add(Finding.of("area", candidate.area(), "policy.area-not-covered", candidate.area()));
        }
        if (institutionMonthsLeft && candidate.institutionMonthsLeft().tenths() == 0) {
            reasons.add(Finding.of("institutionMonthsLeft", 0, "policy.institution-months-none-left"));
        }
        return reasons;
    }

    /** Nothing when the affiliation holds on one of the days a service could start. */
    private static List<Finding> notInForce(Candidate candidate, List<LocalDate> days) {
        List<Finding> reasons = new ArrayList<>();
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        LocalDate from = candidate.employment().from();
        LocalDate to = candidate.employment().to();
        if (days.stream().anyMatch(candidate.employment()::holdsOn)) {
            return reasons;
        }
        if (from != null && from.isAfter(last)) {
            reasons.add(Finding.of("affiliationFrom", from, "policy.affiliation-not-begun", day(from), day(last)));
        }
        if (to != null && to.isBefore(first)) {
            reasons.add(Finding.of("affiliationTo", to, "policy.affiliation-ended", day(to), day(first)));
        }
        if (reasons.isEmpty()) {
            reasons.add(Finding.of("affiliationFrom", from, "policy.affiliation-between", day(from), day(to)));
        }
        return reasons;
    }

    /** Kept as text with a frozen round, in a form that reads alike in every language. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
