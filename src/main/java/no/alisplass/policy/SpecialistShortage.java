package no.alisplass.policy;

import no.alisplass.domain.Candidate;
import no.alisplass.domain.message.Message;

/** Equal on all levels: who comes from an area short of specialists goes first (003 §7.3.1.1, last paragraph). */
record SpecialistShortage(String source) implements Criterion {
    static SpecialistShortage read(PolicySection settings) {
        return new SpecialistShortage(settings.text("source"));
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.SPECIALIST_SHORTAGE;
    }

    @Override
    public Message rule() {
        return Message.of("policy.rule-specialist-shortage");
    }

    @Override
    public long[] key(Candidate candidate, RankingContext occasion) {
        return new long[] {occasion.shortOfSpecialists(candidate) ? 0 : 1};
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        boolean isShort = occasion.shortOfSpecialists(candidate);
        return CriterionValue.of(code(), key(candidate, occasion), isShort ? "-yes" : "-no");
    }
}
