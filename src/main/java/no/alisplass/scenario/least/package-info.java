/**
 * The least number of seats, and where, that serves some doctors: an optimisation of its own, with prices that prove that fewer are not enough. Begin
 * with {@link no.alisplass.scenario.least.LeastSearch}; {@code check} shares nothing with it but the records.
 */
package no.alisplass.scenario.least;
