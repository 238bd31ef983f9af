package no.alisplass.policy;

import java.time.LocalDate;

/**
 * What a scheme asks for (003 §2).
 *
 * @param institutionMonths months of institutional service
 * @param lastApplication the last day to apply for approval under it; null while the scheme is open
 */
public record SchemeRules(int institutionMonths, LocalDate lastApplication) {
    static SchemeRules read(PolicySection settings) {
        Integer institutionMonths = settings.whole("institution-months", 1, 60);
        LocalDate lastApplication = settings.dateIfAny("last-application");
        settings.end();
        return settings.sound() ? new SchemeRules(institutionMonths, lastApplication) : null;
    }
}
