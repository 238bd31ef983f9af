package no.alisplass.problem;

import no.alisplass.domain.DoctorId;

/** The option a doctor is proposed, as its index in the problem; null for none. */
public record Placement(DoctorId doctor, Integer option) {}
