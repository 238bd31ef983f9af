package no.alisplass.platform.login;

import io.quarkus.oidc.OIDCException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.alisplass.domain.text.Text;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Why a log-in by an identity provider came to nothing. */
final class Causes {
    private static final int DEEPEST = 20;
    private static final Pattern CODE = Pattern.compile("\"error\"\\s*:\\s*\"([a-z_]{1,40})\"");

    private Causes() {}

    /** The first of that kind among the failure and what it comes of. */
    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /**
     * Whether nobody answered, or only to say that they cannot. Of an exchange that broke off Quarkus passes on the cause; where
     * that has none, as for a time that ran out, what comes is that something is missing.
     */
    static boolean isSilence(Throwable failure) {
        boolean cannot = find(failure, OIDCException.class)
                .filter(said -> String.valueOf(said.getMessage()).startsWith("Error status:5"))
                .isPresent();
        return cannot
                || find(failure, NullPointerException.class).isPresent()
                || find(failure, IOException.class).isPresent()
                || find(failure, TimeoutException.class).isPresent()
                || find(failure, io.smallrye.mutiny.TimeoutException.class).isPresent();
    }

    /**
     * For the log: what was wrong with a token, without the token, whose claims name people; of what the provider answered, its
     * code for the error and none of its words.
     */
    static String told(Throwable failure) {
        return find(failure, InvalidJwtException.class)
                .map(token -> token.getErrorDetails().stream()
                        .map(ErrorCodeValidator.Error::getErrorMessage)
                        .map(Text::shown)
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isBlank())
                .or(() -> find(failure, OIDCException.class).flatMap(Causes::code))
                .orElseGet(() -> last(failure).getClass().getSimpleName());
    }

    private static Optional<String> code(OIDCException answered) {
        Matcher code = CODE.matcher(String.valueOf(answered.getMessage()));
        return code.find() ? Optional.of("the provider answered " + code.group(1)) : Optional.empty();
    }

    private static Throwable last(Throwable failure) {
        Throwable last = failure;
        for (int depth = 0; last.getCause() != null && depth < DEEPEST; depth++) {
            last = last.getCause();
        }
        return last;
    }
}
