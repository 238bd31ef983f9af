package no.alisplass.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;

/** What is told, and to whom, of a log-in that came to nothing. */
class CausesTest {
    private static Throwable within(Throwable cause) {
        return new AuthenticationCompletionException(
                "ID token {\"name\":\"Kari Nordmann\"}", new RuntimeException(cause));
    }

    @Test
    void nobody_is_named_in_the_log() {
        InvalidJwtException token = new InvalidJwtException(
                "JWT (claims->{\"name\":\"Kari Nordmann\"}) rejected",
                List.of(new ErrorCodeValidator.Error(1, "The JWT is no longer valid\n12:00 INFO false line")),
                null);
        assertThat(Causes.told(within(token)))
                .startsWith("The JWT is no longer valid")
                .doesNotContain("Kari", "\n");
        String answer = "{\"error\": \"invalid_client\", \"error_description\": \"The user Kari Nordmann\"}";
        assertThat(Causes.told(within(new OIDCException(answer)))).isEqualTo("the provider answered invalid_client");
        assertThat(Causes.told(within(new OIDCException("Kari Nordmann")))).isEqualTo("OIDCException");
        assertThat(Causes.told(within(null))).isEqualTo("RuntimeException");
    }

    @Test
    void silence_is_told_from_refusal() {
        assertThat(Causes.isSilence(within(new ConnectException("refused")))).isTrue();
        assertThat(Causes.isSilence(within(new TimeoutException()))).isTrue();
        assertThat(Causes.isSilence(within(new OIDCException("Error status:503"))))
                .isTrue();
        assertThat(Causes.isSilence(within(new OIDCException("Error status:400"))))
                .isFalse();
        assertThat(Causes.isSilence(within(null))).isFalse();
    }
}
