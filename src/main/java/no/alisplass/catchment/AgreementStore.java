package no.alisplass.catchment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;

/** Agreements in the database. */
@ApplicationScoped
class AgreementStore implements PanacheRepositoryBase<AgreementEntity, AgreementEntity.Key> {
    List<Versioned<Agreement>> of(HospitalId hospital) {
        return list("key.hospital", hospital.value()).stream()
                .map(AgreementEntity::versioned)
                .toList();
    }

    List<Versioned<Agreement>> of(AreaCode area) {
        return list("key.area = ?1 order by key.hospital", area.value()).stream()
                .map(AgreementEntity::versioned)
                .toList();
    }

    Optional<Versioned<Agreement>> find(HospitalId hospital, AreaCode area) {
        return findByIdOptional(key(hospital, area)).map(AgreementEntity::versioned);
    }

    /** Holds it against other writers until the transaction ends. */
    Optional<Versioned<Agreement>> lock(HospitalId hospital, AreaCode area) {
        return findByIdOptional(key(hospital, area), LockModeType.PESSIMISTIC_WRITE)
                .map(AgreementEntity::versioned);
    }

    Versioned<Agreement> write(Agreement agreement) {
        AgreementEntity entity =
                findByIdOptional(key(agreement.hospital(), agreement.area())).orElseGet(AgreementEntity::new);
        entity.copyFrom(agreement);
        persistAndFlush(entity);
        return entity.versioned();
    }

    private static AgreementEntity.Key key(HospitalId hospital, AreaCode area) {
        return new AgreementEntity.Key(hospital.value(), area.value());
    }
}
