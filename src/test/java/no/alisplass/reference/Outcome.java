package no.alisplass.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/** What a proposal means, read from problem and proposal alone. */
public final class Outcome {
    private Outcome() {}

    /** The tier of every doctor; no placement is the tier after all others. */
    public static List<Integer> tiers(AllocationProblem problem, Proposal proposal) {
        List<Integer> tiers = new ArrayList<>();
        for (int i = 0; i < problem.doctors().size(); i++) {
            Doctor doctor = problem.doctors().get(i);
            Integer option = proposal.placements().get(i).option();
            tiers.add(
                    option == null
                            ? doctor.tiers()
                            : doctor.options().get(option).tier());
        }
        return tiers;
    }

    /** All that is wrong with a proposal: other doctors, pins not kept, too little room. */
    public static List<String> faults(AllocationProblem problem, Proposal proposal) {
        List<String> faults = new ArrayList<>();
        List<DoctorId> asked = problem.doctors().stream().map(Doctor::id).toList();
        if (!asked.equals(proposal.placements().stream().map(Placement::doctor).toList())) {
            faults.add("other doctors");
            return faults;
        }
        Map<ResourceId, Integer> used = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            Doctor doctor = problem.doctors().get(i);
            Integer chosen = proposal.placements().get(i).option();
            if (doctor.pinned() && (chosen == null) != doctor.options().isEmpty()) {
                faults.add("pinned " + doctor.id());
            }
            if (chosen != null) {
                Option option = doctor.options().get(chosen);
                option.uses().forEach(use -> used.merge(use, 1, Integer::sum));
            }
        }
        for (Resource resource : problem.resources()) {
            if (used.getOrDefault(resource.id(), 0) > resource.capacity()) {
                faults.add("over " + resource.id());
            }
        }
        return faults;
    }
}
