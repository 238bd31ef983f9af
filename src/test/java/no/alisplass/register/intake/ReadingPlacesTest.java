package no.alisplass.register.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.alisplass.domain.Result;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingPlacesTest {
    private final CountDownLatch goOn = new CountDownLatch(1);
    private ReadingPlaces places = new ReadingPlaces(2, 1, Duration.ofSeconds(20));

    @AfterEach
    void close() {
        goOn.countDown();
        places.close();
    }

    @Test
    void a_caller_has_one_place_and_the_next_when_it_is_free() throws Exception {
        CompletableFuture<Result<String>> first = held("a");
        assertThat(code(places.read("a", () -> Result.done("second")))).isEqualTo("BUSY waitlist.file-reading-own");
        assertThat(places.read("b", () -> Result.done("other"))).isEqualTo(Result.done("other"));
        goOn.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(Result.done("a"));
        assertThat(places.read("a", () -> Result.done("third"))).isEqualTo(Result.done("third"));
    }

    @Test
    void when_all_places_are_taken_one_waits_and_the_rest_come_back_later() throws Exception {
        List<CompletableFuture<Result<String>>> reading = List.of(held("a"), held("b"));
        CompletableFuture<Result<String>> waiting = new CompletableFuture<>();
        new Thread(() -> waiting.complete(places.read("c", () -> Result.done("c")))).start();
        assertThat(untilFull()).isEqualTo("BUSY waitlist.file-reading-busy");
        goOn.countDown();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(Result.done("c"));
        assertThat(reading)
                .allSatisfy(each -> assertThat(each.get(20, TimeUnit.SECONDS)).isInstanceOf(Result.Done.class));
    }

    @Test
    void what_takes_too_long_is_stopped_and_its_place_given_on_when_it_has_ended() {
        places = new ReadingPlaces(1, 1, Duration.ofMillis(200));
        CountDownLatch ended = new CountDownLatch(1);
        Result<String> slow = places.read("a", () -> {
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                ended.countDown();
            }
            return Result.done("late");
        });
        assertThat(code(slow)).isEqualTo("BUSY waitlist.file-too-slow");
        assertThat(ended).satisfies(latch -> assertThat(latch.await(20, TimeUnit.SECONDS))
                .isTrue());
    }

    @Test
    void a_fault_is_the_callers_and_frees_the_place() {
        assertThatThrownBy(() -> places.read("a", () -> {
                    throw new IllegalStateException("fault");
                }))
                .hasRootCauseMessage("fault");
        assertThat(places.read("a", () -> Result.done("again"))).isEqualTo(Result.done("again"));
    }

    /** A reading that is under way, and stays so. */
    private CompletableFuture<Result<String>> held(String caller) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Result<String>> reading = new CompletableFuture<>();
        new Thread(() -> reading.complete(places.read(caller, () -> {
                    started.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    return Result.done(caller);
                })))
                .start();
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        return reading;
    }

    /** The one who waits takes the last place a moment after being asked to. */
    private String untilFull() {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> waiting() ? code(places.read("d", () -> Result.done("d"))) : "", code -> !code.isEmpty());
    }

    private boolean waiting() {
        return places.waiting() == 1;
    }

    private static String code(Result<String> outcome) {
        return outcome instanceof Result.Refused<String> refused
                ? refused.kind() + " " + refused.findings().get(0).code()
                : outcome.toString();
    }
}
