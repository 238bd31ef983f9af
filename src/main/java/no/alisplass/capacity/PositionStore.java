package no.alisplass.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Versioned;

/** Positions and their seats in the database. Writers hold the hospital first. */
@ApplicationScoped
class PositionStore {
    private final EntityManager database;

    @Inject
    PositionStore(EntityManager database) {
        this.database = database;
    }

    List<Versioned<Position>> all(HospitalId hospital) {
        return database.createQuery(
                        "select p from PositionEntity p where p.hospitalId = :hospital order by p.id",
                        PositionEntity.class)
                .setParameter("hospital", hospital.value())
                .getResultStream()
                .map(entity -> new Versioned<>(entity.position(), entity.version))
                .toList();
    }

    Optional<Versioned<Position>> find(PositionId id) {
        return Optional.ofNullable(database.find(PositionEntity.class, id.value()))
                .map(entity -> new Versioned<>(entity.position(), entity.version));
    }

    Optional<HospitalId> ownerOf(PositionId id) {
        return Optional.ofNullable(database.find(PositionEntity.class, id.value()))
                .map(entity -> new HospitalId(entity.hospitalId));
    }

    Versioned<Position> write(HospitalId hospital, Position position) {
        PositionEntity entity =
                database.find(PositionEntity.class, position.id().value());
        boolean fresh = entity == null;
        if (fresh) {
            entity = new PositionEntity();
            entity.id = position.id().value();
            entity.hospitalId = hospital.value();
        }
        entity.take(position);
        if (fresh) {
            database.persist(entity);
        }
        database.flush();
        return new Versioned<>(entity.position(), entity.version);
    }

    /** One row for every position and half-year, in that order; what was never set counts 0 and has version -1. */
    List<Versioned<Seats>> seats(HospitalId hospital, List<HalfYear> halfYears) {
        Map<SeatsEntity.Key, SeatsEntity> set = new HashMap<>();
        database.createQuery(
                        "select s from SeatsEntity s, PositionEntity p"
                                + " where s.key.positionId = p.id and p.hospitalId = :hospital"
                                + " and s.key.halfYear in :halfYears",
                        SeatsEntity.class)
                .setParameter("hospital", hospital.value())
                .setParameter(
                        "halfYears", halfYears.stream().map(HalfYear::toString).toList())
                .getResultStream()
                .forEach(entity -> set.put(entity.key, entity));
        List<Versioned<Seats>> seats = new ArrayList<>();
        for (Versioned<Position> position : all(hospital)) {
            for (HalfYear halfYear : halfYears) {
                SeatsEntity entity = set.get(SeatsEntity.Key.of(position.value().id(), halfYear));
                seats.add(new Versioned<>(
                        new Seats(position.value(), halfYear, entity == null ? 0 : entity.seats),
                        entity == null ? -1 : entity.version));
            }
        }
        return seats;
    }

    Optional<Versioned<Integer>> seats(PositionId position, HalfYear halfYear) {
        return Optional.ofNullable(database.find(SeatsEntity.class, SeatsEntity.Key.of(position, halfYear)))
                .map(entity -> new Versioned<>(entity.seats, entity.version));
    }

    Versioned<Integer> writeSeats(PositionId position, HalfYear halfYear, int seats) {
        SeatsEntity.Key key = SeatsEntity.Key.of(position, halfYear);
        SeatsEntity entity = database.find(SeatsEntity.class, key);
        if (entity == null) {
            entity = new SeatsEntity();
            entity.key = key;
            entity.seats = seats;
            database.persist(entity);
        } else {
            entity.seats = seats;
        }
        database.flush();
        return new Versioned<>(entity.seats, entity.version);
    }
}
