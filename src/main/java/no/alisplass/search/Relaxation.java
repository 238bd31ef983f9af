package no.alisplass.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides whether a doctor can be given one of some options when moves may be made in parts: prices that say no, or moves that
 * say yes, and are often whole. Its rows are made only where they are violated, so it stays near the doctor.
 */
final class Relaxation {
    enum Answer {
        PLACED,
        IMPOSSIBLE,
        UNKNOWN
    }

    private static final int ATTEMPTS = 8;
    private static final int MAX_ROWS = 1_500;
    private static final int PIVOTS = 4_000;
    private static final double TIE_BREAK = 1e-6;
    private static final int[] SCALES = {1, 2, 3, 4, 5, 6, 7, 8, 12, 24, 60, 120, 840};

    private final Admissibility standing;
    private final IndexedProblem problem;
    private final Holdings board;
    private final CountingBound tight;
    private final int[] price;
    private final int[] saving;
    private final int[] seen;
    private int round;
    private int attempt;
    private Simplex simplex;
    private final List<Integer> priced = new ArrayList<>();
    private final List<Integer> savers = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();

    Relaxation(Admissibility standing, CountingBound tight) {
        this.standing = standing;
        this.tight = tight;
        problem = standing.problem;
        board = standing.board;
        price = new int[problem.resources];
        saving = new int[problem.doctors];
        seen = new int[problem.doctors];
        Arrays.fill(price, -1);
        Arrays.fill(saving, -1);
    }

    /** Gives the doctor one of the options and makes room for it; without success the board is as before. */
    Answer place(int doctor, int from, int to) {
        Answer answer = Answer.UNKNOWN;
        for (attempt = 0; attempt < ATTEMPTS && answer == Answer.UNKNOWN; attempt++) {
            answer = attempt(doctor, from, to);
        }
        return answer;
    }

    private Answer attempt(int doctor, int from, int to) {
        simplex = new Simplex();
        priced.forEach(r -> price[r] = -1);
        savers.forEach(d -> saving[d] = -1);
        priced.clear();
        savers.clear();
        rows.clear();
        while (addViolated(doctor, from, to)) {
            if (rows.size() > MAX_ROWS || !simplex.minimise(1 - Simplex.ZERO, PIVOTS)) {
                return Answer.UNKNOWN;
            }
            if (simplex.total() >= 1 - Simplex.ZERO) {
                return moves(doctor) ? Answer.PLACED : Answer.UNKNOWN;
            }
        }
        return holds(from, to) ? Answer.IMPOSSIBLE : Answer.UNKNOWN;
    }

    private boolean addViolated(int doctor, int from, int to) {
        round++;
        int before = rows.size();
        int cheapest = cheapest(from, to, Holdings.NONE);
        if (cost(cheapest) < 1 - Simplex.ZERO) {
            addRow(doctor, cheapest, Holdings.NONE);
        }
        for (int k = 0, size = priced.size(); k < size; k++) {
            int resource = priced.get(k);
            if (simplex.value(price[resource]) <= Simplex.ZERO) {
                continue;
            }
            for (int j = 0; j < board.used[resource]; j++) {
                int holder = board.holder(resource, j);
                if (holder == doctor || standing.free(holder) || seen[holder] == round) {
                    continue;
                }
                seen[holder] = round;
                int held = board.choice[holder];
                int move = cheapest(problem.firstOption[holder], standing.end[holder], held);
                double saved = saving[holder] < 0 ? 0 : simplex.value(saving[holder]);
                if (cost(move) + saved < cost(held) - 1e-7) {
                    addRow(holder, move, held);
                }
            }
        }
        return rows.size() > before;
    }

    private int cheapest(int from, int to, int held) {
        int best = held;
        double least = held == Holdings.NONE ? Double.MAX_VALUE : cost(held);
        for (int o = from; o < to; o++) {
            if (!standing.dead[o] && cost(o) < least) {
                least = cost(o);
                best = o;
            }
        }
        return best;
    }

    private double cost(int option) {
        double sum = 0;
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            int r = problem.resource[use];
            sum += price[r] < 0 ? 0 : simplex.value(price[r]);
        }
        return sum;
    }

    private void addRow(int doctor, int option, int held) {
        int[] of = new int
                [problem.firstUse[option + 1]
                        - problem.firstUse[option]
                        + 1
                        + (held == Holdings.NONE ? 0 : problem.firstUse[held + 1] - problem.firstUse[held])];
        double[] coefficients = new double[of.length];
        int length = 0;
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            if (held == Holdings.NONE || !problem.uses(held, problem.resource[use])) {
                of[length] = priceOf(problem.resource[use]);
                coefficients[length++] = 1;
            }
        }
        if (held != Holdings.NONE) {
            for (int use = problem.firstUse[held]; use < problem.firstUse[held + 1]; use++) {
                if (!problem.uses(option, problem.resource[use])) {
                    of[length] = priceOf(problem.resource[use]);
                    coefficients[length++] = -1;
                }
            }
            if (saving[doctor] < 0) {
                saving[doctor] = simplex.addVariable(1 + tieBreak(doctor));
                savers.add(doctor);
            }
            of[length] = saving[doctor];
            coefficients[length++] = 1;
        }
        int row = simplex.addRow(of, coefficients, length, held == Holdings.NONE ? 1 : 0);
        rows.add(new int[] {row, doctor, option});
    }

    private int priceOf(int resource) {
        if (price[resource] < 0) {
            int rest = problem.capacity[resource];
            for (int j = 0; j < board.used[resource]; j++) {
                rest -= standing.free(board.holder(resource, j)) ? 0 : 1;
            }
            price[resource] = simplex.addVariable(rest + tieBreak(resource));
            priced.add(resource);
        }
        return price[resource];
    }

    /** Of equally cheap prices another comes out at each attempt. */
    private double tieBreak(int number) {
        return TIE_BREAK * (1 + Math.floorMod((number + 1) * (37 + 16 * attempt), 101) / 101.0);
    }

    private boolean moves(int doctor) {
        int mark = board.mark();
        boolean placed = false;
        for (int[] row : rows) {
            if (simplex.multiplier(row[0]) > 0.5) {
                board.set(row[1], row[2]);
                placed |= row[1] == doctor;
            }
        }
        release(doctor);
        if (!placed || board.overs() > 0) {
            board.rollback(mark);
            return false;
        }
        return true;
    }

    /** Whatever the moves overfill has a price: doctors behind give it up. */
    private void release(int doctor) {
        for (int resource : priced) {
            for (int j = board.used[resource] - 1; j >= 0 && board.isOver(resource); j--) {
                int holder = board.holder(resource, j);
                if (holder != doctor && standing.free(holder)) {
                    board.set(holder, Holdings.NONE);
                }
            }
        }
    }

    private boolean holds(int from, int to) {
        int[] resources = priced.stream().mapToInt(Integer::intValue).toArray();
        int[] prices = new int[resources.length];
        for (int scale : SCALES) {
            for (int i = 0; i < prices.length; i++) {
                prices[i] = (int) Math.rint(simplex.value(price[resources[i]]) * scale);
            }
            if (tight.proves(from, to, resources, prices)) {
                return true;
            }
        }
        return false;
    }
}
