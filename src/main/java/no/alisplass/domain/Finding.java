package no.alisplass.domain;

import java.util.Arrays;
import java.util.List;

/**
 * One thing wrong (or worth knowing) with what was sent in.
 *
 * @param field the field, with its place, as the sender wrote it ({@code entries[2].hprNumber}, {@code rad 7, HPR-nummer})
 * @param value what stood there; null when the value must not be repeated
 * @param code room and message ({@code waitlist.hpr-number-invalid}); the text is in {@code messages/<room>.properties}
 * @param arguments what the text names, in its order
 */
public record Finding(String field, String value, String code, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding of(String field, Object value, String code, Object... arguments) {
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Finding(field, value == null ? null : String.valueOf(value), code, texts);
    }
}
