package no.alisplass.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Outcome;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/** Which hospital the caller reaches: a department its own, everyone else any. */
@ApplicationScoped
class HospitalReach {
    private final Caller caller;

    @Inject
    HospitalReach(Caller caller) {
        this.caller = caller;
    }

    /** The hospital, or 404 as if it did not exist when it is beyond the caller's reach. */
    HospitalId of(String id) {
        HospitalId hospital = new HospitalId(id);
        if (only().filter(own -> !own.equals(hospital)).isPresent()) {
            return Answers.of(Outcome.notFound(Finding.of("hospital", id, "capacity.hospital-unknown", id)));
        }
        return hospital;
    }

    /** The one hospital a department is bound to; empty for those who reach all. */
    Optional<HospitalId> only() {
        boolean wide = caller.isIn(Roles.COORDINATOR) || caller.isIn(Roles.PLANNER) || caller.isIn(Roles.ADMIN);
        if (wide || !caller.isIn(Roles.DEPARTMENT)) {
            return Optional.empty();
        }
        HospitalId own = caller.hospital()
                .orElseThrow(() -> new IllegalStateException("A user with the role department has no hospital."));
        return Optional.of(own);
    }
}
