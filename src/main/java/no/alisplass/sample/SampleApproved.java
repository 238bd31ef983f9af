package no.alisplass.sample;

import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;

/**
 * Institutional service already approved.
 *
 * @param department null when served at another hospital
 * @param elsewhere where; null when {@code department} is given
 */
public record SampleApproved(DepartmentId department, String elsewhere, Months months) {}
