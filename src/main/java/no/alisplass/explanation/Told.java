package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * The reasons in plain sentences, in two layers: the outcome, the cause and the first of the changes answer; the rest is there for who asks on.
 *
 * @param outcome what the doctor gets
 * @param cause what took or ruled out what the doctor would rather have had
 * @param better each thing that is taken, and who has it
 * @param proof why there is no way round that
 * @param leftOut what could not be offered
 * @param changes what would have given something better
 */
public record Told(
        List<String> outcome,
        List<String> cause,
        List<String> better,
        List<String> proof,
        List<String> leftOut,
        List<String> changes) {
    public Told {
        outcome = List.copyOf(outcome);
        cause = List.copyOf(cause);
        better = List.copyOf(better);
        proof = List.copyOf(proof);
        leftOut = List.copyOf(leftOut);
        changes = List.copyOf(changes);
    }

    /** What answers, in three short lines; those that have nothing to say are not there. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        for (List<String> line : List.of(outcome, cause, changes.isEmpty() ? changes : changes.subList(0, 1))) {
            if (!line.isEmpty()) {
                lines.add(String.join(" ", line));
            }
        }
        return lines;
    }

    /** The changes after the first. */
    public List<String> furtherChanges() {
        return changes.isEmpty() ? changes : changes.subList(1, changes.size());
    }

    /** Whether there is more than the summary says. */
    public boolean more() {
        return !(better.isEmpty()
                && proof.isEmpty()
                && leftOut.isEmpty()
                && furtherChanges().isEmpty());
    }

    /** Everything, in the order to be read. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>(outcome);
        all.addAll(cause);
        all.addAll(better);
        all.addAll(proof);
        all.addAll(leftOut);
        all.addAll(changes);
        return all;
    }
}
