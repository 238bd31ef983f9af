package no.alisplass.snapshot;

import java.util.List;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;

/** A doctor on a waitlist who cannot take part in the round, with every reason. */
public record NotEligible(String name, Candidate facts, List<Finding> reasons) {
    public NotEligible {
        reasons = List.copyOf(reasons);
    }
}
