package no.alisplass.allocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.StatedReasons;
import no.alisplass.certificate.check.CheckReport;
import no.alisplass.certificate.check.Checker;
import no.alisplass.certificate.prove.StatedReasonsWriter;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.ProblemJson;
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
    private volatile boolean stopping;

    RunWorker(RunStore runs, AllocationSolver solver, Clock clock) {
        this.runs = runs;
        this.solver = solver;
        this.clock = clock;
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
        boolean mine = inTransaction(() -> runs.move(id, RunState.QUEUED, RunState.RUNNING));
        if (!mine) {
            finish(id, RunState.INTERRUPTED, run -> {});
            return;
        }
        try {
            solve(id);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Run %d failed", id);
            finish(id, RunState.FAILED, run -> run.failure = fault.getClass().getSimpleName());
        }
    }

    private void solve(long id) {
        RunEntity frozen = inTransaction(() -> runs.find(id).orElseThrow());
        Progress progress = new Progress(id);
        try {
            AllocationProblem problem = frozen.problem();
            ProvenRun found = ProvenRun.find(solver, problem, frozen.seed, progress::report, progress::endNow);
            Proposal proposal = found.solved().proposal();
            StatedReasons reasons = StatedReasonsWriter.all(problem, proposal, found.certificate());
            CheckReport report = Checker.check(problem, proposal, found.certificate(), reasons);
            finish(id, RunState.DONE, run -> keep(run, found.solved(), found.certificate(), report));
        } catch (CancellationException ended) {
            finish(id, stopping ? RunState.INTERRUPTED : RunState.CANCELLED, run -> {});
        }
    }

    private static void keep(RunEntity run, Solved solved, Certificate certificate, CheckReport report) {
        run.settled = run.total;
        run.exhausted = solved.settled();
        run.proposal = ProblemJson.write(solved.proposal());
        run.proposalHash = ProblemJson.sha256(run.proposal);
        run.certificate = ProblemJson.write(certificate);
        run.proven = certificate.complete();
        run.checked = report.accepted();
        run.solverVersion = solved.solverVersion();
        run.configHash = solved.configHash();
    }

    /** Ends a run that is running; another process may have given it up meanwhile, and then it stays as it is. */
    private void finish(long id, RunState state, Consumer<RunEntity> change) {
        inTransaction(() -> {
            RunEntity run = runs.lock(id);
            if (run.state == RunState.RUNNING) {
                change.accept(run);
                run.state = state;
                run.finishedAt = clock.instant();
            }
            return null;
        });
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
