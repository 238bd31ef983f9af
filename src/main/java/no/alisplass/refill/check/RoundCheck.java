package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.HashMap;
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

/** Whether a refill is of the round it says: the same order of the same doctors, no option that the round did not have, and the wishes in its order. */
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
        for (int d = 0; d < order.size(); d++) {
            RefillDoctor doctor = refill.doctors().get(d);
            // What is settled by hand may be what no wish asked for.
            String fault = doctor.part() == RefillPart.BY_HAND
                    ? null
                    : fault(doctor, round.doctors().get(d).options());
            if (fault != null) {
                faults.add(new Failure(Failure.Kind.MISMATCH, doctor.id().value(), fault));
            }
        }
        return faults;
    }

    /** Who waits may take wishes back; a holder also put in another order what stands above the one held. Null where it is no more than that. */
    private static String fault(RefillDoctor doctor, List<Option> had) {
        Map<Set<ResourceId>, Integer> places = new HashMap<>();
        for (int o = 0; o < had.size(); o++) {
            places.put(Set.copyOf(had.get(o).uses()), o);
        }
        List<Integer> now = new ArrayList<>();
        for (Option option : doctor.options()) {
            now.add(places.get(Set.copyOf(option.uses())));
        }
        if (now.contains(null)) {
            return "It has an option that it had not in the round.";
        }
        if (doctor.held() == null) {
            for (int o = 1; o < now.size(); o++) {
                boolean alike = doctor.options().get(o).tier()
                        == doctor.options().get(o - 1).tier();
                boolean wasAlike =
                        had.get(now.get(o)).tier() == had.get(now.get(o - 1)).tier();
                if (now.get(o) < now.get(o - 1) || alike != wasAlike) {
                    return "Its options are in another order than in the round.";
                }
            }
            return null;
        }
        int held = had.get(now.get(doctor.held())).tier();
        for (int o = 0; o < now.size(); o++) {
            boolean above = doctor.options().get(o).tier() < doctor.heldOption().tier();
            if (above && had.get(now.get(o)).tier() >= held) {
                return "It has option " + o + " above the one held, and had not in the round.";
            }
        }
        return null;
    }
}
