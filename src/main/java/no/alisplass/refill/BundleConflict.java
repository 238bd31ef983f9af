package no.alisplass.refill;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.ResourceId;

/**
 * A doctor who would rather have had a whole of several stays, of which something went, in this refill, to doctors who stand behind, or which is free
 * while the doctor has something that is no part of it: wholes are given after single stays and nobody lets go of anything for one, so this may be. A
 * human looks at it.
 *
 * @param option the doctor's option that is the whole
 * @param taken what went to doctors behind; none where all of the whole is free
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
