package no.alisplass.chance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.chance.AreaChances.OfDoctor;
import no.alisplass.chance.world.Odds;
import no.alisplass.chance.world.Worlds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.refill.Reserve.LastServed;
import no.alisplass.offer.refill.Reserves;
import no.alisplass.round.Round;
import no.alisplass.waitlist.Submission;

/**
 * What chances an area's own doctors have before the deadline of a round, with the lists as they are sent (docs/chances.md). Writes nothing,
 * and remembers what was worked out for as long as nothing it stands on has changed.
 */
@ApplicationScoped
public class Chances {
    /** In all rounds together: three of the whole country. */
    private static final long MAX_DOCTORS = 10_000;

    private static final int ROUND_ITSELF = 50;
    private static final Duration UNASKED = Duration.ofMinutes(30);

    private final ChanceSources sources;
    private final Reserves reserves;
    private final Clock clock;
    private final Cache<String, Worked> known = Caffeine.newBuilder()
            .maximumWeight(MAX_DOCTORS)
            .weigher((String stamp, Worked worked) ->
                    ROUND_ITSELF + worked.odds().doctors().size())
            .expireAfterAccess(UNASKED)
            .softValues()
            .build();

    Chances(ChanceSources sources, Reserves reserves, Clock clock) {
        this.sources = sources;
        this.reserves = reserves;
        this.clock = clock;
    }

    /**
     * A round, worked out.
     *
     * @param cannot of each list that is sent, why who is on it cannot take part
     */
    record Worked(Odds odds, Map<AreaCode, Map<HprNumber, List<Finding>>> cannot) {}

    /**
     * Those of the area's doctors, on the list it has sent.
     *
     * @return refused NOT_FOUND for an unknown round, CONFLICT when the hospital does not let areas see chances, when the round takes no lists
     *     (any longer), when its deadline is over, and when the area itself has sent none
     */
    public Result<AreaChances> of(RoundId id, AreaCode area) {
        return sources.standing(id, area, LocalDate.now(clock))
                .then(standing -> reserves.lastServed(standing.round()).map(last -> told(standing, area, last)));
    }

    private AreaChances told(ChanceSources.Standing standing, AreaCode area, List<LastServed> last) {
        Worked worked = known.getIfPresent(standing.stamp());
        if (worked == null) {
            // Those who wait for the first one to work it out hold no connection.
            worked = known.get(standing.stamp(), missing -> work(standing));
            // What was changed meanwhile is another's: it is worked out again under its own stamp.
            if (!sources.stamp(standing).equals(standing.stamp())) {
                known.asMap().remove(standing.stamp(), worked);
            }
        }
        Odds odds = worked.odds();
        Telling telling =
                new Telling(odds, new Discretion(odds, area, standing.missing().size()));
        Map<HprNumber, List<Finding>> cannot = worked.cannot().getOrDefault(area, Map.of());
        Submission own = standing.own();
        List<OfDoctor> doctors = own.entries().stream()
                .map(entry -> telling.of(entry, cannot.getOrDefault(entry.hpr(), List.of())))
                .toList();
        return new AreaChances(
                standing.round(),
                area,
                standing.missing().size(),
                standing.areas(),
                odds.draws() * odds.guesses().size(),
                odds.draws() < Worlds.MOST / odds.guesses().size(),
                odds.open() > 0,
                doctors,
                last);
    }

    private Worked work(ChanceSources.Standing standing) {
        ChanceSources.Frozen frozen = sources.freeze(standing);
        Worlds worlds = new Worlds(frozen.policy(), frozen.rounds());
        Round round = standing.round();
        return new Worked(worlds.odds(round.lotterySeed(), worlds.draws()), frozen.cannot());
    }
}
