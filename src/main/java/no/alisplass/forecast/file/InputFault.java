package no.alisplass.forecast.file;

/**
 * Something wrong in a folder of a forecast.
 *
 * @param place the file, and the line or row and the field in it
 * @param value what stands there; null for nothing
 */
public record InputFault(String place, String value, String problem) {
    @Override
    public String toString() {
        return place + (value == null ? ": " : " (" + value + "): ") + problem;
    }
}
