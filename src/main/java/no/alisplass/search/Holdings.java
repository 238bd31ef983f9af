package no.alisplass.search;

import java.util.Arrays;
import java.util.BitSet;

/** Who holds what: the option of every doctor and, kept in step with it, the holders of every resource. */
public final class Holdings {
    public static final int NONE = -1;

    private final IndexedProblem problem;
    public final int[] choice;
    final int[] used;
    private final int[][] holders;
    private final int[] placeOfUse;
    private final int[] over;
    private final int[] placeInOver;
    private int overs;
    private int[] journal = new int[64];
    private int written;

    public Holdings(IndexedProblem problem) {
        this.problem = problem;
        choice = new int[problem.doctors];
        Arrays.fill(choice, NONE);
        used = new int[problem.resources];
        holders = new int[problem.resources][];
        for (int r = 0; r < problem.resources; r++) {
            holders[r] = new int[Math.max(2, problem.capacity[r] + 1)];
        }
        placeOfUse = new int[problem.resource.length];
        over = new int[problem.resources];
        placeInOver = new int[problem.resources];
    }

    /** Gives the doctor an option, or {@link #NONE}, whether or not there is room. */
    public void set(int doctor, int option) {
        if (written + 2 > journal.length) {
            journal = Arrays.copyOf(journal, journal.length * 2);
        }
        journal[written++] = doctor;
        journal[written++] = choice[doctor];
        put(doctor, option);
    }

    /** A point to come back to. */
    int mark() {
        return written;
    }

    /** Takes back all that was set since the mark. */
    void rollback(int mark) {
        while (written > mark) {
            written -= 2;
            put(journal[written], journal[written + 1]);
        }
    }

    /** Lets all that was set stand. */
    public void commit() {
        written = 0;
    }

    /** Adds the doctors set since the last commit. */
    public void changed(BitSet doctors) {
        for (int i = 0; i < written; i += 2) {
            doctors.set(journal[i]);
        }
    }

    private void put(int doctor, int option) {
        int old = choice[doctor];
        if (old != NONE) {
            for (int use = problem.firstUse[old]; use < problem.firstUse[old + 1]; use++) {
                leave(use);
            }
        }
        choice[doctor] = option;
        if (option != NONE) {
            for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
                enter(use);
            }
        }
    }

    private void leave(int use) {
        int r = problem.resource[use];
        if (used[r] == problem.capacity[r] + 1) {
            int moved = over[--overs];
            over[placeInOver[r]] = moved;
            placeInOver[moved] = placeInOver[r];
        }
        int last = holders[r][--used[r]];
        holders[r][placeOfUse[use]] = last;
        placeOfUse[last] = placeOfUse[use];
    }

    private void enter(int use) {
        int r = problem.resource[use];
        if (used[r] == holders[r].length) {
            holders[r] = Arrays.copyOf(holders[r], used[r] * 2);
        }
        if (used[r] == problem.capacity[r]) {
            placeInOver[r] = overs;
            over[overs++] = r;
        }
        placeOfUse[use] = used[r];
        holders[r][used[r]++] = use;
    }

    int holder(int resource, int place) {
        return problem.doctorOf[problem.optionOfUse[holders[resource][place]]];
    }

    int[] holdersOf(int resource) {
        int[] all = new int[used[resource]];
        for (int i = 0; i < all.length; i++) {
            all[i] = holder(resource, i);
        }
        return all;
    }

    boolean isFull(int resource) {
        return used[resource] >= problem.capacity[resource];
    }

    boolean isOver(int resource) {
        return used[resource] > problem.capacity[resource];
    }

    /** How many resources are over their capacity. */
    public int overs() {
        return overs;
    }

    public int overAt(int place) {
        return over[place];
    }

    /** Whether every resource of the option has room for one more. */
    public boolean hasRoom(int option) {
        for (int use = problem.firstUse[option]; use < problem.firstUse[option + 1]; use++) {
            if (isFull(problem.resource[use])) {
                return false;
            }
        }
        return true;
    }

    public int tier(int doctor) {
        return choice[doctor] == NONE ? problem.noTier[doctor] : problem.tier[choice[doctor]];
    }

    boolean holds(int doctor, int resource) {
        return choice[doctor] != NONE && problem.uses(choice[doctor], resource);
    }
}
