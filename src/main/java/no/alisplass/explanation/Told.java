package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * The reasons in plain sentences.
 *
 * @param outcome what the doctor gets
 * @param better what the doctor would rather have had, and who has it
 * @param proof why there is no way round that
 * @param leftOut what could not be offered
 * @param changes what would have given something better
 */
public record Told(
        List<String> outcome, List<String> better, List<String> proof, List<String> leftOut, List<String> changes) {
    public Told {
        outcome = List.copyOf(outcome);
        better = List.copyOf(better);
        proof = List.copyOf(proof);
        leftOut = List.copyOf(leftOut);
        changes = List.copyOf(changes);
    }

    /** Everything, in the order to be read. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>(outcome);
        all.addAll(better);
        all.addAll(proof);
        all.addAll(leftOut);
        all.addAll(changes);
        return all;
    }
}
