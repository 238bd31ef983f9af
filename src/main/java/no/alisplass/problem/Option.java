package no.alisplass.problem;

import java.util.List;

/**
 * One whole offer a doctor could get: a single stay, or a pair for twelve months.
 *
 * @param tier how good the doctor's own wishes make it, 0 the best; options of one tier are equally good
 * @param uses the resources it takes one unit each of, in order and without repetition
 */
public record Option(int tier, List<Stay> stays, List<ResourceId> uses) {
    public Option {
        if (tier < 0) {
            throw new IllegalArgumentException("The tier (" + tier + ") must not be negative.");
        }
        stays = List.copyOf(stays);
        uses = List.copyOf(uses);
        if (uses.stream().distinct().count() != uses.size()) {
            throw new IllegalArgumentException("An option uses a resource twice: " + uses + ".");
        }
    }
}
