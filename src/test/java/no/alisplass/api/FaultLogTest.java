package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultLogTest {
    @Test
    void a_client_that_went_away_is_no_fault() {
        assertThat(FaultLog.isClientGone(new UncheckedIOException(new IOException("Connection reset by peer"))))
                .isTrue();
        assertThat(FaultLog.isClientGone(new IOException("Broken pipe"))).isTrue();
        assertThat(FaultLog.isClientGone(new RuntimeException(new ClosedChannelException())))
                .isTrue();
        assertThat(FaultLog.isClientGone(new HttpClosedException("Connection was closed")))
                .isTrue();
        assertThat(FaultLog.isClientGone(new IllegalStateException("Connection reset")))
                .as("ours to mend")
                .isFalse();
        assertThat(FaultLog.isClientGone(new IOException("disk full"))).isFalse();
    }

    @Test
    void faults_on_end_do_not_fill_the_log() {
        FaultLog log = new FaultLog();
        long now = System.nanoTime();
        int told = 0;
        for (int fault = 0; fault < 1000; fault++) {
            told += log.tells(now) ? 1 : 0;
        }
        assertThat(told).isEqualTo(20);
        assertThat(log.tells(now + TimeUnit.MINUTES.toNanos(2))).isTrue();
    }
}
