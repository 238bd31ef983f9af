package no.alisplass.policy;

import java.util.List;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;

/** A doctor who cannot take part, with every reason. */
public record IneligibleCandidate(Candidate candidate, List<Finding> reasons) {
    public IneligibleCandidate {
        reasons = List.copyOf(reasons);
    }
}
