package no.alisplass.scenario.kept;

import no.alisplass.domain.HalfYear;

/** For which half-years a register is asked, and by which policy. */
public record RegisterTerms(HalfYear first, int halfYears, String policy, int version) {}
