package no.alisplass.snapshot;

import java.util.Set;
import no.alisplass.domain.Service;
import no.alisplass.domain.Sorted;
import no.alisplass.problem.ResourceId;
import no.alisplass.problem.Stay;

/**
 * A stay the hospital offers in the round's horizon.
 *
 * @param services the services of the departments it touches
 * @param seats how many doctors it has room for; none is kept, so that a what-if can add some
 */
public record OfferedStay(Stay stay, Set<Service> services, int seats) {
    public OfferedStay {
        services = Sorted.copy(services);
    }

    public ResourceId seat() {
        return ResourceId.seat(stay.position(), stay.halfYear());
    }
}
