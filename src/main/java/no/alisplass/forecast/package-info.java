/**
 * What years of rounds would come to: who waits, for how long, and how many positions it takes. Knows no service and no database: begin
 * with {@link no.alisplass.forecast.Forecast}, a function of values. {@code given} holds what it follows from, {@code run} one course the
 * years may take, {@code file} how a folder is read and what is written of the result.
 */
package no.alisplass.forecast;
