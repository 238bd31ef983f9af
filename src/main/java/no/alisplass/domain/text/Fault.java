package no.alisplass.domain.text;

import java.util.Arrays;
import java.util.List;
import no.alisplass.domain.Finding;

/**
 * Why something written could not be read.
 *
 * @param code the message that says so, in {@code messages/text.properties}
 * @param arguments what the message names, in its order
 */
public record Fault(String code, List<String> arguments) {
    public Fault {
        arguments = List.copyOf(arguments);
    }

    static Fault of(String code, Object... arguments) {
        return new Fault(
                "text." + code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** This fault at the field it was found in; the value is null when it must not be repeated. */
    public Finding at(String field, String value) {
        return new Finding(field, value == null ? null : Text.shown(value), code, List.<Object>copyOf(arguments));
    }
}
