package no.alisplass.certificate.prove;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.ResourceId;

/**
 * A problem and a proposal by number, with the doctors a claim protects: each of them needs one of their first
 * {@code allowed} options and has the one held.
 */
final class ClaimContext {
    static final int NONE = -1;
    static final long TOO_MUCH = -1;

    final AllocationProblem problem;
    final int doctors;
    final int resources;
    final int[][] tier;
    final int[][][] uses;
    /** Whether every option is of one resource. */
    final boolean single;

    final int[] capacity;
    final int[] held;
    final boolean[] pinned;

    /** Of each doctor, how many options count; 0 for a doctor who is not protected. */
    final int[] allowed;
    /** Of each resource, the units no protected doctor holds. */
    final int[] rest;

    private final Map<ResourceId, Integer> number = new HashMap<>();
    private final int[][] holders;
    private final int[] holderCount;
    private int releases;
    /** The prices looked at, by resource; all 0 in between. */
    private final long[] at;

    ClaimContext(AllocationProblem problem, Proposal proposal) {
        this.problem = problem;
        doctors = problem.doctors().size();
        resources = problem.resources().size();
        capacity = new int[resources];
        for (int r = 0; r < resources; r++) {
            number.put(problem.resources().get(r).id(), r);
            capacity[r] = problem.resources().get(r).capacity();
        }
        tier = new int[doctors][];
        uses = new int[doctors][][];
        pinned = new boolean[doctors];
        for (int d = 0; d < doctors; d++) {
            Doctor doctor = problem.doctors().get(d);
            List<Option> options = doctor.options();
            pinned[d] = doctor.pinned();
            tier[d] = new int[options.size()];
            uses[d] = new int[options.size()][];
            for (int o = 0; o < options.size(); o++) {
                tier[d][o] = options.get(o).tier();
                List<ResourceId> ids = options.get(o).uses();
                uses[d][o] = new int[ids.size()];
                for (int u = 0; u < ids.size(); u++) {
                    uses[d][o][u] = number.get(ids.get(u));
                }
            }
        }
        single = Arrays.stream(uses).flatMap(Arrays::stream).allMatch(each -> each.length == 1);
        held = heldBy(problem, proposal);
        allowed = new int[doctors];
        rest = capacity.clone();
        holders = new int[resources][4];
        holderCount = new int[resources];
        at = new long[resources];
    }

    private int[] heldBy(AllocationProblem problem, Proposal proposal) {
        List<Placement> placements = proposal.placements();
        if (placements.size() != doctors) {
            throw new IllegalArgumentException(
                    "The proposal has " + placements.size() + " placements for " + doctors + " doctors.");
        }
        int[] result = new int[doctors];
        int[] left = capacity.clone();
        for (int d = 0; d < doctors; d++) {
            Placement placement = placements.get(d);
            if (!problem.doctors().get(d).id().equals(placement.doctor())) {
                throw new IllegalArgumentException("The proposal's placement " + d + " is for " + placement.doctor()
                        + " and not for " + problem.doctors().get(d).id() + ".");
            }
            int option = placement.option() == null ? NONE : placement.option();
            if (option < NONE || option >= uses[d].length) {
                throw new IllegalArgumentException(
                        "The proposal gives " + placement.doctor() + " the unknown option " + option + ".");
            }
            if (pinned[d] && option == NONE && uses[d].length > 0) {
                throw new IllegalArgumentException(
                        "The proposal leaves the pinned doctor " + placement.doctor() + " without the pinned option.");
            }
            result[d] = option;
            if (option != NONE) {
                for (int r : uses[d][option]) {
                    if (--left[r] < 0) {
                        throw new IllegalArgumentException("The proposal uses more of "
                                + problem.resources().get(r).id() + " than its capacity " + capacity[r] + ".");
                    }
                }
            }
        }
        return result;
    }

    int number(ResourceId resource) {
        return number.get(resource);
    }

    boolean placed(int doctor) {
        return held[doctor] != NONE;
    }

    int heldTier(int doctor) {
        return placed(doctor)
                ? tier[doctor][held[doctor]]
                : problem.doctors().get(doctor).tiers();
    }

    /** How many options are of a tier better than the one held. */
    int better(int doctor) {
        return countBelow(doctor, heldTier(doctor));
    }

