/**
 * An erroneous run: what was wrong is corrected, the round is run anew, who comes out how is shown to the coordinators, and two of them carry it out
 * (docs/offers.md). What stopping does to offers, {@link no.alisplass.offer.Recovering} knows.
 */
package no.alisplass.offer.recovery;
