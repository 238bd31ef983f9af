package no.alisplass.policy;

import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;

/** Who had to break off an institutional service goes first (003 §7.3.1.2). */
record Interrupted(String source) implements Criterion {
    static Interrupted read(Settings settings) {
        return new Interrupted(settings.text("source"));
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.INTERRUPTED;
    }

    @Override
    public Finding rule() {
        return Finding.of("criterion", null, "policy.rule-interrupted");
    }

    @Override
    public Value value(Candidate candidate, Occasion occasion) {
        return candidate.interrupted() ? Value.of(code(), 0, "-yes") : Value.of(code(), 1, "-no");
    }
}
