package no.alisplass.snapshot;

/**
 * What a policy says about stays.
 *
 * @param leastMonthsPerDepartment a shorter part does not count (003 §7.3.1.2: three)
 * @param monthsPerStay a doctor who needs more gets two stays (003 §7.3.1.2: six)
 * @param distinctDepartments whether the two parts must be in different departments
 * @param consecutive whether the second part must follow in the next half-year
 */
record StayRules(int leastMonthsPerDepartment, int monthsPerStay, boolean distinctDepartments, boolean consecutive) {}
