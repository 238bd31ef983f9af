/**
 * What was wrong in what an approved round was frozen from, as it should have been: kept apart from the lists, which stand as they were sent, and
 * put in their place when the round is frozen anew (docs/offers.md, an erroneous run). Never a wish. When something may be corrected, room {@code offer} knows.
 */
package no.alisplass.correction;
