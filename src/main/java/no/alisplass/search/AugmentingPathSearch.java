package no.alisplass.search;

import java.util.Arrays;
import java.util.Random;

/**
 * The quick chain search: breadth first from an overfull resource over the holders who could move on, each resource
 * visited once. Exact when every option competes for one resource at a time; otherwise it may miss a chain, and what it
 * visited is where a proof is looked for.
 */
final class AugmentingPathSearch {
    private final Admissibility standing;
    private final IndexedProblem problem;
    private final Holdings board;
    private final int[] turn;
    private final int[] visitedAt;
    private final int[] parentDoctor;
    private final int[] parentOption;
    private final int[] parentResource;
    private final int[] queue;
    private final int[] movedAt;
    private int visits;
    private int queued;
    private int chains;

    /** @param random where to start among the options of each doctor */
    AugmentingPathSearch(Admissibility standing, Random random) {
        this.standing = standing;
        problem = standing.problem;
        board = standing.board;
        visitedAt = new int[problem.resources];
        parentDoctor = new int[problem.resources];
        parentOption = new int[problem.resources];
        parentResource = new int[problem.resources];
        queue = new int[problem.resources];
        movedAt = new int[problem.doctors];
        turn = random.ints(problem.doctors, 0, 1 << 16).toArray();
    }

    /** Gives the doctor the option and makes room for it; without success the board is as before. */
    boolean place(int doctor, int option) {
        int mark = board.mark();
        chains++;
        movedAt[doctor] = chains;
        board.set(doctor, option);
        while (board.overs() > 0) {
            if (!relieve(board.overAt(0))) {
                board.rollback(mark);
                return false;
            }
        }
        return true;
    }

    /** The resources that the last search went through. */
    int[] visited() {
        return Arrays.copyOf(queue, queued);
    }

    private boolean relieve(int root) {
        visits++;
        queued = 0;
        visitedAt[root] = visits;
        parentDoctor[root] = Holdings.NONE;
        queue[queued++] = root;
        for (int head = 0; head < queued; head++) {
            int resource = queue[head];
            int last = lastFreeHolder(resource);
            if (last != Holdings.NONE) {
                return walk(last, Holdings.NONE, resource);
            }
            for (int i = 0; i < board.used[resource]; i++) {
                int holder = board.holder(resource, i);
                if (movedAt[holder] != chains) {
                    int onward = expand(holder, resource);
                    if (onward != Holdings.NONE) {
                        return walk(holder, onward, resource);
                    }
                }
            }
        }
        return false;
    }

    private int lastFreeHolder(int resource) {
        int last = Holdings.NONE;
        for (int i = 0; i < board.used[resource]; i++) {
            int holder = board.holder(resource, i);
            if (holder > last && standing.free(holder) && movedAt[holder] != chains) {
                last = holder;
            }
        }
        return last;
    }

    /** Queues where the holder could go; an option that needs no one else to move is returned at once. */
    private int expand(int holder, int resource) {
        int first = problem.firstOption[holder];
        int size = standing.end[holder] - first;
        for (int i = 0; i < size; i++) {
            int option = first + (i + turn[holder]) % size;
            if (standing.dead[option] || problem.uses(option, resource)) {
                continue;
            }
            int contended = 0;
            int next = Holdings.NONE;
            for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
                int wanted = problem.resource[use];
                if (board.isFull(wanted) && !board.holds(holder, wanted)) {
                    contended++;
                    next = wanted;
                }
            }
            if (contended == 0) {
                return option;
            }
            if (contended == 1 && visitedAt[next] != visits) {
                visitedAt[next] = visits;
                parentDoctor[next] = holder;
                parentOption[next] = option;
                parentResource[next] = resource;
                queue[queued++] = next;
            }
        }
        return Holdings.NONE;
    }

    /** Walks the chain back to its root. A doctor met twice, or a resource that two moves filled, ends the attempt. */
    private boolean walk(int lastDoctor, int lastOption, int lastResource) {
        int doctor = lastDoctor;
        int option = lastOption;
        int resource = lastResource;
        while (true) {
            if (movedAt[doctor] == chains) {
                return false;
            }
            movedAt[doctor] = chains;
            board.set(doctor, option);
            if (option != Holdings.NONE && overfills(option)) {
                return false;
            }
            if (parentDoctor[resource] == Holdings.NONE) {
                return true;
            }
            doctor = parentDoctor[resource];
            option = parentOption[resource];
            resource = parentResource[resource];
        }
    }

    private boolean overfills(int option) {
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            if (board.isOver(problem.resource[use])) {
                return true;
            }
        }
        return false;
    }
}
