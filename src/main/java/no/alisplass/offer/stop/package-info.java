/** That the offers of a round are stopped because its run may be wrong, by whom and why (docs/offers.md, an erroneous run). Knows no offer. */
package no.alisplass.offer.stop;
