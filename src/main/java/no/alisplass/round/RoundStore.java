package no.alisplass.round;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
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
class RoundStore implements PanacheRepositoryBase<RoundEntity, String> {
    /** The key of the lock on naming rounds: any number nobody else uses. */
    private static final long NAMES = 4_030_718_926_351L;

    Optional<Round> find(RoundId id) {
        return findByIdOptional(id.value()).map(RoundEntity::round);
    }

    /** Read beside the round, so that locking it reads it as it then stands. */
    Optional<HospitalId> hospitalOf(RoundId id) {
        return getEntityManager()
                .createQuery("select r.hospitalId from RoundEntity r where r.id = :id", String.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(HospitalId::new)
                .findFirst();
    }

    /** Holds the round against other writers until the transaction ends. */
    Optional<Round> lock(RoundId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(RoundEntity::round);
    }

    /** Holds all rounds of a hospital, always in the same order so that nobody waits in a ring. */
    List<Round> lockAll(HospitalId hospital) {
        return find("hospitalId", Sort.by("id"), hospital.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .map(RoundEntity::round)
                .toList();
    }

    /** Lets nobody else name a round until the transaction ends, so that no two take the same name. */
    void lockNames() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:names)")
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
        Sort latestFirst = Sort.descending("firstDay").and("id");
        PanacheQuery<RoundEntity> found = hospital == null
                ? find("state in ?1", latestFirst, states)
                : find("state in ?1 and hospitalId = ?2", latestFirst, states, hospital.value());
        List<Round> rounds =
                found.page(page, size).list().stream().map(RoundEntity::round).toList();
        return new RoundPage(rounds, page, size, found.count());
    }

    void delete(RoundId id) {
        deleteById(id.value());
        flush();
    }

    Round write(Round round) {
        RoundEntity entity = findByIdOptional(round.id().value()).orElseGet(RoundEntity::new);
        entity.copyFrom(round);
        persistAndFlush(entity);
        return entity.round();
    }
}
