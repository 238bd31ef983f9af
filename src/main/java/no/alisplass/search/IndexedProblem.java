package no.alisplass.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Objective;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;

/**
 * A problem as flat arrays. Doctors, resources and options are numbered as they stand in the problem; the options of
 * doctor {@code d} are {@code firstOption[d] .. firstOption[d + 1] - 1}, and option {@code o} uses the resources
 * {@code resource[firstUse[o]] .. resource[firstUse[o + 1] - 1]}; an index into {@code resource} is called a use.
 */
public final class IndexedProblem {
    public final Objective objective;
    public final int doctors;
    public final int resources;
    public final boolean[] pinned;
    public final int[] noTier;
    public final int[] firstOption;
    public final int[] tier;
    final int[] doctorOf;
    public final int[] firstUse;
    public final int[] resource;
    final int[] optionOfUse;
    public final int[] capacity;
    final int[][] usesOfResource;

    public IndexedProblem(AllocationProblem problem) {
        objective = problem.objective();
        doctors = problem.doctors().size();
        resources = problem.resources().size();
        Map<ResourceId, Integer> numbers = new HashMap<>();
        capacity = new int[resources];
        for (int r = 0; r < resources; r++) {
            Resource each = problem.resources().get(r);
            numbers.put(each.id(), r);
            capacity[r] = each.capacity();
        }
        int options = 0;
        int uses = 0;
        for (Doctor doctor : problem.doctors()) {
            options += doctor.options().size();
            uses += doctor.options().stream().mapToInt(o -> o.uses().size()).sum();
        }
        pinned = new boolean[doctors];
        noTier = new int[doctors];
        firstOption = new int[doctors + 1];
        tier = new int[options];
        doctorOf = new int[options];
        firstUse = new int[options + 1];
        resource = new int[uses];
        optionOfUse = new int[uses];
        fill(problem.doctors(), numbers);
        usesOfResource = usesByResource();
    }

    /**
     * A problem that was never written down, in which nobody is pinned. What is given must be as an {@link AllocationProblem} has it; it is not
     * looked through.
     *
     * @param capacity of each resource
     * @param tiers by doctor, of each option, best first
     * @param uses by doctor, of each option, the numbers of the resources it takes one unit each of
     */
    public IndexedProblem(Objective objective, int[] capacity, int[][] tiers, int[][][] uses) {
        this.objective = objective;
        this.capacity = capacity.clone();
        doctors = tiers.length;
        resources = capacity.length;
        pinned = new boolean[doctors];
        noTier = new int[doctors];
        firstOption = new int[doctors + 1];
        for (int d = 0; d < doctors; d++) {
            int options = tiers[d].length;
            noTier[d] = options == 0 ? 0 : tiers[d][options - 1] + 1;
            firstOption[d + 1] = firstOption[d] + options;
        }
        tier = new int[firstOption[doctors]];
        doctorOf = new int[tier.length];
        firstUse = new int[tier.length + 1];
        for (int d = 0; d < doctors; d++) {
            for (int k = 0; k < tiers[d].length; k++) {
                int option = firstOption[d] + k;
                tier[option] = tiers[d][k];
                doctorOf[option] = d;
                firstUse[option + 1] = firstUse[option] + uses[d][k].length;
            }
        }
        resource = new int[firstUse[tier.length]];
        optionOfUse = new int[resource.length];
        for (int option = 0; option < tier.length; option++) {
            int[] own = uses[doctorOf[option]][option - firstOption[doctorOf[option]]];
            System.arraycopy(own, 0, resource, firstUse[option], own.length);
            Arrays.fill(optionOfUse, firstUse[option], firstUse[option + 1], option);
        }
        usesOfResource = usesByResource();
    }

    private IndexedProblem(IndexedProblem same, int[] capacity) {
        objective = same.objective;
        doctors = same.doctors;
        resources = same.resources;
        pinned = same.pinned;
        noTier = same.noTier;
        firstOption = same.firstOption;
        tier = same.tier;
        doctorOf = same.doctorOf;
        firstUse = same.firstUse;
        resource = same.resource;
        optionOfUse = same.optionOfUse;
        usesOfResource = same.usesOfResource;
        this.capacity = capacity;
    }

    /** The same doctors and options with other numbers of what there is, in the order of the resources. */
    IndexedProblem with(int[] other) {
        return new IndexedProblem(this, other.clone());
    }

    private IndexedProblem(int[] order, IndexedProblem same) {
        objective = same.objective;
        doctors = same.doctors;
        resources = same.resources;
        capacity = same.capacity;
        pinned = new boolean[doctors];
        noTier = new int[doctors];
        firstOption = new int[doctors + 1];
        tier = new int[same.tier.length];
        doctorOf = new int[tier.length];
        firstUse = new int[tier.length + 1];
        resource = new int[same.resource.length];
        optionOfUse = new int[resource.length];
        int option = 0;
        int use = 0;
        for (int d = 0; d < doctors; d++) {
            int from = order[d];
            pinned[d] = same.pinned[from];
            noTier[d] = same.noTier[from];
            firstOption[d] = option;
            for (int o = same.firstOption[from]; o < same.firstOption[from + 1]; o++) {
                tier[option] = same.tier[o];
                doctorOf[option] = d;
                firstUse[option] = use;
                for (int u = same.firstUse[o]; u < same.firstUse[o + 1]; u++) {
                    optionOfUse[use] = option;
                    resource[use++] = same.resource[u];
                }
                option++;
            }
        }
        firstOption[doctors] = option;
        firstUse[option] = use;
        usesOfResource = usesByResource();
    }

    /** The same with its doctors in another order. @param order for each place the doctor's place here */
    IndexedProblem inOrder(int[] order) {
        return new IndexedProblem(order, this);
    }

    private void fill(List<Doctor> all, Map<ResourceId, Integer> numbers) {
        int option = 0;
        int use = 0;
        for (int d = 0; d < doctors; d++) {
            Doctor doctor = all.get(d);
            pinned[d] = doctor.pinned();
            noTier[d] = doctor.tiers();
            firstOption[d] = option;
            for (Option each : doctor.options()) {
                tier[option] = each.tier();
                doctorOf[option] = d;
                firstUse[option] = use;
                for (ResourceId id : each.uses()) {
                    optionOfUse[use] = option;
                    resource[use++] = numbers.get(id);
                }
                option++;
            }
        }
        firstOption[doctors] = option;
        firstUse[option] = use;
    }

    private int[][] usesByResource() {
        int[] count = new int[resources];
        for (int r : resource) {
            count[r]++;
        }
        int[][] uses = new int[resources][];
        for (int r = 0; r < resources; r++) {
            uses[r] = new int[count[r]];
        }
        int[] next = new int[resources];
        for (int use = 0; use < resource.length; use++) {
            uses[resource[use]][next[resource[use]]++] = use;
        }
        return uses;
    }

    public int options() {
        return tier.length;
    }

    boolean uses(int option, int wanted) {
        for (int use = firstUse[option]; use < firstUse[option + 1]; use++) {
            if (resource[use] == wanted) {
                return true;
            }
        }
        return false;
    }
}
