package no.alisplass.problem;

import java.util.List;

/**
 * An outcome for every doctor of a problem, in the problem's order.
 *
 * @param problemHash SHA-256 of the problem's canonical bytes, in hexadecimal
 */
public record Proposal(String problemHash, List<Placement> placements) {
    public Proposal {
        placements = List.copyOf(placements);
    }
}
