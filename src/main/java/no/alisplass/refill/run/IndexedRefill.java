package no.alisplass.refill.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;

/**
 * A refill's problem by numbers: doctors by rank, resources and options as they are listed; the options of all doctors are numbered through.
 */
final class IndexedRefill {
    static final int NONE = -1;

    final RefillProblem problem;
    final int doctors;
    final int resources;
    final int[] capacity;
    final boolean[] seat;
    /** The options of doctor {@code d} are {@code first[d] .. first[d + 1] - 1}. */
    final int[] first;

    final int[] tier;
    final int[][] uses;
    /** Whether the option is a whole of several stays. */
    final boolean[] whole;
    /** The seat of an option that is a single stay. */
    final int[] seatOf;

    final int[] held;
    final boolean[] takesPart;
    /** How many hold each resource before. */
    final int[] before;

    IndexedRefill(RefillProblem problem) {
        this.problem = problem;
        doctors = problem.doctors().size();
        resources = problem.resources().size();
        capacity = new int[resources];
        seat = new boolean[resources];
        Map<ResourceId, Integer> numbers = new HashMap<>();
        for (int r = 0; r < resources; r++) {
            Resource each = problem.resources().get(r);
            numbers.put(each.id(), r);
            capacity[r] = each.capacity();
            seat[r] = each.id().seat().isPresent();
        }
        first = new int[doctors + 1];
        for (int d = 0; d < doctors; d++) {
            first[d + 1] = first[d] + problem.doctors().get(d).options().size();
        }
        tier = new int[first[doctors]];
        uses = new int[first[doctors]][];
        whole = new boolean[first[doctors]];
        seatOf = new int[first[doctors]];
        held = new int[doctors];
        takesPart = new boolean[doctors];
        before = new int[resources];
        for (int d = 0; d < doctors; d++) {
            read(d, numbers);
        }
    }

    private void read(int d, Map<ResourceId, Integer> numbers) {
        RefillDoctor doctor = problem.doctors().get(d);
        List<Option> options = doctor.options();
        for (int o = 0; o < options.size(); o++) {
            Option option = options.get(o);
            tier[first[d] + o] = option.tier();
            uses[first[d] + o] =
                    option.uses().stream().mapToInt(numbers::get).sorted().toArray();
            whole[first[d] + o] = option.stays().size() > 1;
            seatOf[first[d] + o] = whole[first[d] + o] ? NONE : seat(uses[first[d] + o]);
        }
        held[d] = doctor.held() == null ? NONE : first[d] + doctor.held();
        boolean moves =
                doctor.part() == RefillPart.UPGRADABLE && problem.mode() == RefillMode.UPGRADES && !whole[held[d]];
        takesPart[d] = doctor.part() == RefillPart.WAITS || moves;
        if (held[d] != NONE) {
            for (int use : uses[held[d]]) {
                before[use]++;
            }
        }
    }

    DoctorId id(int doctor) {
        return problem.doctors().get(doctor).id();
    }

    ResourceId resource(int number) {
        return problem.resources().get(number).id();
    }

    /** The tier of an option; of none, one worse than all. */
    long tierOf(int option) {
        return option == NONE ? Long.MAX_VALUE : tier[option];
    }

    boolean uses(int option, int resource) {
        if (option != NONE) {
            for (int use : uses[option]) {
                if (use == resource) {
                    return true;
                }
            }
        }
        return false;
    }

    private int seat(int... of) {
        for (int use : of) {
            if (seat[use]) {
                return use;
            }
        }
        throw new IllegalStateException("An option takes no seat.");
    }

    /** How many have each resource when everyone has these options. */
    int[] used(int[] options) {
        int[] used = new int[resources];
        for (int option : options) {
            if (option != NONE) {
                for (int use : uses[option]) {
                    used[use]++;
                }
            }
        }
        return used;
    }
}
