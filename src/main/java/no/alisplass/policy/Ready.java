package no.alisplass.policy;

import java.util.Optional;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Months;

/**
 * Hospital service comes late in the training, roughly not before two years of counted service (003 §7.3.1.1,
 * criterion 2).
 *
 * @param needed counted service from which a doctor is ready
 */
record Ready(String source, Months needed, WhenEarly whenEarly) implements Criterion {
    /** What comes of being too early. */
    enum WhenEarly {
        RANK_LAST,
        NOT_ELIGIBLE,
        FLAG_ONLY
    }

    static Ready read(Settings settings) {
        String source = settings.text("source");
        Integer months = settings.whole("months", 0, 120);
        WhenEarly whenEarly = settings.choice("when-early", WhenEarly.values());
        return settings.sound() ? new Ready(source, Months.of(months), whenEarly) : null;
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.READY;
    }

    @Override
    public Finding rule() {
        return Finding.of("criterion", null, "policy.rule-ready-" + Settings.word(whenEarly), needed);
    }

    private boolean early(Candidate candidate) {
        return candidate.countedService().compareTo(needed) < 0;
    }

    @Override
    public Value value(Candidate candidate, Occasion occasion) {
        boolean behind = early(candidate) && whenEarly == WhenEarly.RANK_LAST;
        return Value.of(
                code(), behind ? 1 : 0, early(candidate) ? "-early" : "-yes", candidate.countedService(), needed);
    }

    @Override
    public Optional<Finding> hindrance(Candidate candidate, Occasion occasion) {
        return whenEarly == WhenEarly.NOT_ELIGIBLE ? tooEarly(candidate) : Optional.empty();
    }

    @Override
    public Optional<Finding> remark(Candidate candidate, Occasion occasion) {
        return whenEarly == WhenEarly.NOT_ELIGIBLE ? Optional.empty() : tooEarly(candidate);
    }

    private Optional<Finding> tooEarly(Candidate candidate) {
        Months counted = candidate.countedService();
        return early(candidate)
                ? Optional.of(Finding.of("countedService", counted, "policy.too-early", counted, needed))
                : Optional.empty();
    }
}
