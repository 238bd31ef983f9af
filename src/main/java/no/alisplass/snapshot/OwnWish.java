package no.alisplass.snapshot;

import java.util.List;
import no.alisplass.domain.Wishes;
import no.alisplass.problem.Leg;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;

/**
 * How an outcome stands to the doctor's own wishes, and, which is another figure, how good it is among what could be offered.
 *
 * @param ranks the doctor's own wish number of each department, in time order, 1 the first; 0 for one that is not among the wishes
 * @param anyWishes whether the doctor wished any department at all
 * @param later how many half-years after the first in which as wished departments could be offered
 * @param choice how good among what could be offered and has seats, 1 the best; null when settled by hand
 * @param choices how many steps those offers have; what is equally good is on one step
 */
public record OwnWish(List<Integer> ranks, boolean anyWishes, int later, Integer choice, int choices) {
    public OwnWish {
        ranks = List.copyOf(ranks);
    }

    /** @param offers what could be offered and has seats; none when settled by hand */
    static OwnWish of(Wishes wishes, Option held, List<Option> offers) {
        List<Integer> ranks = ranks(wishes, held.stays());
        boolean any = !wishes.ranked().isEmpty();
        if (offers.isEmpty()) {
            return new OwnWish(ranks, any, 0, null, 0);
        }
        int first = offers.stream()
                .filter(option -> option.stays().size() == held.stays().size()
                        && ranks(wishes, option.stays()).equals(ranks))
                .mapToInt(option -> option.stays()
                        .get(0)
                        .halfYear()
                        .until(held.stays().get(0).halfYear()))
                .max()
                .orElse(0);
        List<Integer> steps = offers.stream().map(Option::tier).distinct().toList();
        return new OwnWish(ranks, any, Math.max(0, first), steps.indexOf(held.tier()) + 1, steps.size());
    }

    /** How stays stand to the doctor's own wishes, whatever came of it. */
    public static OwnWish of(Wishes wishes, List<Stay> stays) {
        return new OwnWish(ranks(wishes, stays), !wishes.ranked().isEmpty(), 0, null, 0);
    }

    private static List<Integer> ranks(Wishes wishes, List<Stay> stays) {
        return stays.stream()
                .flatMap(stay -> stay.legs().stream())
                .map(Leg::department)
                .map(department -> wishes.rankOf(department)
                        .filter(rank -> rank < wishes.ranked().size())
                        .map(rank -> rank + 1)
                        .orElse(0))
                .toList();
    }

    /** The number of the best of the doctor's own wishes that is met; null for none. */
    public Integer number() {
        return ranks.stream().filter(rank -> rank > 0).min(Integer::compare).orElse(null);
    }

    /** Whether nothing that could be offered is better. */
    public boolean best() {
        return choice != null && choice == 1;
    }
}
