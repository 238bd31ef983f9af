package no.alisplass.problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;

/**
 * All that the outcome of a round follows from: doctors in priority order, highest first, what each could be offered,
 * and how much there is of what they compete for. Immutable, without names; the same problem always has the same
 * canonical bytes ({@code json.CanonicalJson}).
 *
 * <p>Under {@link Objective#WISHES_FIRST} an outcome is better when the first doctor whose tier differs has a better
 * tier. Under {@link Objective#PLACEMENTS_FIRST} it is better when the first doctor who is placed in one and not in the
 * other is placed, and, with the same doctors placed, by the first differing tier. No placement is the tier after all
 * others.
 */
public record AllocationProblem(Objective objective, List<Doctor> doctors, List<Resource> resources) {
    public AllocationProblem {
        doctors = List.copyOf(doctors);
        resources = List.copyOf(resources);
        Set<ResourceId> known = new HashSet<>();
        for (Resource resource : resources) {
            if (!known.add(resource.id())) {
                throw new IllegalArgumentException("The resource " + resource.id() + " is listed twice.");
            }
        }
        Set<DoctorId> ids = new HashSet<>();
        for (Doctor doctor : doctors) {
            if (!ids.add(doctor.id())) {
                throw new IllegalArgumentException("The doctor " + doctor.id() + " is listed twice.");
            }
            for (Option option : doctor.options()) {
                for (ResourceId use : option.uses()) {
                    if (!known.contains(use)) {
                        throw new IllegalArgumentException(
                                "An option of doctor " + doctor.id() + " uses the unknown resource " + use + ".");
                    }
                }
            }
        }
    }
}
