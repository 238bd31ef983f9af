package no.alisplass.chance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.alisplass.chance.world.Odds;
import no.alisplass.chance.world.Worlds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;

/**
 * Open rounds, worked out on a thread of their own: a large one takes seconds, and whoever asks is told so meanwhile. Each is worked out once
 * for all who ask, one round after the other, and remembered for as long as nothing it stands on has changed.
 */
@ApplicationScoped
class WorkedRounds {
    /** In all rounds together: three of the whole country. */
    private static final long MAX_DOCTORS = 10_000;

    private static final int ROUND_ITSELF = 50;
    private static final Duration UNASKED = Duration.ofMinutes(30);

    /** How long who asks waits for it; most rounds are worked out by then. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final ChanceSources sources;
    private final Cache<String, Worked> known = Caffeine.newBuilder()
            .maximumWeight(MAX_DOCTORS)
            .weigher((String stamp, Worked worked) ->
                    ROUND_ITSELF + worked.odds().doctors().size())
            .expireAfterAccess(UNASKED)
            .softValues()
            .build();
    private final Map<String, CompletableFuture<Worked>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "chances");
        thread.setDaemon(true);
        return thread;
    });

    WorkedRounds(ChanceSources sources) {
        this.sources = sources;
    }

    /**
     * A round, worked out.
     *
     * @param cannot of each list that is sent, why who is on it cannot take part by it
     */
    record Worked(Odds odds, Map<AreaCode, Map<HprNumber, Telling.Hindrance>> cannot) {}

    /** Refused BUSY while it is being worked out. Who waits for it holds no connection. */
    Result<Worked> of(ChanceSources.Standing standing) {
        Worked before = known.getIfPresent(standing.stamp());
        if (before != null) {
            return Result.done(before);
        }
        CompletableFuture<Worked> work = underWay.computeIfAbsent(
                standing.stamp(), stamp -> CompletableFuture.supplyAsync(() -> work(standing), worker));
        // Not in the line above: what is begun may be done by now, and would take itself out while it is put in.
        work.whenComplete((worked, fault) -> underWay.remove(standing.stamp(), work));
        try {
            return Result.done(work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return underWay(standing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return underWay(standing);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the chances of a round could not be worked out", fault.getCause());
        }
    }

    private static Result<Worked> underWay(ChanceSources.Standing standing) {
        return Result.busy(Finding.of("round", standing.round().id(), "chance.working-out"));
    }

    private Worked work(ChanceSources.Standing standing) {
        ChanceSources.Frozen frozen = sources.freeze(standing);
        Worlds worlds = new Worlds(frozen.policy(), frozen.rounds());
        Worked worked = new Worked(worlds.odds(standing.round().lotterySeed(), worlds.draws()), frozen.cannot());
        // What was changed meanwhile is another's: it is worked out again under its own stamp.
        if (sources.stamp(standing).equals(standing.stamp())) {
            known.put(standing.stamp(), worked);
        }
        return worked;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
