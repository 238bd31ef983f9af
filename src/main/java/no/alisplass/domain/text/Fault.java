package no.alisplass.domain.text;

import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;

/**
 * Why something written could not be read.
 *
 * @param message of {@code messages/text.properties}
 */
public record Fault(Message message) {
    static Fault of(String code, Object... arguments) {
        return new Fault(Message.of("text." + code, arguments));
    }

    public String code() {
        return message.code();
    }

    /** This fault at the field it was found in; the value is null when it must not be repeated. */
    public Finding at(String field, String value) {
        return at(Place.of(field), value);
    }

    public Finding at(Place place, String value) {
        return Finding.of(place, value == null ? null : Text.shown(value), message);
    }
}
