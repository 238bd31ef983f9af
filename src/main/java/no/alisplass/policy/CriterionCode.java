package no.alisplass.policy;

import java.util.function.Function;
import no.alisplass.domain.message.Message;

/** Every criterion there is; a policy file picks from them and orders them. The rule itself is the class named here. */
public enum CriterionCode {
    INTERRUPTED(Interrupted::read),
    READY(Ready::read),
    AFFILIATION(AffiliationOrder::read),
    SENIORITY(Seniority::read),
    PROGRESS(Progress::read),
    SPECIALIST_SHORTAGE(SpecialistShortage::read),
    LOTTERY(Lottery::read);

    private final Function<PolicySection, Criterion> reader;
    private final String word = PolicySection.word(this);

    CriterionCode(Function<PolicySection, Criterion> reader) {
        this.reader = reader;
    }

    /** As policy files and message codes write it: {@code specialist-shortage}. */
    public String word() {
        return word;
    }

    /** What people call it. */
    public Message text() {
        return Message.of("policy.criterion-" + word());
    }

    /** The criterion with the settings of its entry; null when they are faulty. */
    Criterion read(PolicySection settings) {
        return reader.apply(settings);
    }
}
