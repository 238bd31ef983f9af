package no.alisplass.domain.text;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading something written: a value, nothing (it was blank), or a fault.
 *
 * @param value null when blank or not understood
 * @param fault null when understood or blank
 */
public record Read<T>(T value, Fault fault) {
    static <T> Read<T> of(T value) {
        return new Read<>(value, null);
    }

    static <T> Read<T> blank() {
        return new Read<>(null, null);
    }

    static <T> Read<T> fault(String code, Object... arguments) {
        return new Read<>(null, Fault.of(code, arguments));
    }

    public boolean isBlank() {
        return value == null && fault == null;
    }

    public boolean isFault() {
        return fault != null;
    }

    /** The value; empty when blank or not understood. */
    public Optional<T> optional() {
        return Optional.ofNullable(value);
    }

    /** What the function makes of the value; what is blank or not understood stays so. */
    public <R> Read<R> then(Function<? super T, Read<R>> next) {
        return value == null ? new Read<>(null, fault) : next.apply(value);
    }
}
