package no.alisplass.platform.forget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgetsKeptTest {
    @Test
    void one_that_cannot_forget_now_keeps_no_other_from_it() {
        Instant now = Instant.parse("2026-11-02T08:00:00Z");
        List<Instant> told = new ArrayList<>();
        Forgets broken = at -> {
            throw new IllegalStateException("no connection");
        };
        new ForgetsKept(List.of(broken, told::add), Clock.fixed(now, ZoneOffset.UTC)).forget();
        assertThat(told).containsExactly(now);
    }
}
