/** The checker of refills: it knows the records of {@code refill} and nothing of how a refill is found. */
package no.alisplass.refill.check;
