package no.alisplass.policy;

import no.alisplass.domain.Candidate;
import no.alisplass.domain.Months;
import no.alisplass.domain.message.Message;

/**
 * Less time left until the doctor is a finished specialist goes first (003 §7.3.1.1, criterion 2).
 *
 * @param stepMonths counted service is cut down to whole steps of this many months, never rounded up, so that doctors can be "equal in
 *     counted service" and progress gets its say
 */
record Seniority(String source, int stepMonths) implements Criterion {
    static Seniority read(PolicySection settings) {
        String source = settings.text("source");
        Integer stepMonths = settings.whole("step-months", 1, 60);
        return settings.sound() ? new Seniority(source, stepMonths) : null;
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.SENIORITY;
    }

    @Override
    public Message rule() {
        return Message.of("policy.rule-seniority", stepMonths);
    }

    private Months counted(Candidate candidate) {
        return Months.of(candidate.countedService().wholeMonths() / stepMonths * stepMonths);
    }

    @Override
    public long[] key(Candidate candidate, RankingContext occasion) {
        return new long[] {counted(candidate).until(occasion.training()).tenths()};
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        Months counted = counted(candidate);
        Months left = counted.until(occasion.training());
        long[] key = key(candidate, occasion);
        return candidate.countedTo() == null
                ? CriterionValue.of(code(), key, "", counted, left)
                : CriterionValue.of(
                        code(), key, "-on", candidate.countedService(), left, candidate.countedTo(), counted);
    }
}
