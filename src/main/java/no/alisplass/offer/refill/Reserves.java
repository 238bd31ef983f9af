package no.alisplass.offer.refill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.alisplass.allocation.Placements;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Refilling;
import no.alisplass.offer.Refilling.Standing;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.refill.Reserve.LastServed;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.RosterEntry;

/** Where those who wait stand, worked out when it is asked for: a few statements, however many doctors there are. */
@ApplicationScoped
public class Reserves {
    private static final int LOOKED_BACK = 50;

    private final Refilling refilling;
    private final RefillSources sources;
    private final Rounds rounds;
    private final Placements placements;

    Reserves(Refilling refilling, RefillSources sources, Rounds rounds, Placements placements) {
        this.refilling = refilling;
        this.sources = sources;
        this.rounds = rounds;
        this.placements = placements;
    }

    /**
     * Those who wait, of whom the caller may hear.
     *
     * @param doctors by rank
     * @param lastServed how far the hospital's previous round came, by department; none where there was no such round
     * @param over since when nobody waits any longer, the late stop that has passed; null before that
     * @param preparing whether somebody holds what is not sent yet. Until it is, areas and doctors are told of nobody: whose name was gone
     *     would be known to get something
     */
    public record Seen(
            RoundId round, List<Reserve> doctors, List<LastServed> lastServed, Instant over, boolean preparing) {
        public Seen {
            doctors = List.copyOf(doctors);
            lastServed = List.copyOf(lastServed);
        }
    }

    /**
     * For a doctor the own place, for an area those of its doctors, for a coordinator all.
     *
     * @return refused NOT_FOUND for an unknown round, CONFLICT when it is not approved or nothing of it was ever offered, and for whom is
     *     none of these
     */
    @Transactional
    public Result<Seen> of(RoundId round, Acting by) {
        return refilling.read(round).then(standing -> sources.of(standing)
                .then(facts -> sources.seeing(by, standing.round(), facts.snapshot())
                        .then(seeing -> lastServed(standing.round())
                                .map(last -> seen(standing, facts, seeing, last, by.actor() == Actor.COORDINATOR)))));
    }

    private static Seen seen(
            Standing standing,
            RefillFacts facts,
            Predicate<RosterEntry> seeing,
            List<LastServed> last,
            boolean inside) {
        RoundId round = standing.round().id();
        boolean preparing = standing.preparing();
        if (standing.over() || preparing && !inside) {
            return new Seen(
                    round, List.of(), last, standing.over() ? standing.course().lateStop() : null, preparing);
        }
        Set<HprNumber> seen = new HashSet<>();
        facts.snapshot().roster().entries().stream()
                .filter(seeing)
                .forEach(entry -> seen.add(entry.facts().hpr()));
        List<Reserve> all = ReserveLines.of(facts.snapshot(), ProblemOfOffers.of(facts));
        return new Seen(
                round, all.stream().filter(each -> seen.contains(each.hpr())).toList(), last, null, preparing);
    }

    /** How far the hospital's round before this one came, by department; none where there was no such round. */
    @Transactional
    public Result<List<LastServed>> lastServed(Round round) {
        Optional<Round> previous =
                rounds.page(round.hospital(), Set.of(RoundState.APPROVED), 0, LOOKED_BACK).rounds().stream()
                        .filter(each -> each.first().compareTo(round.first()) < 0)
                        .findFirst();
        return previous.map(each -> sources.snapshot(each.id())
                        .map(snapshot -> ReserveLines.served(each, snapshot, held(each.id()))))
                .orElse(Result.done(List.of()));
    }

    private Map<HprNumber, Set<DepartmentId>> held(RoundId round) {
        Map<HprNumber, Set<DepartmentId>> held = new HashMap<>();
        placements.held(round).forEach(each -> each.parts()
                .forEach(part ->
                        held.computeIfAbsent(each.hpr(), hpr -> new HashSet<>()).add(part.department())));
        return held;
    }
}
