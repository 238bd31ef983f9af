package no.alisplass.allocation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;

/** Pins in the database. */
@ApplicationScoped
class PinStore implements PanacheRepositoryBase<PinEntity, Long> {

    /** By HPR number. */
    List<PinEntity> of(RoundId round) {
        return list("roundId", Sort.by("hpr"), round.value());
    }

    Optional<PinEntity> find(RoundId round, HprNumber hpr) {
        return find("roundId = ?1 and hpr = ?2", round.value(), hpr.value()).firstResultOptional();
    }
}
