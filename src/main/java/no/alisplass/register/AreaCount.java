package no.alisplass.register;

import no.alisplass.catchment.Area;

/**
 * How many wait in an area.
 *
 * @param old how many of them have not been confirmed lately
 * @param neverListed how many of them have never stood on a list that was sent to a round
 */
public record AreaCount(
        Area area, long waiting, long newScheme, long oldScheme, long interrupted, long old, long neverListed) {}
