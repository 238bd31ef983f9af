package no.alisplass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each folder is checked for what it is. */
class VerifyFolderTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int verify(String... folder) {
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        return VerifyFolder.run(folder, to, to);
    }

    private static String resource(String first, String second) {
        return Path.of("src", "test", "resources", first, second).toString();
    }

    @Test
    void a_runs_by_its_claims() {
        assertThat(verify(resource("allocation", "named-areas"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("every doctor is proven and every reason is true");
    }

    @Test
    void a_refills_by_its_steps() {
        assertThat(verify(resource("refill", "small"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("nobody has less than was held");
    }

    @Test
    void none_is_asked_for_and_none_is_there() {
        assertThat(verify()).isEqualTo(2);
        assertThat(verify("no-such-folder")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Usage: verify")
                .contains("there is no such folder");
    }
}
