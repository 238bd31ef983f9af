package no.alisplass.search;

import java.util.Arrays;

/**
 * A proof by counting that an option is out of reach: prices on resources at which the doctors ahead, even when each
 * takes the cheapest admissible option, pay so much of what all the capacity is worth that the option's own price is
 * not left. Often every price is 1: a tight set. What is proven stays proven: those ahead only become more and more
 * particular.
 */
final class CountingBound {
    private static final int MAX_ADDITIONS = 400;

    private final Admissibility standing;
    private final IndexedProblem problem;
    private final Holdings board;
    private final int[] price;
    private final int[] set;
    private int size;
    private final int[] countedAt;
    private final int[] least;
    private int counts;

    CountingBound(Admissibility standing) {
        this.standing = standing;
        problem = standing.problem;
        board = standing.board;
        price = new int[problem.resources];
        set = new int[problem.resources];
        countedAt = new int[problem.doctors];
        least = new int[problem.doctors];
    }

    /** Whether a tight set that holds these resources proves it; what else the set rules out dies with it. */
    boolean proves(int option, int[] from) {
        for (int r : from) {
            add(r, 1);
        }
        boolean proven = check(option, option + 1);
        int additions = 0;
        while (!proven && additions <= MAX_ADDITIONS) {
            int added = grow();
            if (added == 0) {
                break;
            }
            additions += added;
            proven = check(option, option + 1);
        }
        clear();
        return proven;
    }

    /** Whether these prices of the resources prove a range of options out of reach; what else they rule out dies too. */
    boolean proves(int from, int to, int[] resources, int[] prices) {
        for (int i = 0; i < resources.length; i++) {
            if (prices[i] > 0) {
                add(resources[i], prices[i]);
            }
        }
        boolean proven = check(from, to);
        clear();
        return proven;
    }

    private boolean check(int from, int to) {
        int slack = slack();
        for (int option = from; option < to; option++) {
            if (!standing.dead[option] && cost(option) <= slack) {
                return false;
            }
        }
        bury(slack);
        return true;
    }

    private void clear() {
        while (size > 0) {
            price[set[--size]] = 0;
        }
    }

    private void add(int resource, int worth) {
        if (price[resource] == 0) {
            price[resource] = worth;
            set[size++] = resource;
        }
    }

    private int cost(int option) {
        int cost = 0;
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            cost += price[problem.resource[use]];
        }
        return cost;
    }

    /** What is left of the worth of all capacity when every settled doctor takes the cheapest option. */
    private int slack() {
        counts++;
        int slack = 0;
        for (int i = 0; i < size; i++) {
            int resource = set[i];
            slack += problem.capacity[resource] * price[resource];
            for (int j = 0; j < board.used[resource]; j++) {
                int holder = board.holder(resource, j);
                if (!standing.free(holder) && countedAt[holder] != counts) {
                    countedAt[holder] = counts;
                    least[holder] = leastCost(holder);
                    slack -= least[holder];
                }
            }
        }
        return slack;
    }

    private int leastCost(int doctor) {
        int lowest = cost(board.choice[doctor]);
        for (int o = problem.firstOption[doctor]; o < standing.end[doctor] && lowest > 0; o++) {
            if (!standing.dead[o]) {
                lowest = Math.min(lowest, cost(o));
            }
        }
        return lowest;
    }

    /** For every holder who could need less of the set, takes in one resource that stands in the way. */
    private int grow() {
        int before = size;
        int[] members = Arrays.copyOf(set, size);
        for (int resource : members) {
            for (int j = 0; j < board.used[resource]; j++) {
                int holder = board.holder(resource, j);
                if (standing.free(holder)) {
                    continue;
                }
                int now = cost(board.choice[holder]);
                for (int o = problem.firstOption[holder]; o < standing.end[holder]; o++) {
                    if (!standing.dead[o] && cost(o) < now) {
                        int best = obstacle(holder, o);
                        if (best == Holdings.NONE) {
                            return 0;
                        }
                        add(best, 1);
                    }
                }
            }
        }
        return size - before;
    }

    /** The full resource of the option, held by settled doctors only, that has the fewest ways out. */
    private int obstacle(int doctor, int option) {
        int best = Holdings.NONE;
        int fewest = Integer.MAX_VALUE;
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            int resource = problem.resource[use];
            if (price[resource] == 0 && board.isFull(resource) && !board.holds(doctor, resource)) {
                int ways = 0;
                for (int j = 0; j < board.used[resource]; j++) {
                    int holder = board.holder(resource, j);
                    ways += standing.free(holder) ? 1000 : standing.end[holder] - problem.firstOption[holder];
                }
                if (ways < fewest) {
                    fewest = ways;
                    best = resource;
                }
            }
        }
        return best;
    }

    private void bury(int slack) {
        for (int i = 0; i < size; i++) {
            for (int use : problem.usesOfResource[set[i]]) {
                int option = problem.optionOfUse[use];
                int doctor = problem.doctorOf[option];
                int needed = !standing.free(doctor) && countedAt[doctor] == counts ? least[doctor] : 0;
                if (board.choice[doctor] != option && cost(option) - needed > slack) {
                    standing.dead[option] = true;
                }
            }
        }
    }
}
