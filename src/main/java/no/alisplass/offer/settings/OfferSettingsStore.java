package no.alisplass.offer.settings;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;

/** Settings of hospitals in the database. */
@ApplicationScoped
class OfferSettingsStore implements PanacheRepositoryBase<OfferSettingsEntity, String> {
    Optional<Versioned<OfferSettings>> find(HospitalId hospital) {
        return findByIdOptional(hospital.value()).map(OfferSettingsEntity::versioned);
    }

    /** Holds it against other writers, the first too, until the transaction ends. */
    Optional<Versioned<OfferSettings>> lock(HospitalId hospital) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('offer-settings/' || :hospital))")
                .setParameter("hospital", hospital.value())
                .getSingleResult();
        return findByIdOptional(hospital.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(OfferSettingsEntity::versioned);
    }

    Versioned<OfferSettings> write(OfferSettings settings) {
        OfferSettingsEntity entity =
                findByIdOptional(settings.hospital().value()).orElseGet(OfferSettingsEntity::new);
        entity.copyFrom(settings);
        persistAndFlush(entity);
        return entity.versioned();
    }
}
