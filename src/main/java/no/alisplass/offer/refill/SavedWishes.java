package no.alisplass.offer.refill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.life.Actor;
import no.alisplass.problem.Option;

/**
 * What a doctor's wishes in a round were saved as last, since it was approved; of lines by their keys.
 *
 * @param version from 1
 * @param removed all that was taken back
 * @param order what stood above the seat held, best first, those of one group alike; null for the round's order. It holds while the
 *     doctor holds something and asks for better
 */
record SavedWishes(
        HprNumber hpr,
        long version,
        Set<String> removed,
        List<List<String>> order,
        Actor actor,
        String by,
        Instant at) {
    SavedWishes {
        removed = Set.copyOf(new TreeSet<>(removed));
        order = order == null ? null : order.stream().map(List::copyOf).toList();
    }

    boolean takesBack(Option option) {
        return !removed.isEmpty() && removed.contains(WishLine.key(option));
    }

    /**
     * Options with what was put in order first and the rest, all of which stood below it in the round, as they are. Empty where there is no
     * such order, or nothing is left on one of the sides of it.
     */
    Optional<List<Option>> ordered(List<Option> options) {
        if (order == null) {
            return Optional.empty();
        }
        Map<String, Integer> groups = new HashMap<>();
        for (int group = 0; group < order.size(); group++) {
            for (String key : order.get(group)) {
                groups.put(key, group);
            }
        }
        List<List<Option>> first = new ArrayList<>();
        order.forEach(group -> first.add(new ArrayList<>()));
        List<Option> rest = new ArrayList<>();
        int lowest = -1;
        for (Option option : options) {
            Integer group = groups.get(WishLine.key(option));
            if (group == null) {
                rest.add(option);
            } else {
                first.get(group).add(option);
                lowest = Math.max(lowest, option.tier());
            }
        }
        if (lowest < 0 || rest.isEmpty() || lowest >= rest.get(0).tier()) {
            return Optional.empty();
        }
        List<Option> ordered = new ArrayList<>();
        for (int group = 0; group < first.size(); group++) {
            for (Option option : first.get(group)) {
                ordered.add(new Option(group, option.stays(), option.uses()));
            }
        }
        rest.forEach(option -> ordered.add(new Option(first.size() + option.tier(), option.stays(), option.uses())));
        return Optional.of(ordered);
    }
}
