package no.alisplass.domain;

import java.util.Objects;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.message.Place;

/**
 * One thing wrong (or worth knowing) with what was sent in.
 *
 * @param value what stood there; null when the value must not be repeated
 */
public record Finding(Place place, String value, Message message) {
    public Finding {
        Objects.requireNonNull(place);
        Objects.requireNonNull(message);
    }

    /** @param field its name, or the path to it */
    public static Finding of(String field, Object value, String code, Object... arguments) {
        return of(Place.of(field), value, Message.of(code, arguments));
    }

    public static Finding of(Place place, Object value, Message message) {
        return new Finding(place, value == null ? null : String.valueOf(value), message);
    }

    /** The same, found elsewhere. */
    public Finding at(Place other) {
        return new Finding(other, value, message);
    }

    /** The place as the sender is told it. */
    public String field() {
        return place.text();
    }

    public String code() {
        return message.code();
    }
}
