package no.alisplass.policy;

import java.time.LocalDate;
import no.alisplass.domain.Counting;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;

/**
 * The day facts are taken on.
 *
 * @param source null for policies that say nothing of it
 * @param countedTo the one day of a round that counted service and open practice are counted to, however a municipality
 *     writes them
 * @param factsOn the day that affiliation, catchment, shortage and being ready are asked on
 */
public record CountingRules(String source, CountedTo countedTo, FactsOn factsOn) {
    /**
     * For policies written before the day was a rule of its own: everything on the first day of the round, stated months
     * left as they stand, computed ones rounded half up.
     */
    static final CountingRules UNSAID = new CountingRules(null, CountedTo.FIRST_DAY, FactsOn.FIRST_DAY);

    /** The day of a round that service is counted to. */
    public enum CountedTo {
        FIRST_DAY,
        DEADLINE
    }

    /** Which day facts are asked on. */
    public enum FactsOn {
        /** The first day of the round, also for a service that starts in a later half-year. */
        FIRST_DAY,
        /** The first day of each half-year, the day a service in it starts. */
        START_DAY
    }

    static CountingRules read(PolicySection settings) {
        if (settings == null) {
            return UNSAID;
        }
        String source = settings.text("source");
        CountedTo countedTo = settings.choice("counted-to", CountedTo.values());
        FactsOn factsOn = settings.choice("facts-on", FactsOn.values());
        settings.end();
        return settings.sound() ? new CountingRules(source, countedTo, factsOn) : null;
    }

    /** Whether the policy says it at all. */
    public boolean said() {
        return source != null;
    }

    /** Whether each half-year's facts are asked on the day its service starts. */
    public boolean onStartDay() {
        return factsOn == FactsOn.START_DAY;
    }

    /** The rule in words; for those who read the policy. */
    public Message rule() {
        return Message.of(
                said()
                        ? "policy.counting-" + Text.word(countedTo) + "-facts-" + Text.word(factsOn)
                        : "policy.counting-unsaid");
    }

    /** How a round that starts on one day and takes lists until another counts service. */
    public Counting of(LocalDate firstDay, LocalDate deadline) {
        return new Counting(countedTo == CountedTo.DEADLINE ? deadline : firstDay, said());
    }
}
