/**
 * Refilling a round's offers: what stands is made a {@link no.alisplass.refill.RefillProblem}, and what room {@code refill} finds and its checker accepts is
 * stored and becomes offers (docs/offers.md).
 */
package no.alisplass.offer.refill;
