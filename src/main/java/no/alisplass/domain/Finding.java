package no.alisplass.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * One thing wrong (or worth knowing) with what was sent in.
 *
 * @param field the field, with its place, as the sender wrote it ({@code entries[2].hprNumber}, {@code rad 7, HPR-nummer})
 * @param value what stood there; null when the value must not be repeated
 * @param code room and message ({@code waitlist.hpr-number-invalid}); the text is in {@code messages/<room>.properties}
 * @param arguments what the text names, in its order: dates, half-years, states, months and ids as they are, so that each
 *     reader gets them in words ({@code platform.Told}); all else, and whatever someone typed, as text
 */
public record Finding(String field, String value, String code, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding of(String field, Object value, String code, Object... arguments) {
        List<Object> kept = Arrays.stream(arguments).map(Finding::kept).toList();
        return new Finding(field, value == null ? null : String.valueOf(value), code, kept);
    }

    private static Object kept(Object argument) {
        if (argument instanceof Collection<?> all) {
            return all.stream().map(Finding::kept).toList();
        }
        boolean hasWords = argument instanceof LocalDate
                || argument instanceof HalfYear
                || argument instanceof Months
                || argument instanceof Enum<?>
                || isId(argument);
        return hasWords ? argument : String.valueOf(argument);
    }

    /** Whether people know the thing by another name than this. */
    public static boolean isId(Object argument) {
        return argument instanceof AreaCode
                || argument instanceof DepartmentId
                || argument instanceof HospitalId
                || argument instanceof PositionId
                || argument instanceof RoundId;
    }
}
