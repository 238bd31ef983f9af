package no.alisplass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.domain.Result;

/** What a command came to, for tests that know whether it was to be done. */
public final class Results {
    private Results() {}

    /** Of what was done. */
    public static <T> T done(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done<T>) result).value();
    }

    /** Of what was refused, why. */
    public static List<String> codes(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<?>) result)
                .findings().stream().map(each -> each.message().code()).toList();
    }
}
