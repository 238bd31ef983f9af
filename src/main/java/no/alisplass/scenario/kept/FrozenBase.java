package no.alisplass.scenario.kept;

import java.util.stream.Collectors;
import no.alisplass.domain.text.Sha256;
import no.alisplass.snapshot.Snapshot;

/**
 * Which frozen problem a scenario was written for.
 *
 * @param problemHash SHA-256 of the problem
 * @param peopleHash SHA-256 of who stood where in it
 */
public record FrozenBase(String problemHash, String peopleHash) {
    public static FrozenBase of(Snapshot snapshot) {
        return of(snapshot, snapshot.problemHash());
    }

    /** @param problemHash of the snapshot's problem, where it is known */
    public static FrozenBase of(Snapshot snapshot, String problemHash) {
        String people = snapshot.roster().entries().stream()
                .map(entry -> entry.doctor() + " " + entry.facts().hpr().digits())
                .collect(Collectors.joining("\n"));
        return new FrozenBase(problemHash, Sha256.hex(people));
    }
}
