package no.alisplass.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HospitalId;
import no.alisplass.round.Reach;

/** What {@link Reach} says of hospitals, as the API answers it. */
@ApplicationScoped
public class HospitalReach {
    private final Reach reach;

    @Inject
    HospitalReach(Reach reach) {
        this.reach = reach;
    }

    /** The hospital, or 404 as if it did not exist when it is beyond the caller's reach. */
    public HospitalId of(String id) {
        return Answers.of(reach.hospital(new HospitalId(id)));
    }

    /** The one hospital the caller is bound to; empty for those who reach all. */
    public Optional<HospitalId> only() {
        return reach.only();
    }

    public List<Hospital> hospitals() {
        return reach.hospitals();
    }
}
