package no.alisplass.offer.refill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
     * What the round had, asked for as it is put in order: what is in the order stands first, and after it the rest, as it was. With what is held, nothing
     * is put ahead of it that neither the order nor the round has there.
     *
     * @param own whether what stands first is in an order that only the doctor's own explains; else all that stands above the one held
     *     stood above it in the round too
     */
    record Ordered(List<Option> options, boolean own) {}

    /**
     * Empty where there is no order of one's own, or nothing left of it.
     *
     * @param round all that the round had, also what was taken back
     * @param held one of them
     * @param left which of them are wanted
     */
    Optional<Ordered> ordered(List<Option> round, Option held, Predicate<Option> left) {
        if (order == null) {
            return Optional.empty();
        }
        Map<String, Integer> groups = new HashMap<>();
        for (int group = 0; group < order.size(); group++) {
            for (String key : order.get(group)) {
                groups.put(key, group);
            }
        }
        int lowest = -1;
        int last = -1;
        for (Option option : round) {
            last = Math.max(last, option.tier());
            if (groups.containsKey(WishLine.key(option))) {
                lowest = Math.max(lowest, option.tier());
            }
        }
        if (round.stream().noneMatch(option -> groups.containsKey(WishLine.key(option)) && left.test(option))) {
            return Optional.empty();
        }
        Integer heldIn = groups.get(WishLine.key(held));
        // What is held may be of a corrected run, and stand among what is in the order without being in it; or nothing
        // comes after the order.
        boolean own = lowest < last && (heldIn != null || held.tier() > lowest);
        int many = order.size();
        int heldAt = heldIn == null ? many + held.tier() : heldIn;
        List<Option> ordered = new ArrayList<>();
        for (Option option : round) {
            Integer group = groups.get(WishLine.key(option));
            int at = group == null ? many + option.tier() : group;
            boolean wasAbove = option.tier() < held.tier();
            // Behind what is held goes what the round had there, where the order does not say which of the two is
            // better.
            int place = own || at <= heldAt && (at == heldAt || wasAbove)
                    ? at
                    : at < heldAt ? heldAt + 1 + at : at + 1 + many;
            if (left.test(option)) {
                ordered.add(new Option(place, option.stays(), option.uses()));
            }
        }
        ordered.sort(Comparator.comparingInt(Option::tier));
        return Optional.of(new Ordered(ordered, own));
    }
}
