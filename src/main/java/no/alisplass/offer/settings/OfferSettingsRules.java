package no.alisplass.offer.settings;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Finding;

/** What must hold of a hospital's settings. */
final class OfferSettingsRules {
    private OfferSettingsRules() {}

    static List<Finding> check(OfferSettings settings) {
        List<Finding> findings = new ArrayList<>();
        if (settings.answeredBy() == null) {
            findings.add(Finding.of("answeredBy", null, "offer.answered-by-missing"));
        }
        if (settings.leaveAndLocum() == null) {
            findings.add(Finding.of("leaveAndLocum", null, "offer.leave-and-locum-missing"));
        }
        within(findings, "firstDays", settings.firstDays(), 1, OfferSettings.MAX_DAYS);
        within(findings, "laterDays", settings.laterDays(), 1, OfferSettings.MAX_DAYS);
        within(findings, "upgradeStopMonths", settings.upgradeStopMonths(), 0, OfferSettings.MAX_UPGRADE_STOP_MONTHS);
        within(findings, "lateStopWeeks", settings.lateStopWeeks(), 0, OfferSettings.MAX_LATE_STOP_WEEKS);
        within(findings, "rounds", settings.rounds(), 1, OfferSettings.MAX_ROUNDS);
        return findings;
    }

    private static void within(List<Finding> findings, String field, int value, int least, int most) {
        if (value < least || value > most) {
            findings.add(Finding.of(field, value, "offer.number-unfit", value, least, most));
        }
    }
}
