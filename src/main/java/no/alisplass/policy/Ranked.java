package no.alisplass.policy;

import java.util.List;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;

/**
 * A doctor's place in the priority order.
 *
 * @param position from 1, the highest priority
 * @param values one for each criterion, in the policy's order
 * @param remarks what people should know about it (too early, length of locum not known); they change nothing
 */
public record Ranked(int position, Candidate candidate, List<CriterionValue> values, List<Finding> remarks) {
    public Ranked {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }
}
