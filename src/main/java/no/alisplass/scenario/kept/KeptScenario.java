package no.alisplass.scenario.kept;

import java.time.Instant;
import java.util.Objects;
import no.alisplass.scenario.change.Question;
import no.alisplass.snapshot.Snapshot.RegisterTerms;

/**
 * A scenario somebody keeps.
 *
 * @param register how the register is asked; null for a round
 * @param base the frozen problem it was written for; a doctor it names is the one who is called so there
 * @param shared whether all planners and coordinators of the hospital see it
 * @param copiedFrom the one it was copied from; null for none
 * @param madeBy who alone can change it
 */
public record KeptScenario(
        long id,
        AskedOf of,
        RegisterTerms register,
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

    /** Whether it asks just this. @param terms how the register is asked; null for a round */
    public boolean asks(Question other, RegisterTerms terms) {
        return question.equals(other) && Objects.equals(register, terms);
    }
}
