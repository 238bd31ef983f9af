package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.SeatLife;
import no.alisplass.offer.life.SeatState;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;

/** Where each seat of a round's half-years stands: nothing of it is stored, it follows from the seats there are and who holds them. */
@ApplicationScoped
public class SeatLives {
    private static final String HELD = """
            select p.position_id as position, p.half_year as half_year, p.seat_number as seat, o.id as offer, o.state as state
            from placement p join earmarked_position e on e.id = p.position_id
            left join offer_seat s on s.placement_id = p.id and s.live left join offer o on o.id = s.offer_id
            where p.active and e.hospital_id = :hospital and p.half_year = any(string_to_array(:halfYears, ','))
            """;

    private static final Comparator<SeatLife> ORDER = Comparator.comparing(SeatLife::halfYear)
            .thenComparing(SeatLife::position)
            .thenComparing(SeatLife::number);

    private final Rounds rounds;
    private final Capacity capacity;
    private final OfferRoundStore offerRounds;
    private final EntityManager database;
    private final Clock clock;

    SeatLives(Rounds rounds, Capacity capacity, OfferRoundStore offerRounds, EntityManager database, Clock clock) {
        this.rounds = rounds;
        this.capacity = capacity;
        this.offerRounds = offerRounds;
        this.database = database;
        this.clock = clock;
    }

    /**
     * By half-year, position and number; also those that another round gave, and those held that the hospital does not have any
     * longer. What is free after the late stop is released.
     *
     * @return refused NOT_FOUND for an unknown round
     */
    @Transactional
    public Result<List<SeatLife>> of(RoundId id) {
        return rounds.read(id).map(this::of);
    }

    private List<SeatLife> of(Round round) {
        boolean late = offerRounds
                .course(round.id())
                .map(course -> !clock.instant().isBefore(course.lateStop()))
                .orElse(false);
        SeatState free = late ? SeatState.RELEASED : SeatState.FREE;
        List<SeatLife> all = new ArrayList<>(held(round.hospital(), round.halfYears()));
        Map<List<Object>, Set<Integer>> taken = all.stream()
                .collect(Collectors.groupingBy(
                        seat -> List.of(seat.position(), seat.halfYear()),
                        Collectors.mapping(SeatLife::number, Collectors.toSet())));
        for (Seats seats : capacity.seats(round.hospital(), round.halfYears())) {
            List<Object> which = List.of(seats.position().id(), seats.halfYear());
            unheld(seats.count(), taken.getOrDefault(which, Set.of()))
                    .forEach(number ->
                            all.add(new SeatLife(seats.position().id(), seats.halfYear(), number, free, null)));
        }
        all.sort(ORDER);
        return all;
    }

    /**
     * The numbers of those seats nobody holds: as many as are left of so many, whatever numbers the others have. Who holds number 3
     * keeps it when the hospital has only one seat left, and then none is free.
     */
    static List<Integer> unheld(int seats, Set<Integer> held) {
        return IntStream.rangeClosed(1, seats)
                .filter(number -> !held.contains(number))
                .limit(Math.max(0, seats - held.size()))
                .boxed()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<SeatLife> held(HospitalId hospital, Collection<HalfYear> halfYears) {
        List<Tuple> rows = database.createNativeQuery(HELD, Tuple.class)
                .setParameter("hospital", hospital.value())
                .setParameter(
                        "halfYears", halfYears.stream().map(HalfYear::toString).collect(Collectors.joining(",")))
                .getResultList();
        return rows.stream()
                .map(row -> new SeatLife(
                        new PositionId(row.get("position", String.class)),
                        HalfYear.parse(row.get("half_year", String.class)),
                        row.get("seat", Integer.class),
                        row.get("state", String.class) == null
                                ? SeatState.PROPOSED
                                : OfferState.valueOf(row.get("state", String.class))
                                        .seat(),
                        row.get("offer", Long.class)))
                .toList();
    }
}
