package no.alisplass.certificate.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.ResourceId;

/** Who stands where in the problem, what each holds, and which options count as no worse for whom in a claim. */
final class HeldOutcome {
    static final int NONE = -1;

    final AllocationProblem problem;
    final List<Doctor> doctors;
    final int[] held;
    private final Map<ResourceId, Integer> resourceNumber = new HashMap<>();
    private final Map<DoctorId, Integer> doctorNumber = new HashMap<>();
    private final int[][][] uses;
    private final int[] asGood;
    private final int[][] holders;

    HeldOutcome(AllocationProblem problem, int[] held) {
        this.problem = problem;
        this.held = held;
        doctors = problem.doctors();
        for (int r = 0; r < problem.resources().size(); r++) {
            resourceNumber.put(problem.resources().get(r).id(), r);
        }
        uses = new int[doctors.size()][][];
        asGood = new int[doctors.size()];
        for (int d = 0; d < doctors.size(); d++) {
            doctorNumber.put(doctors.get(d).id(), d);
            uses[d] = uses(doctors.get(d).options());
            asGood[d] = optionsBelow(d, heldTier(d) + 1);
        }
        holders = holders();
    }

    private int[][] uses(List<Option> options) {
        int[][] all = new int[options.size()][];
        for (int o = 0; o < all.length; o++) {
            List<ResourceId> ids = options.get(o).uses();
            all[o] = new int[ids.size()];
            for (int u = 0; u < ids.size(); u++) {
                all[o][u] = resourceNumber.get(ids.get(u));
            }
        }
        return all;
    }

    private int[][] holders() {
        List<List<Integer>> all = new ArrayList<>();
        problem.resources().forEach(resource -> all.add(new ArrayList<>()));
        for (int d = 0; d < held.length; d++) {
            if (placed(d)) {
                for (int r : uses[d][held[d]]) {
                    all.get(r).add(d);
                }
            }
        }
        return all.stream()
                .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /**
     * What each doctor holds, NONE for nothing.
     *
     * @return null, with the faults added, when the placements are no outcome of the problem
     */
    static int[] read(
            AllocationProblem problem, List<Placement> placements, Failure.Kind kind, List<Failure> failures) {
        int before = failures.size();
        int count = problem.doctors().size();
        if (placements.size() != count) {
            failures.add(new Failure(
                    kind, "placements", "There are " + placements.size() + " placements for " + count + " doctors."));
            return null;
        }
        int[] held = new int[count];
        Map<ResourceId, Integer> used = new HashMap<>();
        for (int d = 0; d < count; d++) {
            Doctor doctor = problem.doctors().get(d);
            Placement placement = placements.get(d);
            if (!doctor.id().equals(placement.doctor())) {
                failures.add(new Failure(
                        kind,
                        doctor.id().toString(),
                        "Place " + (d + 1) + " in the order is for " + placement.doctor() + "."));
                return null;
            }
            held[d] = placement.option() == null ? NONE : placement.option();
            if (held[d] < NONE
                    || placement.option() != null && held[d] < 0
                    || held[d] >= doctor.options().size()) {
                failures.add(
                        new Failure(kind, doctor.id().toString(), "There is no option " + placement.option() + "."));
                held[d] = NONE;
            } else if (doctor.pinned() && held[d] == NONE && !doctor.options().isEmpty()) {
                failures.add(new Failure(kind, doctor.id().toString(), "The pinned option is not held."));
            } else if (held[d] != NONE) {
                doctor.options().get(held[d]).uses().forEach(id -> used.merge(id, 1, Integer::sum));
            }
        }
        problem.resources().forEach(resource -> {
            int units = used.getOrDefault(resource.id(), 0);
            if (units > resource.capacity()) {
                failures.add(new Failure(
                        kind,
                        resource.id().toString(),
                        units + " units are held and there are " + resource.capacity() + "."));
            }
        });
        return failures.size() == before ? held : null;
    }

    /** Where a doctor stands in the order, from 0; NONE when there is no such doctor. */
    int number(DoctorId id) {
        return doctorNumber.getOrDefault(id, NONE);
    }

    Integer resource(ResourceId id) {
        return resourceNumber.get(id);
    }

    int[][] uses(int doctor) {
        return uses[doctor];
    }

    /** Who holds some of a resource, in the problem's order. */
    int[] holders(int resource) {
        return holders[resource];
    }

    boolean placed(int doctor) {
        return held[doctor] != NONE;
    }

    int heldTier(int doctor) {
        return tier(doctor, held[doctor]);
    }

    int tier(int doctor, int option) {
        return option == NONE
                ? doctors.get(doctor).tiers()
                : doctors.get(doctor).options().get(option).tier();
    }

    /** How many of a doctor's options, from the best, have a tier below the bound. */
    int optionsBelow(int doctor, int tier) {
        List<Option> options = doctors.get(doctor).options();
        int count = 0;
        while (count < options.size() && options.get(count).tier() < tier) {
            count++;
        }
        return count;
    }

    /** How many of a placed doctor's options, from the best, are no worse than what is held. */
    int asGood(int doctor) {
        return asGood[doctor];
    }

    /**
     * In the claim about one doctor, how many of another placed doctor's options count, from the best; 0 when the claim does not protect the
     * other.
     */
    int counting(int claimant, int other) {
        if (!placed(other) || other == claimant) {
            return 0;
        }
        int all = doctors.get(other).options().size();
        if (doctors.get(other).pinned()) {
            return all;
        }
        boolean ahead = other < claimant;
        if (problem.objective() == Objective.WISHES_FIRST) {
            return ahead ? asGood[other] : 0;
        }
        if (placed(claimant)) {
            return ahead ? asGood[other] : all;
        }
        return ahead ? all : 0;
    }
}
