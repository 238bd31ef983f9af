package no.alisplass.search;

import java.util.Arrays;

/**
 * Looks for prices that prove an option out of reach, where no tight set does: the prices of resources asked for too
 * often rise and those of the others fall, until what all doctors ahead pay at least, and the option, exceeds the worth
 * of the capacity (the dual of the linear relaxation, by subgradients). What is found is checked in integers.
 */
final class SubgradientPrices {
    private static final int ROUNDS = 600;
    private static final int CHECK_EVERY = 10;
    private static final int SCALE = 24;

    private final Admissibility standing;
    private final IndexedProblem problem;
    private final Holdings board;
    private final CountingBound tight;
    private final double[] price;
    private final double[] excess;
    private final int[] place;
    private int[] region = new int[0];
    private int[] movable = new int[0];
    private int[] need = new int[0];
    private int first;
    private int last;

    SubgradientPrices(Admissibility standing, CountingBound tight) {
        this.standing = standing;
        this.tight = tight;
        problem = standing.problem;
        board = standing.board;
        price = new double[problem.resources];
        excess = new double[problem.resources];
        place = new int[problem.resources];
        Arrays.fill(place, -1);
    }

    /** Proves all of the doctor's options in the range out of reach, at once. */
    boolean prove(int from, int to) {
        first = from;
        last = to;
        explore();
        boolean proven = climb();
        for (int r : region) {
            place[r] = -1;
        }
        return proven;
    }

    /** All resources and settled doctors that the option's fate could depend on. */
    private void explore() {
        int[] found = new int[problem.resources];
        int size = 0;
        for (int o = first; o < last; o++) {
            size = standing.dead[o] ? size : visit(o, found, size);
        }
        boolean[] seen = new boolean[problem.doctors];
        int[] doctors = new int[problem.doctors];
        int count = 0;
        for (int head = 0; head < size; head++) {
            int resource = found[head];
            for (int j = 0; j < board.used[resource]; j++) {
                int holder = board.holder(resource, j);
                if (!seen[holder] && !standing.free(holder)) {
                    seen[holder] = true;
                    doctors[count++] = holder;
                    for (int o = problem.firstOption[holder]; o < standing.end[holder]; o++) {
                        if (!standing.dead[o] || o == board.choice[holder]) {
                            size = visit(o, found, size);
                        }
                    }
                }
            }
        }
        region = Arrays.copyOf(found, size);
        need = new int[size];
        for (int i = 0; i < size; i++) {
            need[i] = -problem.capacity[region[i]];
        }
        int movables = 0;
        for (int i = 0; i < count; i++) {
            if (hasChoice(doctors[i])) {
                doctors[movables++] = doctors[i];
            } else {
                fix(board.choice[doctors[i]]);
            }
        }
        movable = Arrays.copyOf(doctors, movables);
    }

    private int visit(int option, int[] found, int from) {
        int size = from;
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            int resource = problem.resource[use];
            if (place[resource] < 0) {
                place[resource] = size;
                found[size++] = resource;
            }
        }
        return size;
    }

    private boolean hasChoice(int doctor) {
        for (int o = problem.firstOption[doctor]; o < standing.end[doctor]; o++) {
            if (o != board.choice[doctor] && !standing.dead[o]) {
                return true;
            }
        }
        return false;
    }

    private void fix(int option) {
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            need[place[problem.resource[use]]]++;
        }
    }

    private boolean climb() {
        boolean[] moves = new boolean[region.length];
        for (int round = 1; round <= ROUNDS; round++) {
            double worth = ask();
            if (worth > 0 && round % CHECK_EVERY == 0 || round == ROUNDS) {
                if (holds()) {
                    return true;
                }
            }
            double norm = 0;
            for (int i = 0; i < region.length; i++) {
                int r = region[i];
                moves[i] = (excess[r] > 0 && price[r] < 1) || (excess[r] < 0 && price[r] > 0);
                norm += moves[i] ? excess[r] * excess[r] : 0;
            }
            if (norm == 0) {
                return worth > 0 && holds();
            }
            // Polyak's step towards an excess of one unit, the least there can be when whole offers do not fit.
            double step = Math.max(0.02, 1 - worth) / norm / (1 + round / 100.0);
            for (int i = 0; i < region.length; i++) {
                int r = region[i];
                if (moves[i]) {
                    price[r] = Math.min(1, Math.max(0, price[r] + step * excess[r]));
                }
            }
        }
        return false;
    }

    /** Lets every doctor ask for the cheapest option; returns what is paid beyond the worth of the capacity. */
    private double ask() {
        double worth = 0;
        for (int i = 0; i < region.length; i++) {
            excess[region[i]] = need[i];
            worth += need[i] * price[region[i]];
        }
        worth += askFor(first, last, Holdings.NONE);
        for (int doctor : movable) {
            worth += askFor(problem.firstOption[doctor], standing.end[doctor], board.choice[doctor]);
        }
        return worth;
    }

    private double askFor(int from, int to, int held) {
        int cheapest = Holdings.NONE;
        double lowest = Double.MAX_VALUE;
        for (int o = from; o < to; o++) {
            if (!standing.dead[o] || o == held) {
                double cost = 0;
                for (int use = problem.firstUse[o]; use < problem.firstUse[o + 1]; use++) {
                    cost += price[problem.resource[use]];
                }
                if (cost < lowest) {
                    lowest = cost;
                    cheapest = o;
                }
            }
        }
        for (int use = problem.firstUse[cheapest]; use < problem.firstUse[cheapest + 1]; use++) {
            excess[problem.resource[use]]++;
        }
        return lowest;
    }

    /** Whether the prices, in whole numbers or cut to a tight set, are a proof. */
    private boolean holds() {
        int[] whole = new int[region.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.rint(price[region[i]] * SCALE);
        }
        if (tight.proves(first, last, region, whole)) {
            return true;
        }
        for (double cut = 0.25; cut < 1; cut += 0.25) {
            for (int i = 0; i < whole.length; i++) {
                whole[i] = price[region[i]] > cut ? 1 : 0;
            }
            if (tight.proves(first, last, region, whole)) {
                return true;
            }
        }
        return false;
    }
}
