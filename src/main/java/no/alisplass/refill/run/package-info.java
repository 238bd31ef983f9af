/**
 * How a refill is found, with the steps to prove it. Nothing of this is known to the checker ({@code refill.check}), which goes through the steps with the records of
 * {@code refill} alone.
 */
package no.alisplass.refill.run;
