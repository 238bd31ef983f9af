package no.alisplass.policy;

import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;

/** Every criterion there is; a policy file picks from them and orders them. */
public enum CriterionCode {
    INTERRUPTED,
    READY,
    AFFILIATION,
    SENIORITY,
    PROGRESS,
    SPECIALIST_SHORTAGE,
    /** Comes of the rules for offers, and not of the list of criteria: right before the lottery. */
    LATE_WITHDRAWAL,
    LOTTERY;

    private final String word = Text.word(this);

    /** As policy files and message codes write it: {@code specialist-shortage}. */
    public String word() {
        return word;
    }

    /** What people call it. */
    public Message text() {
        return Message.of("policy.criterion-" + word());
    }
}
