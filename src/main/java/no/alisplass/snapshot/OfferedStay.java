package no.alisplass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
 * @param seatsInAll how many it has together with those that are taken; null in rounds frozen before this was kept
 * @param taken the seats that earlier approved rounds took
 */
public record OfferedStay(
        Stay stay,
        Set<Service> services,
        int seats,
        Integer seatsInAll,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TakenEarlier> taken) {
    public OfferedStay {
        services = Sorted.copy(services);
        taken = taken == null ? List.of() : List.copyOf(taken);
    }

    /** What is left of the seats there are. */
    static OfferedStay of(Stay stay, Set<Service> services, int seatsInAll, List<TakenEarlier> taken) {
        int left = Math.max(0, seatsInAll - Earlier.count(taken));
        return new OfferedStay(stay, services, left, seatsInAll, taken);
    }

    /** Whether there are seats, be they taken: a position without any is no part of the round. */
    public boolean exists() {
        return seatsInAll == null || seatsInAll > 0;
    }

    public ResourceId seat() {
        return ResourceId.seat(stay.position(), stay.halfYear());
    }
}
