package no.alisplass.offer.settings;

import no.alisplass.domain.HospitalId;

/**
 * How a hospital offers positions (docs/offers.md).
 *
 * @param leaderDecides whether the department's leader decides of each proposed placement before it is sent
 * @param firstDays working days to answer the first offer round
 * @param laterDays working days to answer those after it
 * @param upgradeStopMonths how many months before the start nobody who has said yes is moved any longer
 * @param lateStopWeeks how many weeks before the start what is free is released
 * @param rounds how many ordinary offer rounds there are at most
 */
public record OfferSettings(
        HospitalId hospital,
        AnsweredBy answeredBy,
        LeaveAndLocum leaveAndLocum,
        boolean leaderDecides,
        int firstDays,
        int laterDays,
        int upgradeStopMonths,
        int lateStopWeeks,
        int rounds) {
    public static final int MAX_DAYS = 30;
    public static final int MAX_UPGRADE_STOP_MONTHS = 12;
    public static final int MAX_LATE_STOP_WEEKS = 52;
    public static final int MAX_ROUNDS = 20;

    /** Those of a hospital that has written none. */
    public static OfferSettings usual(HospitalId hospital) {
        return new OfferSettings(hospital, AnsweredBy.BOTH, LeaveAndLocum.WARN, false, 5, 2, 4, 8, 5);
    }

    /** Working days to answer an offer round, numbered from 1. */
    public int daysToAnswer(int number) {
        return number == 1 ? firstDays : laterDays;
    }
}
