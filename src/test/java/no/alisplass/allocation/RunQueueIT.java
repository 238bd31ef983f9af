package no.alisplass.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.alisplass.SettableClock;
import no.alisplass.api.FrontDesk;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Users;
import no.alisplass.snapshot.Snapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work is done once and not lost, whatever becomes of the process that took it. */
@QuarkusTest
class RunQueueIT {
    private static final RoundId ROUND = new RoundId("ahus-2027-v");
    private static final String RUNS = "/api/v1/rounds/ahus-2027-v/runs";
    private static final long PATIENCE_MILLIS = 30_000;

    @Inject
    Users users;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @Inject
    Runs runs;

    @Inject
    RunStore store;

    @Inject
    RunQueue queue;

    @Inject
    RunWorker worker;

    private FrontDesk desk;

    @BeforeEach
    void sampleRound() throws IOException {
        clock.set(LocalDate.of(2026, 11, 1));
        desk = new FrontDesk(users);
        if (desk.coordinator().get("/api/v1/rounds/ahus-2027-v").statusCode() == 404) {
            desk.loadReferenceData();
            desk.sendAll(Path.of("sample-data", "ahus-2027-var"));
            desk.close("ahus-2027-v");
        }
    }

    @AfterEach
    void clockRunsAgain() {
        clock.run();
    }

    @Test
    void a_run_whose_process_died_before_it_began_is_worked_off() {
        long run = stored(RunState.QUEUED);
        takenTask(run);
        assertThat(awaitEnd(run)).isEqualTo(RunState.DONE);
    }

    @Test
    void a_run_whose_process_died_in_the_middle_is_interrupted() {
        long run = stored(RunState.RUNNING);
        takenTask(run);
        assertThat(awaitEnd(run)).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void a_waiting_run_that_has_lost_its_task_is_taken_up_and_worked_off() {
        long run = stored(RunState.QUEUED);
        queue.takeUpLost();
        assertThat(awaitEnd(run)).isEqualTo(RunState.DONE);
    }

    @Test
    void a_running_run_that_has_lost_its_task_is_taken_up_as_interrupted() {
        long run = stored(RunState.RUNNING);
        queue.takeUpLost();
        assertThat(awaitEnd(run)).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void a_process_that_wakes_up_late_leaves_a_run_that_was_given_up_as_it_is() {
        long run = stored(RunState.RUNNING);
        worker.work(run);
        assertThat(state(run)).isEqualTo(RunState.INTERRUPTED);
        boolean stop = QuarkusTransaction.requiringNew().call(() -> store.progress(run, 7));
        assertThat(stop).as("told to stop").isTrue();
        assertThat(QuarkusTransaction.requiringNew().call(() -> store.find(run).orElseThrow().settled))
                .isZero();
        worker.work(run);
        assertThat(state(run)).isEqualTo(RunState.INTERRUPTED);
    }

    /** In tests the queue looks for work by itself every five seconds only. */
    @Test
    void a_run_is_picked_up_when_it_is_committed_whatever_day_it_is() throws Exception {
        clock.set(LocalDate.of(2031, 1, 1));
        for (int seed = 1; seed <= 3; seed++) {
            long start = System.nanoTime();
            int number = desk.coordinator()
                    .body("{\"seed\": %d}".formatted(seed))
                    .post(RUNS)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("number");
            String state = "";
            while (!state.equals("DONE") && System.nanoTime() - start < PATIENCE_MILLIS * 1_000_000) {
                state = desk.coordinator().get(RUNS + "/" + number).path("state");
            }
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(4_000);
        }
    }

    @Test
    void fifty_starts_at_once_are_one_run_each_time_one_is_under_way_and_never_a_fault() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Response>> starts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                starts.add(() -> desk.coordinator().body("{\"seed\": 4711}").post(RUNS));
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<Response> start : clients.invokeAll(starts)) {
                // Who has waited too long for a turn is asked to come again.
                assertThat(start.get().statusCode()).isIn(202, 503);
                if (start.get().statusCode() == 202) {
                    numbers.add(start.get().path("number"));
                }
            }
            assertThat(numbers).isNotEmpty();
            for (int number : numbers) {
                String state = "";
                long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
                while (!state.equals("DONE") && System.nanoTime() < end) {
                    state = desk.coordinator().get(RUNS + "/" + number).path("state");
                }
                assertThat(state).isEqualTo("DONE");
            }
            assertThat(numbers.stream().distinct().count())
                    .as("runs for fifty starts")
                    .isLessThan(50);
        } finally {
            clients.shutdownNow();
        }
    }

    /** A run as a process leaves it that is killed: in a state, with no task that stands for it. */
    private long stored(RunState state) {
        return QuarkusTransaction.requiringNew().call(() -> {
            store.lockStarts(ROUND);
            Snapshot snapshot = ((Result.Done<Snapshot>) runs.freeze(ROUND)).value();
            RunEntity run = store.add(
                    RunEntity.of(snapshot, store.nextNumber(ROUND), System.nanoTime(), "test", clock.instant()));
            run.state = state;
            store.flush();
            return run.id;
        });
    }

    /** A task that a process took and from which nothing has been heard since. */
    private void takenTask(long run) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        values (:task, :run, now() - interval '2 minutes', true, 'dead', now() - interval '1 minute', 1)
                        """)
                .setParameter("task", RunQueue.TASK)
                .setParameter("run", Long.toString(run))
                .executeUpdate());
    }

    private RunState state(long run) {
        return QuarkusTransaction.requiringNew().call(() -> store.find(run).orElseThrow().state);
    }

    private RunState awaitEnd(long run) {
        return Awaitility.await()
                .atMost(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .until(() -> state(run), RunState::ended);
    }
}
