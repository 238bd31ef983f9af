package no.alisplass.register.grid;

import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;

/** Says, from deep inside a file, why it will not be read any further; never leaves {@link GridReader}. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message message;

    Unreadable(String code, Object... arguments) {
        super(code, null, false, false);
        this.message = Message.of("waitlist." + code, arguments);
    }

    Finding finding() {
        return Finding.of(new Place.Field("file"), null, message);
    }
}
