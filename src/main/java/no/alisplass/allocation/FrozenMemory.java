package no.alisplass.allocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import no.alisplass.correction.Corrections;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.snapshot.Snapshots;

/**
 * Freezes rounds, and remembers a few for as long as nothing they were frozen from has changed. What is remembered of a round bears the
 * stamp of that ({@link RoundStamps}), which is read anew each time: a change by whomever, at whatever node, makes another stamp, and what
 * is frozen then takes the place of what was.
 */
@ApplicationScoped
class FrozenMemory implements MeterBinder {
    /** In all rounds together: six of the whole country. */
    private static final long MAX_DOCTORS = 20_000;

    private static final int ROUND_ITSELF = 50;
    private static final Duration UNASKED = Duration.ofMinutes(10);

    private final RoundStamps stamps;
    private final Snapshots snapshots;
    private final Pins pins;
    private final Placements placements;
    private final Corrections corrections;
    private final Cache<String, Frozen> rounds = Caffeine.newBuilder()
            .maximumWeight(MAX_DOCTORS)
            .weigher((String name, Frozen frozen) -> ROUND_ITSELF + frozen.doctors())
            .expireAfterAccess(UNASKED)
            .softValues()
            .recordStats()
            .build();

    FrozenMemory(RoundStamps stamps, Snapshots snapshots, Pins pins, Placements placements, Corrections corrections) {
        this.stamps = stamps;
        this.snapshots = snapshots;
        this.pins = pins;
        this.placements = placements;
        this.corrections = corrections;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, rounds, "frozen-rounds");
    }

    /** The round, which must exist, frozen as it stands with what is settled by hand; as the transaction sees it, if there is one. */
    Frozen asItStands(RoundId round) {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            // What the transaction itself has changed is seen by nobody else yet, and is not for the others to find.
            String stamp = stamps.of(round);
            Frozen known = rounds.getIfPresent(round.value());
            return known == null || !known.stamp().equals(stamp) ? freeze(round, stamp) : known;
        }
        String stamp = stamps.of(round);
        Frozen known = rounds.getIfPresent(round.value());
        if (known != null && known.stamp().equals(stamp)) {
            return known;
        }
        // Those who wait for the first one to freeze hold no connection, and then look whether it is still so.
        return rounds.asMap()
                .compute(
                        round.value(),
                        (name, last) ->
                                last != null && last.stamp().equals(stamps.of(round)) ? last : inOneView(round));
    }

    /** What a run was frozen from never changes. @param read reads it */
    Frozen stored(RunHead run, Supplier<Snapshot> read) {
        String stamp = "run " + run.id + " " + run.problemHash;
        Frozen known = rounds.getIfPresent(stamp);
        if (known == null) {
            known = new Frozen(
                    stamp, new Snapshots.Fitted(read.get(), List.of(), List.of()), snapshots, run.problemHash);
            rounds.put(stamp, known);
        }
        return known;
    }

    /** What a run was frozen from, read once while it is remembered. */
    Snapshot of(RunEntity run) {
        return stored(run, run::snapshot).fitted().snapshot();
    }

    /** The stamp and all that it stands for, as they were at one moment. */
    private Frozen inOneView(RoundId round) {
        return QuarkusTransaction.requiringNew().call(() -> {
            stamps.holdStill();
            return freeze(round, stamps.of(round));
        });
    }

    private Frozen freeze(RoundId round, String stamp) {
        Result<Snapshots.Fitted> fitted =
                snapshots.freezeWhatFits(round, pins.of(round), placements.earlier(round), corrections.of(round));
        if (fitted instanceof Result.Done<Snapshots.Fitted> done) {
            return new Frozen(stamp, done.value(), snapshots);
        }
        throw new IllegalStateException("The round " + round + " is gone.");
    }
}
