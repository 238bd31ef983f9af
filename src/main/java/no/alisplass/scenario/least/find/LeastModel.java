package no.alisplass.scenario.least.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.scenario.least.LeastQuestion;

/**
 * A question as flat arrays: for each doctor the options that will do, as the resources they use, and of each resource how many there are and how many there could be.
 */
final class LeastModel {
    static final int NONE = -1;

    final AllocationProblem problem;
    final DoctorId[] doctors;
    /** Of each doctor's options that will do, their places in the problem. */
    final int[][] optionOf;

    final int[][][] uses;
    final int[] capacity;
    final int[] most;
    /** Every option of every doctor. */
    final int[][] all;

    LeastModel(AllocationProblem problem, LeastQuestion question) {
        this.problem = problem;
        Map<ResourceId, Integer> numbers = new HashMap<>();
        int resources = problem.resources().size();
        capacity = new int[resources];
        for (int r = 0; r < resources; r++) {
            Resource resource = problem.resources().get(r);
            numbers.put(resource.id(), r);
            capacity[r] = resource.capacity();
        }
        most = capacity.clone();
        question.most().forEach(resource -> most[numbers.get(resource.id())] = resource.capacity());
        Set<DoctorId> asked = new HashSet<>(question.doctors());
        List<Doctor> served = problem.doctors().stream()
                .filter(doctor -> asked.contains(doctor.id()))
                .toList();
        doctors = served.stream().map(Doctor::id).toArray(DoctorId[]::new);
        optionOf = new int[doctors.length][];
        uses = new int[doctors.length][][];
        for (int d = 0; d < doctors.length; d++) {
            Doctor doctor = served.get(d);
            List<Integer> will = new ArrayList<>();
            for (int o = 0; o < doctor.options().size(); o++) {
                if (doctor.pinned()
                        || !question.bestTier()
                        || doctor.options().get(o).tier()
                                == doctor.options().get(0).tier()) {
                    will.add(o);
                }
            }
            optionOf[d] = will.stream().mapToInt(Integer::intValue).toArray();
            uses[d] = will.stream()
                    .map(option -> uses(doctor.options().get(option), numbers))
                    .toArray(int[][]::new);
        }
        all = new int[doctors.length][];
        for (int d = 0; d < all.length; d++) {
            all[d] = IntStream.range(0, uses[d].length).toArray();
        }
    }

    private static int[] uses(Option option, Map<ResourceId, Integer> numbers) {
        return option.uses().stream().mapToInt(numbers::get).toArray();
    }

    int size() {
        int size = 0;
        for (int[] options : optionOf) {
            size += options.length;
        }
        return size;
    }

    /** How many seats could be added in all. */
    static int addable(int[] capacity, int[] most) {
        return IntStream.range(0, most.length).map(r -> most[r] - capacity[r]).sum();
    }

    int[] used(int[] held) {
        int[] used = new int[capacity.length];
        for (int d = 0; d < held.length; d++) {
            if (held[d] != NONE) {
                for (int r : uses[d][held[d]]) {
                    used[r]++;
                }
            }
        }
        return used;
    }

    /** How many seats this takes beyond those there are. */
    static int added(int[] used, int[] capacity) {
        return IntStream.range(0, used.length)
                .map(r -> Math.max(0, used[r] - capacity[r]))
                .sum();
    }

    static long cost(long[] prices, int[] uses) {
        long cost = 0;
        for (int r : uses) {
            cost = Math.addExact(cost, prices[r]);
        }
        return cost;
    }

    /**
     * How many seats must be added, by these prices, with the options that are allowed.
     *
     * @throws ArithmeticException where the numbers are too large
     */
    int bound(long[] prices, long unit, int[][] allowed, int[] capacity, int[] most) {
        long sum = worth(prices, allowed, capacity);
        for (int r = 0; r < prices.length; r++) {
            long above = Math.max(0, prices[r] - unit);
            sum = Math.subtractExact(sum, Math.multiplyExact(above, (long) (most[r] - capacity[r])));
        }
        // Whatever is more than an int says, is far more than there could be.
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, -Math.floorDiv(-sum, unit)));
    }

    /** What the doctors pay at least, less what there is takes of it. */
    long worth(long[] prices, int[][] allowed, int[] capacity) {
        long sum = 0;
        for (int d = 0; d < doctors.length; d++) {
            long least = Long.MAX_VALUE;
            for (int o : allowed[d]) {
                least = Math.min(least, cost(prices, uses[d][o]));
            }
            sum = Math.addExact(sum, least);
        }
        for (int r = 0; r < prices.length; r++) {
            sum = Math.subtractExact(sum, Math.multiplyExact(prices[r], (long) capacity[r]));
        }
        return sum;
    }
}
