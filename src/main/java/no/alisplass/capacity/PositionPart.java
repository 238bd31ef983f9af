package no.alisplass.capacity;

import no.alisplass.domain.DepartmentId;

/** Whole months in one department. */
public record PositionPart(DepartmentId department, int months) {}
