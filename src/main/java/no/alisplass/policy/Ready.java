package no.alisplass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Months;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Text;

/**
 * Hospital service comes late in the training, roughly not before two years of counted service (003 §7.3.1.1,
 * criterion 2); judged by the months on the day the first service the doctor could be offered starts, where the policy
 * asks facts then.
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

    static Ready read(PolicySection settings) {
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
    public Message rule() {
        return Message.of("policy.rule-ready-" + Text.word(whenEarly), needed);
    }

    private boolean early(Candidate candidate, RankingContext occasion) {
        return occasion.counted(candidate).compareTo(needed) < 0;
    }

    @Override
    public long[] key(Candidate candidate, RankingContext occasion) {
        return new long[] {whenEarly == WhenEarly.RANK_LAST && early(candidate, occasion) ? 1 : 0};
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        boolean early = early(candidate, occasion);
        return CriterionValue.of(
                code(),
                key(candidate, occasion),
                (early ? "-early" : "-yes") + onDay(occasion),
                told(candidate, occasion));
    }

    @Override
    public Optional<Finding> hindrance(Candidate candidate, RankingContext occasion) {
        return whenEarly == WhenEarly.NOT_ELIGIBLE ? tooEarly(candidate, occasion) : Optional.empty();
    }

    @Override
    public Optional<Finding> remark(Candidate candidate, RankingContext occasion) {
        return whenEarly == WhenEarly.NOT_ELIGIBLE ? Optional.empty() : tooEarly(candidate, occasion);
    }

    private Optional<Finding> tooEarly(Candidate candidate, RankingContext occasion) {
        Months counted = occasion.counted(candidate);
        return early(candidate, occasion)
                ? Optional.of(Finding.of(
                        "countedService", counted, "policy.too-early" + onDay(occasion), told(candidate, occasion)))
                : Optional.empty();
    }

    /** The ending of the texts that name the day. */
    private static String onDay(RankingContext occasion) {
        return occasion.onStartDay() ? "-on" : "";
    }

    private Object[] told(Candidate candidate, RankingContext occasion) {
        List<Object> told = new ArrayList<>(List.of(occasion.counted(candidate), needed));
        if (occasion.onStartDay()) {
            told.add(occasion.day(candidate));
        }
        return told.toArray();
    }
}
