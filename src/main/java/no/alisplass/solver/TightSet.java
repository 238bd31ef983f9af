package no.alisplass.solver;

import java.util.Arrays;

/**
 * A proof by counting that an option is out of reach: a set of resources that the doctors ahead need so much of, even
 * when each takes the admissible option that needs least, that the option's own need does not fit. What it proves stays
 * proven: those ahead only become more and more particular.
 */
final class TightSet {
    private static final int MOST_ADDITIONS = 400;

    private final Standing standing;
    private final IndexedProblem problem;
    private final Board board;
    private final boolean[] inside;
    private final int[] set;
    private int size;
    private final int[] countedAt;
    private final int[] least;
    private int counts;

    TightSet(Standing standing) {
        this.standing = standing;
        problem = standing.problem;
        board = standing.board;
        inside = new boolean[problem.resources];
        set = new int[problem.resources];
        countedAt = new int[problem.doctors];
        least = new int[problem.doctors];
    }

    /** Whether the option is proven out of reach from these resources on; what else the set rules out dies with it. */
    boolean proves(int option, int[] from) {
        size = 0;
        for (int r : from) {
            add(r);
        }
        boolean proven = false;
        int additions = 0;
        while (true) {
            int slack = slack();
            if (cost(option) > slack) {
                proven = true;
                bury(slack);
                break;
            }
            int added = grow();
            additions += added;
            if (added == 0 || additions > MOST_ADDITIONS) {
                break;
            }
        }
        while (size > 0) {
            inside[set[--size]] = false;
        }
        return proven;
    }

    private void add(int resource) {
        if (!inside[resource]) {
            inside[resource] = true;
            set[size++] = resource;
        }
    }

    private int cost(int option) {
        int cost = 0;
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            if (inside[problem.resource[use]]) {
                cost++;
            }
        }
        return cost;
    }

    /** Room in the set when every settled doctor takes the option that needs least of it. */
    private int slack() {
        counts++;
        int slack = 0;
        for (int i = 0; i < size; i++) {
            int resource = set[i];
            slack += problem.capacity[resource];
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
                        if (best == Board.NONE) {
                            return 0;
                        }
                        add(best);
                    }
                }
            }
        }
        return size - before;
    }

    /** The full resource of the option, held by settled doctors only, that has the fewest ways out. */
    private int obstacle(int doctor, int option) {
        int best = Board.NONE;
        int fewest = Integer.MAX_VALUE;
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            int resource = problem.resource[use];
            if (!inside[resource] && board.isFull(resource) && !board.holds(doctor, resource)) {
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
