package no.alisplass.register;

/** How much institution service a doctor still needs, in months. */
public enum MonthsLeft {
    UP_TO_THREE(-1, 3),
    UP_TO_SIX(3, 6),
    MORE(6, 600);

    private final int over;
    private final int most;

    MonthsLeft(int over, int most) {
        this.over = over;
        this.most = most;
    }

    /** More than these. */
    int over() {
        return over;
    }

    /** And no more than these. */
    int most() {
        return most;
    }
}
