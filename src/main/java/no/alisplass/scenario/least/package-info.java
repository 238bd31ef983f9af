/**
 * The least number of seats, and where, that serves some doctors: what is asked, what is answered, and the proof. {@code find} finds it, and
 * {@code check} checks it and shares nothing with that but these records.
 */
package no.alisplass.scenario.least;
