package no.alisplass.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import no.alisplass.api.http.FaultLog;
import no.alisplass.api.http.Repeats;
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

    private final List<Runnable> atTheEnd = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Repeats repeats = new Repeats(atTheEnd::add, words::add);
    private final Instant start = Instant.parse("2026-11-26T10:00:00Z");

    private LogRecord fault(String address, Duration after) {
        LogRecord told = new LogRecord(Level.SEVERE, "HTTP Request to %s failed, error id: %s");
        told.setLoggerName("io.quarkus.vertx.http.runtime.QuarkusErrorHandler");
        told.setParameters(new Object[] {address, "5f1c-" + address.length()});
        told.setThrown(new IllegalStateException(address));
        told.setInstant(start.plus(after));
        return told;
    }

    private long told(int count, Duration after) {
        return IntStream.range(0, count)
                .filter(n -> repeats.isLoggable(fault("/a" + n, after)))
                .count();
    }

    @Test
    void faults_on_end_do_not_fill_the_log_and_are_counted() {
        assertThat(told(983, Duration.ZERO)).isEqualTo(20);
        assertThat(told(100, Duration.ofSeconds(59))).isZero();
        assertThat(words).isEmpty();
        assertThat(told(5, Duration.ofSeconds(61))).isEqualTo(5);
        assertThat(words)
                .containsExactly("… repeated 1063 times within a minute: "
                        + "io.quarkus.vertx.http.runtime.QuarkusErrorHandler: HTTP Request to %s failed, error id: %s"
                        + " java.lang.IllegalStateException");
    }

    @Test
    void how_many_there_were_is_told_when_nothing_comes_after_them() {
        told(983, Duration.ZERO);
        assertThat(atTheEnd).as("asked for once").hasSize(1);
        atTheEnd.get(0).run();
        assertThat(words).singleElement().asString().startsWith("… repeated 963 times");
        atTheEnd.get(0).run();
        assertThat(words).hasSize(1);
    }

    @Test
    void other_faults_and_what_is_no_fault_are_told_meanwhile() {
        told(100, Duration.ZERO);
        LogRecord other = fault("/b", Duration.ofSeconds(1));
        other.setThrown(new IOException("disk full"));
        assertThat(repeats.isLoggable(other)).isTrue();
        LogRecord news = fault("/b", Duration.ofSeconds(1));
        news.setLevel(Level.INFO);
        assertThat(repeats.isLoggable(news)).isTrue();
    }

    @Test
    void ever_new_words_fill_nothing_either() {
        int told = 0;
        for (int n = 0; n < 2000; n++) {
            LogRecord each = fault("/c", Duration.ZERO);
            each.setMessage("Something is wrong with " + n);
            told += repeats.isLoggable(each) ? 1 : 0;
        }
        assertThat(told).isEqualTo(520);
    }

    @Test
    void the_address_of_what_failed_is_not_told() {
        LogRecord told = fault("/api/v1/rounds/a/pins/7654321?x=1", Duration.ZERO);
        told.setThrown(null);
        assertThat(repeats.isLoggable(told)).isTrue();
        assertThat(told.getParameters()).hasSize(2).doesNotContain("/api/v1/rounds/a/pins/7654321?x=1");
        assertThat(String.format(told.getMessage(), told.getParameters()))
                .isEqualTo("HTTP Request to an address failed, error id: 5f1c-33");
    }
}
