/** Many numbers of seats at once, and the fewest seats for each number of doctors placed among them. */
package no.alisplass.scenario.sweep;
