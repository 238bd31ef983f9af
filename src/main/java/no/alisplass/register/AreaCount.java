package no.alisplass.register;

import no.alisplass.catchment.Area;

/**
 * How many wait in an area.
 *
 * @param old how many of them have not been confirmed lately
 */
public record AreaCount(Area area, long waiting, long newScheme, long oldScheme, long interrupted, long old) {}
