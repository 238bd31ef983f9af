package no.alisplass.round;

import java.util.List;
import no.alisplass.domain.Finding;

/** A round as a command left it, with what the coordinator should know about it although nothing was refused. */
public record RoundChange(Round round, List<Finding> warnings) {
    public RoundChange {
        warnings = List.copyOf(warnings);
    }
}
