package no.alisplass.register;

import no.alisplass.catchment.Area;
import no.alisplass.domain.HalfYear;

/**
 * How many of those who wait in an area want to serve from a half-year on.
 *
 * @param from null for as soon as may be
 * @param interrupted how many of them have broken off a service before
 */
public record AreaNeed(Area area, HalfYear from, long doctors, long interrupted) {}
