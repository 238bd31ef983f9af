package no.alisplass.scenario.least;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Resource;

/**
 * That so many seats are enough, by showing who could have which, and that one fewer is not, by prices: anybody can add it up (docs/scenarios.md).
 *
 * @param added the seats that are added, in the problem's order; null where not even all there could be are enough
 * @param placements what each of the question's doctors could have with them, in their order; null as {@code added}
 * @param atLeast fewer than this many are not enough, by the proof; where not even all are enough, more than there could be
 */
public record LeastCertificate(
        LeastQuestion question,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Resource> added,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Placement> placements,
        int atLeast,
        LeastProof proof) {
    public LeastCertificate {
        added = added == null ? null : List.copyOf(added);
        placements = placements == null ? null : List.copyOf(placements);
    }

    /** How many seats are added in all; there must be some answer. */
    public int number() {
        return added.stream().mapToInt(Resource::capacity).sum();
    }
}
