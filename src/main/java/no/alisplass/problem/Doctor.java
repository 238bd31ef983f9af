package no.alisplass.problem;

import java.util.List;
import no.alisplass.domain.DoctorId;

/**
 * A doctor and everything that could be offered, best tier first.
 *
 * @param pinned whether a human has settled the outcome: the doctor then gets the only option there is, or, without
 *     options, none. Pinned doctors hold their option whatever their place in the order.
 */
public record Doctor(DoctorId id, List<Option> options, boolean pinned) {
    public Doctor {
        options = List.copyOf(options);
        for (int i = 1; i < options.size(); i++) {
            if (options.get(i).tier() < options.get(i - 1).tier()) {
                throw new IllegalArgumentException("The options of doctor " + id + " must come best tier first.");
            }
        }
        if (pinned && options.size() > 1) {
            throw new IllegalArgumentException("The pinned doctor " + id + " must have at most one option.");
        }
    }

    /** How many tiers there are; also the tier that stands for "no placement". */
    public int tiers() {
        return options.isEmpty() ? 0 : options.get(options.size() - 1).tier() + 1;
    }
}
