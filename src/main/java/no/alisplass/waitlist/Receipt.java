package no.alisplass.waitlist;

import java.time.Instant;

/**
 * What a municipality gets for a list it sends.
 *
 * @param number of the submission, from 1; the highest counts
 * @param sha256 of the content in canonical JSON, lower-case hexadecimal
 */
public record Receipt(int number, Instant at, String by, String sha256) {}
