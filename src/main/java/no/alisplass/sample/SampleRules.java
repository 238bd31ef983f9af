package no.alisplass.sample;

import java.time.LocalDate;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Scheme;

/** What holds for rounds of a time, by the policy that was the latest then: dates, schemes, objectives. */
enum SampleRules {
    /** As the report has it: the call half a year before; both schemes; 112 objectives. */
    UNTIL_2027(2, 6, 3, 15),
    /**
     * Calls and deadlines as the policy's lead times have them. The old scheme is over: who has service left has gone over to
     * the new one, but for somebody who has not yet. What areas have agreed with the hospital is asked for.
     */
    SINCE_2028(3, 11, 9, 1);

    /** 112 less the 46 common ones that were dropped on 1 March 2026; nobody has said the sum. */
    private static final int OBJECTIVES_SINCE_2026 = ServiceDraw.OBJECTIVES - (75 - 29);

    private static final HalfYear CHANGED = HalfYear.parse("2028-V");

    private final int policyVersion;
    private final int callMonths;
    private final int deadlineMonths;
    private final int deadlineDay;

    SampleRules(int policyVersion, int callMonths, int deadlineMonths, int deadlineDay) {
        this.policyVersion = policyVersion;
        this.callMonths = callMonths;
        this.deadlineMonths = deadlineMonths;
        this.deadlineDay = deadlineDay;
    }

    static SampleRules of(HalfYear first) {
        return first.compareTo(CHANGED) < 0 ? UNTIL_2027 : SINCE_2028;
    }

    /** When the call for lists goes out. */
    LocalDate call(HalfYear first) {
        return first.start().minusMonths(callMonths);
    }

    /** When the lists are due. */
    LocalDate deadline(HalfYear first) {
        return first.start().minusMonths(deadlineMonths).withDayOfMonth(deadlineDay);
    }

    int policyVersion() {
        return policyVersion;
    }

    /** How many learning objectives there are. */
    int objectives(Scheme scheme) {
        return this == SINCE_2028 && scheme == Scheme.NEW ? OBJECTIVES_SINCE_2026 : ServiceDraw.OBJECTIVES;
    }

    /** Whether it is asked what areas have agreed with the hospital. */
    boolean asksAgreed() {
        return this == SINCE_2028;
    }
}
