package no.alisplass.policy;

import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;

/** One question of the priority order, with its settings: the doctor with the smaller {@link CriterionValue} goes first. */
public sealed interface Criterion
        permits Interrupted, Ready, AffiliationOrder, Seniority, Progress, SpecialistShortage, LateWithdrawal, Lottery {
    CriterionCode code();

    /** Where the rule comes from. */
    String source();

    /** The rule in one sentence, with its settings. */
    Message rule();

    /**
     * What the doctor is compared by, number by number, the smaller first; as many numbers for everyone. That of
     * {@link #value}, without the words.
     */
    long[] key(Candidate candidate, RankingContext occasion);

    CriterionValue value(Candidate candidate, RankingContext occasion);

    /** The values of all who are ranked, in the order given. */
    default List<CriterionValue> values(List<Candidate> candidates, RankingContext occasion) {
        return candidates.stream().map(candidate -> value(candidate, occasion)).toList();
    }

    /** Why the candidate cannot take part at all under this criterion; empty when nothing hinders. */
    default Optional<Finding> hindrance(Candidate candidate, RankingContext occasion) {
        return Optional.empty();
    }

    /** What people should know about how the value came to be; empty when there is nothing to add. */
    default Optional<Finding> remark(Candidate candidate, RankingContext occasion) {
        return Optional.empty();
    }
}
