package no.alisplass.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;

/** Rounds in the database. */
@ApplicationScoped
class RoundStore {
    /** The key of the lock on naming rounds: any number nobody else uses. */
    private static final long NAMES = 4_030_718_926_351L;

    private final EntityManager database;

    @Inject
    RoundStore(EntityManager database) {
        this.database = database;
    }

    Optional<Round> find(RoundId id) {
        return Optional.ofNullable(database.find(RoundEntity.class, id.value())).map(RoundEntity::round);
    }

    Optional<HospitalId> hospitalOf(RoundId id) {
        return database.createQuery("select r.hospitalId from RoundEntity r where r.id = :id", String.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(HospitalId::new)
                .findFirst();
    }

    /** Holds the round against other writers until the transaction ends. */
    Optional<Round> hold(RoundId id) {
        return Optional.ofNullable(database.find(RoundEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(RoundEntity::round);
    }

    /** Holds all rounds of a hospital, always in the same order so that nobody waits in a ring. */
    List<Round> holdAll(HospitalId hospital) {
        return database.createQuery(
                        "select r from RoundEntity r where r.hospitalId = :hospital order by r.id", RoundEntity.class)
                .setParameter("hospital", hospital.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(RoundEntity::round)
                .toList();
    }

    /** Lets nobody else name a round until the transaction ends, so that no two take the same name. */
    void lockNames() {
        database.createNativeQuery("select pg_advisory_xact_lock(:names)")
                .setParameter("names", NAMES)
                .getSingleResult();
    }

    /** {@code ahus-2027-v}, or with a number behind when that is taken. */
    RoundId free(HospitalId hospital, HalfYear first) {
        String plain = (hospital + "-" + first).toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(plain), IntStream.range(2, 1000).mapToObj(number -> plain + "-" + number))
                .map(RoundId::new)
                .filter(id -> find(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Rounds in any of the states, of one hospital or of all when it is null; the latest half-year first. */
    RoundPage page(HospitalId hospital, Collection<RoundState> states, int page, int size) {
        String which = " from RoundEntity r where r.state in :states"
                + (hospital == null ? "" : " and r.hospitalId = :hospital");
        var count = database.createQuery("select count(r)" + which, Long.class).setParameter("states", states);
        var rows = database.createQuery("select r" + which + " order by r.firstDay desc, r.id", RoundEntity.class)
                .setParameter("states", states)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size);
        if (hospital != null) {
            count.setParameter("hospital", hospital.value());
            rows.setParameter("hospital", hospital.value());
        }
        List<Round> rounds = rows.getResultStream().map(RoundEntity::round).toList();
        return new RoundPage(rounds, page, size, count.getSingleResult());
    }

    void delete(RoundId id) {
        database.remove(database.find(RoundEntity.class, id.value()));
        database.flush();
    }

    Round write(Round round) {
        RoundEntity entity = database.find(RoundEntity.class, round.id().value());
        boolean fresh = entity == null;
        if (fresh) {
            entity = new RoundEntity();
            entity.id = round.id().value();
        }
        entity.take(round);
        if (fresh) {
            database.persist(entity);
        }
        database.flush();
        return entity.round();
    }
}
