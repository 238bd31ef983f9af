package no.alisplass.policy;

/**
 * What an offer must hold to (003 §7.3.1.2).
 *
 * @param minimumMonthsPerDepartment a shorter stay in a department does not count
 * @param monthsPerStay how long one stay lasts
 * @param distinctDepartments whether the parts of a two-part service must be in different departments
 * @param consecutiveHalfYears whether they must follow each other without a gap
 */
public record PlacementRules(
        int minimumMonthsPerDepartment, int monthsPerStay, boolean distinctDepartments, boolean consecutiveHalfYears) {
    static PlacementRules read(Settings settings) {
        Integer monthsPerStay = settings.whole("months-per-stay", 1, 24);
        Integer minimum =
                settings.whole("minimum-months-per-department", 1, monthsPerStay == null ? 24 : monthsPerStay);
        Settings twoPart = settings.section("two-part");
        Boolean distinct = twoPart == null ? null : twoPart.flag("distinct-departments");
        Boolean consecutive = twoPart == null ? null : twoPart.flag("consecutive-half-years");
        if (twoPart != null) {
            twoPart.end();
        }
        settings.end();
        return settings.sound() ? new PlacementRules(minimum, monthsPerStay, distinct, consecutive) : null;
    }
}
