package no.alisplass.policy;

import no.alisplass.domain.HprNumber;

/** Who of two is ahead, by the first criterion that differs, and what it found for each. */
public record Decision(HprNumber ahead, HprNumber behind, CriterionValue valueAhead, CriterionValue valueBehind) {
    public CriterionCode criterion() {
        return valueAhead.criterion();
    }
}
