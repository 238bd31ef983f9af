package no.alisplass.certificate;

import no.alisplass.domain.DoctorId;

/**
 * Says that a doctor cannot get a tier better than the one held without a doctor ahead doing worse.
 *
 * @param heldTier the tier the doctor holds; without a placement {@code Doctor.tiers()}
 */
public record Claim(DoctorId doctor, int heldTier, Proof proof) {}
