package no.alisplass.capacity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Versioned;

/** Positions and their seats in the database. Writers lock the hospital first. */
@ApplicationScoped
class PositionStore implements PanacheRepositoryBase<PositionEntity, String> {
    private final SeatCounts counts;

    @Inject
    PositionStore(SeatCounts counts) {
        this.counts = counts;
    }

    @ApplicationScoped
    static class SeatCounts implements PanacheRepositoryBase<SeatsEntity, SeatsEntity.Key> {}

    List<Versioned<Position>> all(HospitalId hospital) {
        return list("hospitalId", Sort.by("id"), hospital.value()).stream()
                .map(PositionEntity::versioned)
                .toList();
    }

    Optional<Versioned<Position>> find(PositionId id) {
        return findByIdOptional(id.value()).map(PositionEntity::versioned);
    }

    Optional<HospitalId> ownerOf(PositionId id) {
        return findByIdOptional(id.value()).map(entity -> new HospitalId(entity.hospitalId));
    }

    Versioned<Position> write(HospitalId hospital, Position position) {
        PositionEntity entity = findByIdOptional(position.id().value()).orElseGet(PositionEntity::new);
        entity.hospitalId = hospital.value();
        entity.copyFrom(position);
        persistAndFlush(entity);
        return entity.versioned();
    }

    /** One row for every position and half-year, in that order; what was never set counts 0 and has version -1. */
    List<Versioned<Seats>> seats(HospitalId hospital, List<HalfYear> halfYears) {
        Map<SeatsEntity.Key, SeatsEntity> set = new HashMap<>();
        counts.list(
                        "key.halfYear in ?1"
                                + " and key.positionId in (select p.id from PositionEntity p where p.hospitalId = ?2)",
                        halfYears.stream().map(HalfYear::toString).toList(),
                        hospital.value())
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

    /** What was ever set, in no order. */
    List<Seats> everSet(HospitalId hospital) {
        List<Seats> seats = new ArrayList<>();
        for (Versioned<Position> position : all(hospital)) {
            counts.list("key.positionId = ?1", position.value().id().value())
                    .forEach(entity -> seats.add(
                            new Seats(position.value(), HalfYear.parse(entity.key.halfYear()), entity.seats)));
        }
        return seats;
    }

    Optional<Versioned<Integer>> seats(PositionId position, HalfYear halfYear) {
        return counts.findByIdOptional(SeatsEntity.Key.of(position, halfYear)).map(SeatsEntity::versioned);
    }

    Versioned<Integer> writeSeats(PositionId position, HalfYear halfYear, int seats) {
        SeatsEntity.Key key = SeatsEntity.Key.of(position, halfYear);
        SeatsEntity entity = counts.findByIdOptional(key).orElseGet(SeatsEntity::new);
        entity.key = key;
        entity.seats = seats;
        counts.persistAndFlush(entity);
        return entity.versioned();
    }
}
