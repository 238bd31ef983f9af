package no.alisplass.allocation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import no.alisplass.certificate.Certificate;
import no.alisplass.certificate.check.CheckReport;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.AfterCommit;
import no.alisplass.problem.Proposal;
import no.alisplass.solver.Solved;
import org.jboss.logging.Logger;

/**
 * Tells the life of each run, in the log and in figures (docs: operations): which round's, which number, how many doctors, how long;
 * nobody's name or number. What is done in a transaction is told when that has been committed.
 */
@ApplicationScoped
class RunLog implements MeterBinder {
    private static final Logger LOG = Logger.getLogger(RunLog.class);

    private final MeterRegistry meters;
    private final RunStore runs;
    private final AfterCommit afterCommit;

    RunLog(MeterRegistry meters, RunStore runs, AfterCommit afterCommit) {
        this.meters = meters;
        this.runs = runs;
        this.afterCommit = afterCommit;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("alisplass.runs.waiting", this, RunLog::waiting)
                .description("Runs that wait for their turn, in the database and so at every node")
                .strongReference(true)
                .register(registry);
    }

    private double waiting() {
        return QuarkusTransaction.requiringNew().call(runs::waiting);
    }

    void queued(Run run) {
        afterCommit.run(() -> LOG.infof("%s: queued, %d doctors", name(run), run.total()));
    }

    /** One that is under way is the answer to a further start. */
    void underWay(Run run) {
        afterCommit.run(() -> LOG.infof("%s: asked for once more while it is under way", name(run)));
    }

    void notQueued(RoundId round, String codes) {
        LOG.infof("A run of round %s is refused: %s", round, codes);
        count("refused");
    }

    void approved(Run run, Allocation allocation) {
        long placed =
                allocation.doctors().stream().filter(DoctorOutcome::placed).count();
        afterCommit.run(() -> LOG.infof(
                "%s: approved, %d of %d doctors placed",
                name(run), placed, allocation.doctors().size()));
    }

    void notApproved(RoundId round, int number, String codes) {
        LOG.infof("Run %d of round %s: approval refused: %s", number, round, codes);
    }

    /** @param waited whether nobody had begun on it, so that it has ended already */
    void cancelled(Run run, boolean waited) {
        afterCommit.run(() -> {
            LOG.infof("%s: %s", name(run), waited ? "cancelled before it began" : "asked to stop");
            if (waited) {
                count("cancelled");
            }
        });
    }

    /** @param now when it was taken up */
    void started(RunHead run, Instant now) {
        Duration waited = between(run.requestedAt, now);
        LOG.infof("%s: started %d ms after it was queued", name(run), waited.toMillis());
        meters.timer("alisplass.run.wait").record(waited);
    }

    /** What the solver and the prover do in turn is told as it is done. */
    ProvenRun.Steps steps(RunHead run) {
        return new ProvenRun.Steps() {
            @Override
            public void solved(Solved solved) {
                LOG.infof(
                        "%s: solved in %d ms, %s, %d left open",
                        name(run),
                        solved.millis(),
                        placed(solved.proposal()),
                        solved.notExhausted().size());
                meters.timer("alisplass.run.solve").record(Duration.ofMillis(solved.millis()));
            }

            @Override
            public void proved(Certificate certificate, Duration took) {
                long open = certificate.claims().stream()
                        .filter(claim -> !claim.proof().holds())
                        .count();
                LOG.infof(
                        "%s: proved in %d ms, %d claims, %d not proven",
                        name(run), took.toMillis(), certificate.claims().size(), open);
                meters.timer("alisplass.run.prove").record(took);
            }
        };
    }

    void checked(RunHead run, CheckReport report, Duration took) {
        LOG.infof(
                "%s: checked in %d ms, %s",
                name(run),
                took.toMillis(),
                report.accepted()
                        ? "accepted"
                        : "not accepted, %d faults".formatted(report.failures().size()));
        meters.timer("alisplass.run.check").record(took);
    }

    /** @param took from when it was taken up until it is stored */
    void stored(RunHead run, Duration took) {
        LOG.infof(
                "%s: stored %d ms after it was started, %d ms after it was queued",
                name(run),
                took.toMillis(),
                between(run.requestedAt, run.finishedAt).toMillis());
        meters.timer("alisplass.run.whole").record(took);
        count("done");
    }

    /** It ended without a proposal: cancelled, interrupted or failed. */
    void ended(RunHead run, RunState state) {
        LOG.infof("%s: %s after %d of %d doctors", name(run), word(state), run.settled, run.total);
        count(word(state));
    }

    /** Another has ended it meanwhile: what this process found of it is dropped. */
    void givenUp(RunHead run) {
        LOG.warnf("%s: given up by another process meanwhile, what came out here is dropped", name(run));
        count("given up");
    }

    /** Nothing is heard of whoever had it. */
    void lost(RunHead run) {
        LOG.warnf("%s: nothing is heard of the process that had it, it is taken up here", name(run));
    }

    private void count(String outcome) {
        meters.counter("alisplass.runs", "outcome", outcome).increment();
    }

    private static String word(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String placed(Proposal proposal) {
        long placed = proposal.placements().stream()
                .filter(placement -> placement.option() != null)
                .count();
        return "%d of %d doctors placed".formatted(placed, proposal.placements().size());
    }

    /** Two nodes' clocks may differ a little. */
    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private static String name(Run run) {
        return "Run %d of round %s".formatted(run.number(), run.round());
    }

    static String name(RunHead run) {
        return "Run %d of round %s".formatted(run.number, run.roundId);
    }
}
