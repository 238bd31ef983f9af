package no.alisplass.round;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/**
 * Which hospitals the caller reaches, and with them which rounds, positions, lists and runs: the one answer for every door.
 * A municipality is not bound to a hospital but to its area.
 */
@ApplicationScoped
public class Reach {
    private final Caller caller;
    private final Capacity capacity;
    private final Rounds rounds;

    @Inject
    Reach(Caller caller, Capacity capacity, Rounds rounds) {
        this.caller = caller;
        this.capacity = capacity;
        this.rounds = rounds;
    }

    /**
     * The one hospital a coordinator, a planner or a department is bound to; empty for those who reach all.
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

    // Refusals name what was asked for by its id alone: its name would tell that there is one.

    /** The hospital, whether there is one or not; refused (NOT_FOUND), as if there were none, when it is beyond the caller's reach. */
    public Result<HospitalId> hospital(HospitalId id) {
        return reaches(id)
                ? Result.done(id)
                : Result.notFound(Finding.of("hospital", id.value(), "capacity.hospital-unknown", id.value()));
    }

    /**
     * The round, whether there is one or not, to those who reach all; to others only one of their hospital. Everything else
     * is refused (NOT_FOUND) with the same words.
     *
     * @param field what the caller calls the round's id
     */
    public Result<RoundId> round(String field, RoundId id) {
        Optional<HospitalId> only = only();
        boolean beyond = only.isPresent()
                && rounds.round(id)
                        .filter(round -> round.hospital().equals(only.get()))
                        .isEmpty();
        return beyond ? Result.notFound(Finding.of(field, id.value(), "round.round-unknown")) : Result.done(id);
    }

    /** The hospitals the caller reaches. */
    public List<Hospital> hospitals() {
        return capacity.hospitals().stream()
                .filter(hospital -> reaches(hospital.id()))
                .toList();
    }
}
