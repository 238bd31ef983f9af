package no.alisplass.refill;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.alisplass.domain.DoctorId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/**
 * All that a refill follows from: what there is, who holds what of it, and what each would take, in the order the round froze.
 * Immutable, without names, and with one hash of its canonical JSON. The rules are those of {@code docs/refilling.md}.
 *
 * <p>How to make one: the doctors of the round's frozen {@code AllocationProblem}, all of them and in its order (a doctor's place here is the
 * rank), with the ids they have there; of each the options frozen then, in that order, less the wishes taken back since, and the tiers as they were
 * (or new ones, where a holder has put in another order what stands above the held seat). Of a doctor settled by hand only the option held. The resources are those of
 * the frozen problem with the number there is now: a seat taken out by the hospital is gone, one more of a position is there; what the doctors here hold is
 * counted, what went to others by other rounds is not, nor do those count who are away by other rounds. A new position, or a corrected fact, is a new frozen
 * problem with a hash of its own.
 *
 * @param roundProblem hash of the frozen problem the order is from, 64 hexadecimal digits
 * @param doctors in the round's order, the highest rank first
 */
public record RefillProblem(
        String roundProblem, RefillMode mode, List<RefillDoctor> doctors, List<Resource> resources) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when no hospital could be in that state, naming the first thing that contradicts itself */
    public RefillProblem {
        if (roundProblem == null || !HASH.matcher(roundProblem).matches()) {
            throw new IllegalArgumentException("roundProblem must be the hash of a problem, 64 hexadecimal digits.");
        }
        if (mode == null) {
            throw new IllegalArgumentException("A refill has a mode.");
        }
        doctors = List.copyOf(doctors);
        resources = List.copyOf(resources);
        Map<ResourceId, Integer> capacity = new HashMap<>();
        for (Resource resource : resources) {
            if (resource.id().seat().isEmpty() && resource.id().away().isEmpty()) {
                throw new IllegalArgumentException("The resource " + resource.id() + " is no seat and no limit.");
            }
            if (capacity.put(resource.id(), resource.capacity()) != null) {
                throw new IllegalArgumentException("The resource " + resource.id() + " is listed twice.");
            }
        }
        Set<DoctorId> ids = new HashSet<>();
        Map<ResourceId, Integer> held = new HashMap<>();
        for (RefillDoctor doctor : doctors) {
            if (!ids.add(doctor.id())) {
                throw new IllegalArgumentException("The doctor " + doctor.id() + " is listed twice.");
            }
            doctor.options().forEach(option -> check(doctor, option, capacity));
            if (doctor.held() != null) {
                doctor.heldOption().uses().forEach(use -> held.merge(use, 1, Integer::sum));
            }
        }
        // An area may have lowered its limit since its doctors said yes; a seat nobody can take back.
        held.forEach((use, holders) -> {
            if (use.seat().isPresent() && holders > capacity.get(use)) {
                throw new IllegalArgumentException("The seat " + use + " is held by " + holders
                        + ", and there is room for " + capacity.get(use) + ".");
            }
        });
    }

    private static void check(RefillDoctor doctor, Option option, Map<ResourceId, Integer> capacity) {
        int seats = 0;
        for (ResourceId use : option.uses()) {
            if (!capacity.containsKey(use)) {
                throw new IllegalArgumentException(
                        "An option of doctor " + doctor.id() + " uses the unknown resource " + use + ".");
            }
            seats += use.seat().isPresent() ? 1 : 0;
        }
        if (seats == 0 || seats != option.stays().size()) {
            throw new IllegalArgumentException("An option of doctor " + doctor.id() + " has "
                    + option.stays().size() + " stays and takes " + seats + " seats.");
        }
    }

    /** SHA-256 of the canonical bytes, in hexadecimal. */
    public String hash() {
        return CanonicalJson.hash(this);
    }
}
