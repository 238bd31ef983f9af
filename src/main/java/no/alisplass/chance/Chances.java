package no.alisplass.chance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.chance.AreaChances.OfDoctor;
import no.alisplass.chance.world.Odds;
import no.alisplass.chance.world.Worlds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.refill.Reserve.LastServed;
import no.alisplass.offer.refill.Reserves;
import no.alisplass.waitlist.Submission;

/**
 * What chances an area's own doctors have before the deadline of a round, with the lists as they are sent (docs/chances.md). Writes nothing.
 */
@ApplicationScoped
public class Chances {
    private final ChanceSources sources;
    private final Reserves reserves;
    private final Clock clock;
    private final WorkedRounds rounds;

    Chances(ChanceSources sources, Reserves reserves, Clock clock, WorkedRounds rounds) {
        this.sources = sources;
        this.reserves = reserves;
        this.clock = clock;
        this.rounds = rounds;
    }

    /**
     * Those of the area's doctors, on the list it has sent.
     *
     * @return refused NOT_FOUND for an unknown round, CONFLICT when the hospital does not let areas see chances, when the round takes no lists
     *     (any longer), when its deadline is over, and when the area itself has sent none; BUSY while the round is being worked out
     */
    public Result<AreaChances> of(RoundId id, AreaCode area) {
        return sources.standing(id, area, LocalDate.now(clock)).then(standing -> rounds.of(standing)
                .then(worked -> reserves.lastServed(standing.round()).map(last -> told(standing, worked, area, last))));
    }

    private static AreaChances told(
            ChanceSources.Standing standing, WorkedRounds.Worked worked, AreaCode area, List<LastServed> last) {
        Odds odds = worked.odds();
        Telling telling =
                new Telling(odds, new Discretion(odds, area, standing.missing().size()));
        Map<HprNumber, Telling.Hindrance> cannot = worked.cannot().getOrDefault(area, Map.of());
        Submission own = standing.own();
        List<OfDoctor> doctors = own.entries().stream()
                .map(entry -> telling.of(entry, cannot.getOrDefault(entry.hpr(), Telling.Hindrance.NONE)))
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
}
