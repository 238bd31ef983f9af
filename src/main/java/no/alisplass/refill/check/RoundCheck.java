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

    /** Who waits may take wishes back; a holder also put in another order what stands above the one held, or stood above one held before. Null where it is no more than that. */
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
        int inOrder = inOrder(doctor.options(), had, now);
        if (doctor.hasOwnOrder()) {
            return isCut(doctor.options(), had, now, inOrder)
                    ? null
                    : "It has in its own order what was not above all that comes after it in the round.";
        }
        if (doctor.held() == null) {
            return inOrder == 0 ? null : "Its options are in another order than in the round.";
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

    /** From where on the options are in the round's order, those alike that were. */
    private static int inOrder(List<Option> options, List<Option> had, List<Integer> now) {
        int from = Math.max(0, now.size() - 1);
        while (from > 0) {
            boolean alike = options.get(from).tier() == options.get(from - 1).tier();
            boolean wasAlike =
                    had.get(now.get(from)).tier() == had.get(now.get(from - 1)).tier();
            if (now.get(from) < now.get(from - 1) || alike != wasAlike) {
                return from;
            }
            from--;
        }
        return 0;
    }

    /**
     * Whether the options can be cut in two so that all of the first part stood above all of the second in the round, which is in the
     * round's order. That is what is left of an order of one's own when something of it has been got: what is held may stand in the first
     * part, and above it what in the round stood below it, but nothing that stood below what was held when the order was made. Of the
     * second part nothing may be left; then the round must have had something for it.
     */
    private static boolean isCut(List<Option> options, List<Option> had, List<Integer> now, int inOrder) {
        int lowest = -1;
        for (int cut = 1; cut <= options.size(); cut++) {
            lowest = Math.max(lowest, had.get(now.get(cut - 1)).tier());
            boolean above = cut == options.size()
                    ? lowest < had.get(had.size() - 1).tier()
                    : lowest < had.get(now.get(cut)).tier()
                            && options.get(cut - 1).tier() < options.get(cut).tier();
            // What follows is in the round's order, so that its first was the best of it.
            if (cut >= inOrder && above) {
                return true;
            }
        }
        return false;
    }
}
