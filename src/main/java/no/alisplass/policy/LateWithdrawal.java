package no.alisplass.policy;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.message.Message;

/**
 * Equal on all levels: who took a yes back after the upgrade stop of the round before comes behind. In the next round only, and not where
 * the coordinator found the reason weighty.
 */
record LateWithdrawal(String source) implements Criterion {
    /** What taking a yes back late does to the next round. */
    enum Effect {
        NONE,
        BEHIND_EQUALS
    }

    /** The criteria with this one, where the section of offers asks for it; null where that has faults. */
    static List<Criterion> among(List<Criterion> criteria, PolicySection offers) {
        if (offers == null) {
            return criteria;
        }
        String source = offers.text("source");
        Effect effect = offers.choice("late-withdrawal", Effect.values());
        offers.end();
        if (effect != Effect.BEHIND_EQUALS || criteria.isEmpty()) {
            return criteria;
        }
        List<Criterion> all = new ArrayList<>(criteria);
        all.add(all.size() - 1, new LateWithdrawal(source));
        return all;
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.LATE_WITHDRAWAL;
    }

    @Override
    public Message rule() {
        return Message.of("policy.rule-late-withdrawal");
    }

    @Override
    public long[] key(Candidate candidate, RankingContext occasion) {
        return new long[] {candidate.hasWithdrawnLate() ? 1 : 0};
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        return CriterionValue.of(code(), key(candidate, occasion), candidate.hasWithdrawnLate() ? "-yes" : "-no");
    }
}
