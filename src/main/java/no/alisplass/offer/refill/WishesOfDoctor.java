package no.alisplass.offer.refill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.text.Text;
import no.alisplass.problem.Option;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillPart;

/** The wishes of one doctor of a round, as they stand and as they would be: frozen, less what was taken back, in the order there is. */
final class WishesOfDoctor {
    private final List<Option> frozen;
    private final RefillDoctor now;
    private final SavedWishes saved;

    /**
     * @param frozen as the round had them
     * @param now as the next refill has them
     * @param saved as they were changed last; null for never
     */
    WishesOfDoctor(List<Option> frozen, RefillDoctor now, SavedWishes saved) {
        this.frozen = frozen;
        this.now = now;
        this.saved = saved;
    }

    RoundWishes.Part part() {
        return switch (now.part()) {
            case WAITS -> RoundWishes.Part.WAITS;
            case UPGRADABLE -> now.heldOption().stays().size() == 1 ? RoundWishes.Part.MOVES : RoundWishes.Part.FIXED;
            case FIRM, BY_HAND, OUT -> RoundWishes.Part.FIXED;
        };
    }

    boolean holdsWhole() {
        return now.part() == RefillPart.UPGRADABLE && now.heldOption().stays().size() > 1;
    }

    WishLine held() {
        return now.held() == null ? null : WishLine.of(now.heldOption());
    }

    List<List<WishLine>> lines() {
        return switch (part()) {
            case WAITS -> WishLine.groups(now.options(), option -> true);
            case MOVES -> WishLine.groups(now.options(), above(now.heldOption().tier()));
            case FIXED -> List.of();
        };
    }

    List<WishLine> removed() {
        return saved == null
                ? List.of()
                : WishLine.groups(frozen, saved::takesBack).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private static Predicate<Option> above(int tier) {
        return option -> option.tier() < tier;
    }

    private Set<String> gone() {
        return saved == null ? Set.of() : saved.removed();
    }

    /** @param order null for as it is */
    record Wanted(Set<String> removed, List<List<String>> order) {}

    /**
     * All that is to be saved: what is taken back, and the order that holds from now on.
     *
     * @return refused INVALID for what is no wish, what would come back, an order of who waits, and an order that leaves something out or
     *     has it twice
     */
    Result<Wanted> change(Set<String> removed, List<List<String>> order) {
        Set<String> all = keys(WishLine.groups(frozen, option -> true));
        for (String key : removed) {
            if (!all.contains(key) && !gone().contains(key)) {
                return Result.invalid(Finding.of("removed", Text.shown(key), "offer.wishes-unknown", Text.shown(key)));
            }
        }
        // A corrected run may not have all that was taken back: nobody is shown it, and it stays gone.
        Set<String> kept = new HashSet<>(removed);
        for (String key : gone()) {
            if (kept.add(key) && all.contains(key)) {
                return Result.invalid(Finding.of("removed", null, "offer.wishes-stay-gone"));
            }
        }
        return part() == RoundWishes.Part.MOVES ? ofHolder(kept, order) : ofWaiting(kept, order);
    }

    private Result<Wanted> ofWaiting(Set<String> removed, List<List<String>> order) {
        if (order != null) {
            return Result.invalid(Finding.of("order", null, "offer.wishes-order-stands"));
        }
        // What was put in order before is so again when something is held again.
        List<List<String>> before = saved == null ? null : saved.order();
        return Result.done(new Wanted(removed, before == null ? null : without(before, removed)));
    }

    private Result<Wanted> ofHolder(Set<String> removed, List<List<String>> order) {
        List<Option> full = frozen.stream()
                .filter(option -> !gone().contains(WishLine.key(option)) || sameAsHeld(option))
                .toList();
        // In the same order as what is listed, which lacks only what cannot be had now.
        List<Option> standing = saved == null
                ? full
                : saved.ordered(
                                frozen,
                                full.stream()
                                        .filter(this::sameAsHeld)
                                        .findFirst()
                                        .orElseThrow(),
                                new HashSet<>(full)::contains)
                        .map(SavedWishes.Ordered::options)
                        .orElse(full);
        int held = standing.stream()
                .filter(this::sameAsHeld)
                .findFirst()
                .orElseThrow()
                .tier();
        List<List<String>> above = WishLine.keys(WishLine.groups(standing, above(held)));
        Set<String> mayGo = above.stream().flatMap(List::stream).collect(Collectors.toSet());
        for (String key : removed) {
            if (!gone().contains(key) && !mayGo.contains(key)) {
                return Result.invalid(
                        Finding.of("removed", Text.shown(key), "offer.wishes-not-above", Text.shown(key)));
            }
        }
        List<List<String>> shown = without(WishLine.keys(lines()), removed);
        if (order != null && !sameLines(order, shown)) {
            return Result.invalid(Finding.of("order", null, "offer.wishes-order-unfit"));
        }
        List<List<String>> first = new ArrayList<>(order == null ? shown : order);
        Set<String> placed = flat(first);
        // What cannot be had now comes after the rest of what is better, should it be there again.
        above.stream()
                .map(group -> group.stream()
                        .filter(key -> !placed.contains(key) && !removed.contains(key))
                        .toList())
                .filter(group -> !group.isEmpty())
                .forEach(first::add);
        if (standing != full) {
            // What is held, and what came after it in the order so far, stays in it: all of it stood above what was
            // held then.
            Set<String> better = mayGo;
            Set<String> before = flat(saved.order());
            WishLine.keys(WishLine.groups(standing, above(held).negate())).stream()
                    .map(group -> group.stream()
                            .filter(key -> before.contains(key) && !better.contains(key))
                            .toList())
                    .filter(group -> !group.isEmpty())
                    .forEach(first::add);
        }
        Set<String> ordered = flat(first);
        List<List<String>> asInRound =
                WishLine.keys(WishLine.groups(full, option -> ordered.contains(WishLine.key(option))));
        return Result.done(new Wanted(removed, first.equals(asInRound) ? null : first));
    }

    private boolean sameAsHeld(Option option) {
        return option.uses().equals(now.heldOption().uses());
    }

    private static boolean sameLines(List<List<String>> order, List<List<String>> shown) {
        int many = order.stream().mapToInt(List::size).sum();
        return order.stream().noneMatch(List::isEmpty)
                && many == flat(order).size()
                && flat(order).equals(flat(shown));
    }

    private static List<List<String>> without(List<List<String>> groups, Set<String> removed) {
        return groups.stream()
                .map(group ->
                        group.stream().filter(key -> !removed.contains(key)).toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private static Set<String> flat(List<List<String>> groups) {
        return groups.stream().flatMap(List::stream).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> keys(List<List<WishLine>> groups) {
        return flat(WishLine.keys(groups));
    }
}
