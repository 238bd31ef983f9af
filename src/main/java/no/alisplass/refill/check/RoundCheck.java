package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.certificate.check.Failure;
import no.alisplass.domain.DoctorId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;

/** Whether a refill is of the round it says: the same order of the same doctors, and no option that the round did not have. */
final class RoundCheck {
    private RoundCheck() {}

    static List<Failure> faults(RefillProblem refill, AllocationProblem round) {
        List<Failure> faults = new ArrayList<>();
        String hash = CanonicalJson.hash(round);
        if (!hash.equals(refill.roundProblem())) {
            faults.add(new Failure(
                    Failure.Kind.MISMATCH,
                    "roundProblem",
                    "It says " + refill.roundProblem() + ", and problem.json has " + hash + "."));
            return faults;
        }
        List<DoctorId> order = round.doctors().stream().map(Doctor::id).toList();
        if (!order.equals(refill.doctors().stream().map(RefillDoctor::id).toList())) {
            faults.add(new Failure(
                    Failure.Kind.MISMATCH, "doctors", "They are not the round's doctors in the round's order."));
            return faults;
        }
        Map<DoctorId, Set<Set<ResourceId>>> had = new HashMap<>();
        round.doctors().forEach(doctor -> had.put(doctor.id(), taken(doctor.options())));
        for (RefillDoctor doctor : refill.doctors()) {
            // What is settled by hand may be what no wish asked for.
            if (doctor.part() != RefillPart.BY_HAND && !had.get(doctor.id()).containsAll(taken(doctor.options()))) {
                faults.add(new Failure(
                        Failure.Kind.MISMATCH, doctor.id().value(), "It has an option that it had not in the round."));
            }
        }
        return faults;
    }

    private static Set<Set<ResourceId>> taken(List<Option> options) {
        Set<Set<ResourceId>> taken = new HashSet<>();
        options.forEach(option -> taken.add(Set.copyOf(option.uses())));
        return taken;
    }
}
