package no.alisplass.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.ResourceId;

/**
 * A problem in which all that is settled by hand has room.
 *
 * @param setAside doctors for whom what was settled had none, the first in the order having kept theirs
 */
public record RoomForPins(AllocationProblem problem, List<DoctorId> setAside) {
    public RoomForPins {
        setAside = List.copyOf(setAside);
    }

    /** @param free what such a doctor can be offered otherwise */
    public static RoomForPins in(AllocationProblem problem, Function<DoctorId, Doctor> free) {
        Map<ResourceId, Integer> room = new HashMap<>();
        problem.resources().forEach(resource -> room.put(resource.id(), resource.capacity()));
        List<Doctor> doctors = new ArrayList<>();
        List<DoctorId> setAside = new ArrayList<>();
        for (Doctor doctor : problem.doctors()) {
            List<ResourceId> uses = !doctor.pinned() || doctor.options().isEmpty()
                    ? List.of()
                    : doctor.options().get(0).uses();
            if (uses.stream().allMatch(use -> room.get(use) > 0)) {
                uses.forEach(use -> room.merge(use, -1, Integer::sum));
                doctors.add(doctor);
            } else {
                setAside.add(doctor.id());
                doctors.add(free.apply(doctor.id()));
            }
        }
        return new RoomForPins(new AllocationProblem(problem.objective(), doctors, problem.resources()), setAside);
    }
}
