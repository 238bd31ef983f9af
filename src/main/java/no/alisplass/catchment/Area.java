package no.alisplass.catchment;

import no.alisplass.domain.AreaCode;

/** A municipality or an Oslo district. */
public record Area(AreaCode code, String name, AreaKind kind) {}
