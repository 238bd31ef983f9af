package no.alisplass.capacity;

import no.alisplass.domain.DepartmentId;

/** A department where doctors serve; {@code onCall} tells whether its service includes on-call duty. */
public record Department(DepartmentId id, String name, boolean onCall) {}
