package no.alisplass.scenario.kept;

import java.time.Instant;
import no.alisplass.domain.RoundId;
import no.alisplass.scenario.change.Question;

/**
 * A scenario somebody keeps.
 *
 * @param shared whether all planners and coordinators of the hospital see it
 * @param copiedFrom the one it was copied from; null for none
 * @param madeBy who alone can change it
 */
public record KeptScenario(
        long id,
        RoundId round,
        String name,
        boolean shared,
        Question question,
        FrozenBase base,
        Long copiedFrom,
        String madeBy,
        Instant madeAt,
        Instant changedAt,
        long version) {
    public static final int LONGEST_NAME = 100;
}
