package no.alisplass.refill;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.ResourceId;

/**
 * A doctor who would rather have had a whole of several stays, of which something went, in this refill, to doctors who stand behind: wholes
 * are given after single stays, so this may be. A human looks at it.
 *
 * @param option the doctor's option that is the whole
 */
public record BundleConflict(DoctorId doctor, int option, List<Taken> taken) {
    public BundleConflict {
        taken = List.copyOf(taken);
    }

    /** @param by who got some of it in this refill and stands behind, by rank */
    public record Taken(ResourceId resource, List<DoctorId> by) {
        public Taken {
            by = List.copyOf(by);
        }
    }
}
