/** What one seat more or less is worth: where a round's proof says to look, confirmed by working the round out again. */
package no.alisplass.scenario.worth;
