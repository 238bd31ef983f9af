package no.alisplass.refill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.alisplass.problem.Option;
import no.alisplass.problem.ResourceId;

/**
 * The best stable outcome by trying every outcome: of all in which nobody has less than is held and no doctor and seat would both rather have each other, a seat
 * its holder first and then by rank, the one that everyone likes best. For single stays without limits.
 */
final class StableReference {
    private final int doctors;
    private final int seats;
    private final int[] capacity;
    private final int[] held;
    /** By doctor and seat, how good it is: 0 the best; -1 for not to be had. What was held comes last. */
    private final int[][] liking;

    private final int[] chosen;
    private final List<int[]> stable = new ArrayList<>();

    StableReference(RefillProblem problem) {
        doctors = problem.doctors().size();
        seats = problem.resources().size();
        capacity = problem.resources().stream()
                .mapToInt(resource -> resource.capacity())
                .toArray();
        held = new int[doctors];
        liking = new int[doctors][seats];
        chosen = new int[doctors];
        List<ResourceId> ids =
                problem.resources().stream().map(resource -> resource.id()).toList();
        for (int d = 0; d < doctors; d++) {
            RefillDoctor doctor = problem.doctors().get(d);
            Arrays.fill(liking[d], -1);
            held[d] = doctor.held() == null
                    ? -1
                    : ids.indexOf(doctor.heldOption().uses().get(0));
            boolean asks = doctor.part() == RefillPart.WAITS
                    || doctor.part() == RefillPart.UPGRADABLE && problem.mode() == RefillMode.UPGRADES;
            int liked = 0;
            for (Option option : asks ? doctor.options() : List.<Option>of()) {
                if (doctor.held() == null || option.tier() < doctor.heldOption().tier()) {
                    liking[d][ids.indexOf(option.uses().get(0))] = liked++;
                }
            }
            if (held[d] >= 0) {
                liking[d][held[d]] = liked;
            }
        }
    }

    /** By doctor the seat; -1 for none. */
    int[] best() {
        tryAll(0);
        for (int[] one : stable) {
            if (stable.stream().allMatch(other -> likedByAll(one, other))) {
                return one;
            }
        }
        throw new AssertionError("No stable outcome is the best for everyone.");
    }

    private boolean likedByAll(int[] one, int[] other) {
        for (int d = 0; d < doctors; d++) {
            if (rather(d, other[d], one[d])) {
                return false;
            }
        }
        return true;
    }

    private boolean rather(int doctor, int seat, int than) {
        return seat >= 0 && (than < 0 || liking[doctor][seat] < liking[doctor][than]);
    }

    private void tryAll(int doctor) {
        if (doctor == doctors) {
            if (isStable()) {
                stable.add(chosen.clone());
            }
            return;
        }
        for (int s = held[doctor] >= 0 ? 0 : -1; s < seats; s++) {
            if (s < 0 || liking[doctor][s] >= 0 && taken(s, doctor) < capacity[s]) {
                chosen[doctor] = s;
                tryAll(doctor + 1);
            }
        }
    }

    private int taken(int seat, int until) {
        int taken = 0;
        for (int d = 0; d < until; d++) {
            taken += chosen[d] == seat ? 1 : 0;
        }
        return taken;
    }

    private boolean isStable() {
        for (int d = 0; d < doctors; d++) {
            for (int s = 0; s < seats; s++) {
                if (liking[d][s] >= 0 && rather(d, s, chosen[d]) && wouldTake(s, d)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean wouldTake(int seat, int doctor) {
        if (taken(seat, doctors) < capacity[seat]) {
            return true;
        }
        for (int other = 0; other < doctors; other++) {
            if (chosen[other] == seat) {
                boolean first = held[doctor] == seat && held[other] != seat;
                boolean sameKind = (held[doctor] == seat) == (held[other] == seat);
                if (first || sameKind && doctor < other) {
                    return true;
                }
            }
        }
        return false;
    }
}
