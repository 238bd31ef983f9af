package no.alisplass.planning;

/**
 * Who waits in the registers and is not in a forecast.
 *
 * @param faulty in whose record there is an error
 * @param nothingLeft who has all the service needed, or is given it, as the forecast begins
 */
public record LeftOut(int faulty, int nothingLeft) {}
