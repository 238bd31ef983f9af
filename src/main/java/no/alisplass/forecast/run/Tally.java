package no.alisplass.forecast.run;

/**
 * What happened in one replication. Waiting times are counts of doctors by how many half-years they waited, the last for that many and more.
 * Half-years are numbered from the first of the plan.
 */
public final class Tally {
    /** Longer waits are counted as this one. */
    public static final int LONGEST_WAIT = 40;

    /** Who came; in the first half-year those of the queue as it stood too. */
    public final int[] joined;

    public final int[] left;
    /** Who began a first stay or the rest of a service. */
    public final int[] placed;

    public final int[] seats;
    public final int[] unused;
    /** Who waits as the half-year ends, wishing to have begun by it. */
    public final int[] queue;
    /** Who is known and wishes for a later start. */
    public final int[] later;
    /** Who has a place, to come or being served. */
    public final int[] serving;

    public final int[] served;
    /** Whose five years of training end in the half-year, and how many of them have done their service by its end. */
    public final int[] fiveYears;

    public final int[] fiveYearsDone;
    public final int[][] placedAfter;
    public final int[][] waitingFor;
    /** By area, over all half-years. */
    public final int[] placedOfArea;
    /** By area, as the last half-year ends. */
    public final int[] queueOfArea;
    /** By area: the waits of all who were placed, and of those who wait as the last half-year ends. */
    public final int[][] waitsOfArea;
    /** By doctor of the queue as it stood: the half-year of the first stay, {@link #NEVER} or {@link #LEFT}. */
    public final int[] firstStay;

    public static final int NEVER = -1;
    public static final int LEFT = -2;

    /** For how many doctors a better outcome was neither found nor ruled out. */
    public int unproven;

    Tally(int halfYears, int areas, int queued) {
        joined = new int[halfYears];
        left = new int[halfYears];
        placed = new int[halfYears];
        seats = new int[halfYears];
        unused = new int[halfYears];
        queue = new int[halfYears];
        later = new int[halfYears];
        serving = new int[halfYears];
        served = new int[halfYears];
        fiveYears = new int[halfYears];
        fiveYearsDone = new int[halfYears];
        placedAfter = new int[halfYears][LONGEST_WAIT + 1];
        waitingFor = new int[halfYears][LONGEST_WAIT + 1];
        placedOfArea = new int[areas];
        queueOfArea = new int[areas];
        waitsOfArea = new int[areas][LONGEST_WAIT + 1];
        firstStay = new int[queued];
    }

    static int wait(int halfYears) {
        return Math.max(0, Math.min(LONGEST_WAIT, halfYears));
    }

    /**
     * The share, of those who were placed in a half-year and those who wait as it ends, whose wait was or is shorter; 1 when there is
     * nobody. @param halfYears that the wait must be shorter than
     */
    public double shareUnder(int halfYear, int halfYears) {
        int all = 0;
        int under = 0;
        for (int wait = 0; wait <= LONGEST_WAIT; wait++) {
            int here = placedAfter[halfYear][wait] + waitingFor[halfYear][wait];
            all += here;
            under += wait < halfYears ? here : 0;
        }
        return all == 0 ? 1 : under / (double) all;
    }
}
