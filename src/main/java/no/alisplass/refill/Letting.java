package no.alisplass.refill;

import no.alisplass.domain.DoctorId;
import no.alisplass.problem.ResourceId;

/**
 * What came of a doctor's turn in the line for an area's limit.
 *
 * @param in whether the doctor may ask for what counts towards the limit; if not, the doctor was tried, alone, and more would have been away than an
 *     area can spare
 */
public record Letting(DoctorId doctor, ResourceId limit, boolean in) {}
