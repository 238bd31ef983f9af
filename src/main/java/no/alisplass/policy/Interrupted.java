package no.alisplass.policy;

import no.alisplass.domain.Candidate;
import no.alisplass.domain.message.Message;

/** Who had to break off an institutional service goes first (003 §7.3.1.2). */
record Interrupted(String source) implements Criterion {
    static Interrupted read(PolicySection settings) {
        return new Interrupted(settings.text("source"));
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.INTERRUPTED;
    }

    @Override
    public Message rule() {
        return Message.of("policy.rule-interrupted");
    }

    @Override
    public long[] key(Candidate candidate, RankingContext occasion) {
        return new long[] {candidate.interrupted() ? 0 : 1};
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        return CriterionValue.of(code(), key(candidate, occasion), candidate.interrupted() ? "-yes" : "-no");
    }
}