    /** How many options are of the tier held or better. */
    int asGood(int doctor) {
        return countBelow(doctor, heldTier(doctor) + 1);
    }

    private int countBelow(int doctor, int bound) {
        int count = 0;
        while (count < tier[doctor].length && tier[doctor][count] < bound) {
            count++;
        }
        return count;
    }

    /** Protects a placed doctor: one of the first {@code options} options, the one held among them. */
    void protect(int doctor, int options) {
        allowed[doctor] = options;
        for (int r : uses[doctor][held[doctor]]) {
            rest[r]--;
            if (holderCount[r] == holders[r].length) {
                holders[r] = Arrays.copyOf(holders[r], holderCount[r] * 2);
            }
            holders[r][holderCount[r]++] = doctor;
        }
    }

    void release(int doctor) {
        releases++;
        allowed[doctor] = 0;
        for (int r : uses[doctor][held[doctor]]) {
            rest[r]++;
            int at = 0;
            while (holders[r][at] != doctor) {
                at++;
            }
            System.arraycopy(holders[r], at + 1, holders[r], at, --holderCount[r] - at);
        }
    }

    /** How often a doctor was released; while it is the same, there is never more room at any prices than there was. */
    int releases() {
        return releases;
    }

    int holders(int resource) {
        return holderCount[resource];
    }

    int holder(int resource, int at) {
        return holders[resource][at];
    }

    boolean fits(int[] need) {
        for (int r : need) {
            if (rest[r] <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the protected doctors can hold these options together with one for the doctor asked about. */
    boolean feasible(Map<Integer, Integer> moved) {
        int[] left = rest.clone();
        moved.forEach((doctor, option) -> {
            if (allowed[doctor] > 0) {
                for (int r : uses[doctor][held[doctor]]) {
                    left[r]++;
                }
            }
        });
        moved.forEach((doctor, option) -> {
            for (int r : uses[doctor][option]) {
                left[r]--;
            }
        });
        return Arrays.stream(left).allMatch(units -> units >= 0);
    }

    /** Whether at these prices the protected doctors and one of the doctor's first {@code better} options need too much. */
    boolean proves(Prices prices, int doctor, int better) {
        return room(prices, doctor, better, Long.MAX_VALUE) != TOO_MUCH;
    }

    /**
     * What is free at these prices, and what the protected doctors could save, where it is less than each of the doctor's first {@code better}
     * options costs; else {@link #TOO_MUCH}.
     *
     * @param atMost it is known to be no more than this, which is told in its place where that is enough
     */
    long room(Prices prices, int doctor, int better, long atMost) {
        for (int k = 0; k < prices.size(); k++) {
            at[prices.resources()[k]] = prices.each()[k];
        }
        try {
            long need = cheapest(at, doctor, better);
            return atMost < need ? atMost : room(prices, need);
        } finally {
            for (int r : prices.resources()) {
                at[r] = 0;
            }
        }
    }

    private long room(Prices prices, long need) {
        long room = 0;
        for (int k = 0; k < prices.size() && room < need; k++) {
            int r = prices.resources()[k];
            room = Math.addExact(room, Math.multiplyExact(at[r], (long) rest[r]));
            for (int h = 0; h < holderCount[r] && room < need; h++) {
                int holder = holders[r][h];
                int[] own = uses[holder][held[holder]];
                if (firstPriced(at, own) == r) {
                    room = Math.addExact(room, cost(at, own) - cheapest(at, holder, allowed[holder]));
                }
            }
        }
        return room < need ? room : TOO_MUCH;
    }

    /** Only holders of something priced can save anything; each is counted at the first priced thing held. */
    private static int firstPriced(long[] prices, int[] uses) {
        for (int r : uses) {
            if (prices[r] > 0) {
                return r;
            }
        }
        return NONE;
    }

    long cheapest(long[] prices, int doctor, int options) {
        long least = Long.MAX_VALUE;
        for (int o = 0; o < options; o++) {
            least = Math.min(least, cost(prices, uses[doctor][o]));
        }
        return least;
    }

    static long cost(long[] prices, int[] uses) {
        long sum = 0;
        for (int r : uses) {
            sum = Math.addExact(sum, prices[r]);
        }
        return sum;
    }
}
