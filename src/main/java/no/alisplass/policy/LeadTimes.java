package no.alisplass.policy;

import java.time.LocalDate;
import java.util.Optional;
import no.alisplass.domain.message.Message;

/**
 * How long before a half-year begins its round is told of, and its lists are due.
 *
 * @param callMonths at the least; never less than the report's six (003 §7.3.1.2)
 * @param deadlineMonths at the least; null when the policy does not say
 */
public record LeadTimes(int callMonths, Integer deadlineMonths) {
    /** What the report asks of every hospital. */
    public static final int LEAST_CALL_MONTHS = 6;

    /** For policies that say nothing of it. */
    public static final LeadTimes UNSAID = new LeadTimes(LEAST_CALL_MONTHS, null);

    private static final int MOST_MONTHS = 36;

    static LeadTimes read(PolicySection settings) {
        if (settings == null) {
            return UNSAID;
        }
        Integer call = settings.whole("call-months", LEAST_CALL_MONTHS, MOST_MONTHS);
        Integer deadline = settings.whole("deadline-months", 1, call == null ? MOST_MONTHS : call);
        settings.end();
        return settings.sound() ? new LeadTimes(call, deadline) : null;
    }

    /** The last day the municipalities are told of a round in time. */
    public LocalDate lastCall(LocalDate start) {
        return start.minusMonths(callMonths);
    }

    /** The last day the lists may be due; empty when the policy does not say. */
    public Optional<LocalDate> lastDeadline(LocalDate start) {
        return Optional.ofNullable(deadlineMonths).map(start::minusMonths);
    }

    /** What it says, in words; for those who read the policy. */
    Optional<Message> rule() {
        return deadlineMonths == null
                ? Optional.empty()
                : Optional.of(Message.of("policy.rule-lead", callMonths, deadlineMonths));
    }
}
