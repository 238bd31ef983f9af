/**
 * Finds the least number of seats and proves that fewer are not enough. Begin with {@link no.alisplass.scenario.least.find.LeastSearch}.
 */
package no.alisplass.scenario.least.find;
