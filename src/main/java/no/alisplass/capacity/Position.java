package no.alisplass.capacity;

import java.util.List;
import no.alisplass.domain.PositionId;

/**
 * A position kept for GPs in specialisation for six months: in one department, or three months in each of two; a stay
 * counts from three months in a department (003 §7.3.1.2). {@link IllegalArgumentException} for any other parts.
 */
public record Position(PositionId id, List<PositionPart> parts) {
    public Position {
        parts = List.copyOf(parts);
        if (!PositionRules.check(parts).isEmpty()) {
            throw new IllegalArgumentException(
                    "The position (" + id + ") must have one part of 6 months or two of 3 months"
                            + " in different departments; it has " + parts + ".");
        }
    }
}
