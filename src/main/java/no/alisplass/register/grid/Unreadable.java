package no.alisplass.register.grid;

import java.util.List;
import no.alisplass.domain.Finding;

/** Says, from deep inside a file, why it will not be read any further; never leaves {@link GridReader}. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final List<String> arguments;

    Unreadable(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }

    Finding finding() {
        return new Finding("file", null, "waitlist." + code, List.<Object>copyOf(arguments));
    }
}
