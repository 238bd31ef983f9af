package no.alisplass.access;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/** Which hospitals the caller reaches, and with them which positions, seats and vacancies: the one answer for every door. */
@ApplicationScoped
public class HospitalAccess {
    private final Caller caller;
    private final Capacity capacity;

    HospitalAccess(Caller caller, Capacity capacity) {
        this.caller = caller;
        this.capacity = capacity;
    }

    /**
     * The one hospital a coordinator, a planner or a department is bound to; empty for those who reach all. A municipality is
     * bound to its area, not to a hospital.
     *
     * @throws ForbiddenException when the caller is a department and nothing else, of no hospital
     */
    public Optional<HospitalId> only() {
        boolean ofAny = caller.isIn(Roles.COORDINATOR) || caller.isIn(Roles.PLANNER);
        if (ofAny) {
            return caller.hospital();
        }
        if (caller.isIn(Roles.ADMIN) || !caller.isIn(Roles.DEPARTMENT)) {
            return Optional.empty();
        }
        return Optional.of(
                caller.hospital().orElseThrow(() -> new ForbiddenException("No hospital is bound to the user")));
    }

    public boolean reaches(HospitalId hospital) {
        return only().map(hospital::equals).orElse(true);
    }

    // RefusalCodes name what was asked for by its id alone: its name would tell that there is one.

    /** The hospital, whether there is one or not; refused (NOT_FOUND), as if there were none, when it is beyond the caller's reach. */
    public Result<HospitalId> hospital(HospitalId id) {
        return reaches(id)
                ? Result.done(id)
                : Result.notFound(Finding.of("hospital", id.value(), "capacity.hospital-unknown", id.value()));
    }

    /** As {@link #hospital}, and refused alike when there is none. */
    public Result<HospitalId> known(HospitalId id) {
        return hospital(id).then(reached -> capacity.read(reached).map(found -> reached));
    }

    /** The hospitals the caller reaches. */
    public List<Hospital> hospitals() {
        return capacity.hospitals().stream()
                .filter(hospital -> reaches(hospital.id()))
                .toList();
    }
}
