package no.alisplass.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldBytesTest {
    private static final long MB = 1024 * 1024;

    @Test
    void one_address_cannot_hold_what_the_others_need() {
        HeldBytes held = new HeldBytes(1024 * MB);
        assertThat(held.take("10.0.0.1", 32 * MB)).isTrue();
        assertThat(held.take("10.0.0.1", 1)).as("a quarter of an eighth").isFalse();
        assertThat(held.take("10.0.0.2", 32 * MB)).isTrue();
        assertThat(held.take("10.0.0.3", 32 * MB)).isTrue();
        assertThat(held.take("10.0.0.4", 32 * MB)).isTrue();
        assertThat(held.take("10.0.0.5", 1)).as("all is held").isFalse();
        held.release("10.0.0.1", 32 * MB);
        assertThat(held.take("10.0.0.5", 12 * MB)).isTrue();
        assertThat(held.take("10.0.0.1", 12 * MB)).isTrue();
        assertThat(held.all()).isEqualTo(120 * MB);
    }

    @Test
    void what_is_let_go_is_let_go_wholly() {
        HeldBytes held = new HeldBytes(64 * MB);
        for (int n = 0; n < 1000; n++) {
            assertThat(held.take("10.0.0.1", BodyLimits.FILE)).isTrue();
            held.release("10.0.0.1", BodyLimits.FILE);
        }
        assertThat(held.all()).isZero();
    }

    @Test
    void a_large_body_has_longer_and_still_an_end() {
        Duration patience = Duration.ofSeconds(15);
        assertThat(BodyLimits.longest(patience, 2000)).isEqualTo(patience);
        assertThat(BodyLimits.longest(patience, BodyLimits.FILE)).isEqualTo(Duration.ofSeconds(111));
    }
}
