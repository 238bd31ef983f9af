/** Checks a least number of seats by sums alone; shares nothing with what finds it but the records. */
package no.alisplass.scenario.least.check;
