package no.alisplass.domain;

import java.util.List;
import java.util.function.Function;

/** What a command came to: done with a value, or refused for reasons the caller can mend. A fault is an exception. */
public sealed interface Result<T> {

    record Done<T>(T value) implements Result<T> {}

    record Refused<T>(Kind kind, List<Finding> findings) implements Result<T> {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /** Why a command is refused. */
    enum Kind {
        /** What was sent breaks a rule. */
        INVALID,
        /** What it is about does not exist, or not for this caller. */
        NOT_FOUND,
        /** It was changed by someone else, or is not in a state that allows the command. */
        CONFLICT,
        /** Nothing is wrong with it, but others are being served; the same will be taken in a while. */
        BUSY
    }

    static <T> Result<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Result<T> invalid(List<Finding> findings) {
        return new Refused<>(Kind.INVALID, findings);
    }

    static <T> Result<T> invalid(Finding finding) {
        return invalid(List.of(finding));
    }

    static <T> Result<T> notFound(Finding finding) {
        return new Refused<>(Kind.NOT_FOUND, List.of(finding));
    }

    static <T> Result<T> conflict(Finding finding) {
        return conflict(List.of(finding));
    }

    static <T> Result<T> conflict(List<Finding> findings) {
        return new Refused<>(Kind.CONFLICT, findings);
    }

    static <T> Result<T> busy(Finding finding) {
        return new Refused<>(Kind.BUSY, List.of(finding));
    }

    default <R> Result<R> map(Function<? super T, ? extends R> change) {
        return then(value -> done(change.apply(value)));
    }

    default <R> Result<R> then(Function<? super T, Result<R>> next) {
        if (this instanceof Done<T> done) {
            return next.apply(done.value());
        }
        Refused<T> refused = (Refused<T>) this;
        return new Refused<>(refused.kind(), refused.findings());
    }
}
