package no.alisplass.allocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.check.CheckReport;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.domain.text.Sha256;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Proposal;
import no.alisplass.solver.AllocationSolver;
import no.alisplass.solver.SolveProgress;
import no.alisplass.solver.Solved;
import org.jboss.logging.Logger;

/** Works off one run: solves the frozen problem, proves and checks what came out, and keeps it. */
@ApplicationScoped
class RunWorker {
    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final Duration REPORT_EVERY = Duration.ofMillis(200);

    private final RunStore runs;
    private final AllocationSolver solver;
    private final Clock clock;
    private final RunLog log;
    private volatile boolean stopping;

    RunWorker(RunStore runs, AllocationSolver solver, Clock clock, RunLog log) {
        this.runs = runs;
        this.solver = solver;
        this.clock = clock;
        this.log = log;
    }

    /** Lets a running search end soon, as interrupted. */
    void stop() {
        stopping = true;
    }

    /** Runs that wait or run without a task that stands for them. */
    List<Long> heldByNobody() {
        return inTransaction(() -> Stream.of(RunState.QUEUED, RunState.RUNNING)
                .flatMap(state -> runs.heldByNobody(state, RunQueue.TASK).stream())
                .toList());
    }

    /**
     * Works off a run that waits. One that was begun before this task was taken up lost whoever worked on it, and is
     * interrupted; one that has ended is left alone.
     */
    void work(long id) {
        long start = System.nanoTime();
        Taken taken = inTransaction(() -> {
            boolean waited = runs.move(id, RunState.QUEUED, RunState.RUNNING);
            return new Taken(runs.find(id).orElseThrow(), waited);
        });
        RunEntity run = taken.run();
        if (!taken.waited()) {
            endWithout(run, RunState.INTERRUPTED);
            return;
        }
        log.started(run, clock.instant());
        try {
            solve(run, start);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "%s failed", RunLog.name(run));
            run.failure = fault.getClass().getSimpleName();
            endWithout(run, RunState.FAILED);
        }
    }

    private record Taken(RunEntity run, boolean waited) {}

    /** Nothing is heard any more of the process that had the run. */
    void lost(long id) {
        inTransaction(() -> runs.find(id)).ifPresent(log::lost);
    }

    private void solve(RunEntity run, long start) {
        Progress progress = new Progress(run.id);
        try {
            AllocationProblem problem = run.problem();
            ProvenRun found =
                    ProvenRun.find(solver, problem, run.seed, progress::report, progress::endNow, log.steps(run));
            Proposal proposal = found.solved().proposal();
            long proved = System.nanoTime();
            StatedReasons reasons = StatedReasonsWriter.all(problem, proposal, found.certificate());
            CheckReport report = Checker.check(problem, proposal, found.certificate(), reasons);
            log.checked(run, report, Duration.ofNanos(System.nanoTime() - proved));
            keep(run, found.solved(), found.certificate(), report);
            if (end(run, RunState.DONE)) {
                log.stored(run, Duration.ofNanos(System.nanoTime() - start));
            } else {
                log.givenUp(run);
            }
        } catch (CancellationException ended) {
            run.settled = progress.settled;
            endWithout(run, stopping ? RunState.INTERRUPTED : RunState.CANCELLED);
        }
    }

    private static void keep(RunEntity run, Solved solved, Certificate certificate, CheckReport report) {
        String proposal = CanonicalJson.write(solved.proposal());
        String proof = CanonicalJson.write(certificate);
        run.settled = run.total;
        run.exhausted = solved.settled();
        run.proposal = proposal;
        run.proposalHash = Sha256.hex(proposal);
        run.certificate = proof;
        run.proven = certificate.complete();
        run.checked = report.accepted();
        run.solverVersion = solved.solverVersion();
        run.configHash = solved.configHash();
    }

    private void endWithout(RunEntity run, RunState state) {
        if (end(run, state)) {
            log.ended(run, state);
        }
    }

    /** False when another process has given it up meanwhile, and then it stays as it is. */
    private boolean end(RunEntity run, RunState state) {
        run.state = state;
        run.finishedAt = clock.instant();
        return inTransaction(() -> runs.end(run));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    /** Writes progress now and then, and reads on the way whether someone wants the run to stop. */
    private final class Progress {
        private final long run;
        private int settled;
        private Instant reported = Instant.EPOCH;
        private boolean cancelled;

        Progress(long run) {
            this.run = run;
        }

        void report(SolveProgress progress) {
            settled = progress.settled();
            exchange();
        }

        boolean endNow() {
            exchange();
            return cancelled || stopping;
        }

        private void exchange() {
            Instant now = clock.instant();
            if (!cancelled && reported.plus(REPORT_EVERY).isBefore(now)) {
                reported = now;
                cancelled = inTransaction(() -> runs.progress(run, settled));
            }
        }
    }
}
