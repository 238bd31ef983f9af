package no.alisplass.refill.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;

/** A refill's problem as the checker reads it: who may ask for what, and who holds what before. */
final class Board {
    final RefillProblem problem;
    final List<RefillDoctor> doctors;
    final List<ResourceId> resources = new ArrayList<>();
    private final Map<DoctorId, Integer> rank = new HashMap<>();
    private final Map<ResourceId, Integer> number = new HashMap<>();
    private final int[][][] uses;
    private final boolean[] seat;

    Board(RefillProblem problem) {
        this.problem = problem;
        doctors = problem.doctors();
        problem.resources().forEach(resource -> {
            number.put(resource.id(), resources.size());
            resources.add(resource.id());
        });
        seat = new boolean[resources.size()];
        for (int r = 0; r < seat.length; r++) {
            seat[r] = resources.get(r).value().startsWith("seat:");
        }
        uses = new int[doctors.size()][][];
        for (int d = 0; d < doctors.size(); d++) {
            rank.put(doctors.get(d).id(), d);
            List<Option> options = doctors.get(d).options();
            uses[d] = new int[options.size()][];
            for (int o = 0; o < options.size(); o++) {
                uses[d][o] = options.get(o).uses().stream()
                        .mapToInt(number::get)
                        .sorted()
                        .toArray();
            }
        }
    }

    /** The doctor's place from 0; null where there is no such doctor. */
    Integer rank(DoctorId id) {
        return rank.get(id);
    }

    DoctorId id(int doctor) {
        return doctors.get(doctor).id();
    }

    /** Null where there is no such resource. */
    Integer number(ResourceId id) {
        return number.get(id);
    }

    boolean isSeat(int resource) {
        return seat[resource];
    }

    int capacity(int resource) {
        return problem.resources().get(resource).capacity();
    }

    int[] uses(int doctor, int option) {
        return uses[doctor][option];
    }

    /** @param option null for none */
    boolean uses(int doctor, Integer option, int resource) {
        if (option != null) {
            for (int use : uses[doctor][option]) {
                if (use == resource) {
                    return true;
                }
            }
        }
        return false;
    }

    Integer held(int doctor) {
        return doctors.get(doctor).held();
    }

    boolean heldBefore(int doctor, int resource) {
        return uses(doctor, held(doctor), resource);
    }

    boolean isWhole(int doctor, int option) {
        return doctors.get(doctor).options().get(option).stays().size() > 1;
    }

    /** The seat of a single stay. */
    int seatOf(int doctor, int option) {
        for (int use : uses[doctor][option]) {
            if (seat[use]) {
                return use;
            }
        }
        throw new IllegalStateException("No option is without a seat.");
    }

    /** Whether the doctor may come to have something else. */
    boolean takesPart(int doctor) {
        RefillDoctor one = doctors.get(doctor);
        return one.part() == RefillPart.WAITS
                || one.part() == RefillPart.UPGRADABLE
                        && problem.mode() == RefillMode.UPGRADES
                        && !isWhole(doctor, one.held());
    }

    /** Whether the option is of a better tier than the other, null for none. */
    boolean better(int doctor, int option, Integer than) {
        List<Option> options = doctors.get(doctor).options();
        return than == null || options.get(option).tier() < options.get(than).tier();
    }

    int options(int doctor) {
        return uses[doctor].length;
    }

    /** How many have each resource, with these options, null for none. */
    int[] count(List<Integer> options) {
        int[] count = new int[resources.size()];
        for (int d = 0; d < options.size(); d++) {
            if (options.get(d) != null) {
                for (int use : uses[d][options.get(d)]) {
                    count[use]++;
                }
            }
        }
        return count;
    }

    List<Integer> before() {
        List<Integer> before = new ArrayList<>();
        doctors.forEach(doctor -> before.add(doctor.held()));
        return before;
    }
}
