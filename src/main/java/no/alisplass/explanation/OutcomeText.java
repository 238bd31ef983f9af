package no.alisplass.explanation;

import java.util.ArrayList;
import java.util.List;
import no.alisplass.explanation.Reasons.Held;
import no.alisplass.snapshot.OwnWish;

/** What a doctor gets, beside the doctor's own wishes and beside what could be offered. */
final class OutcomeText {
    private static final int NEXT_BEST = 2;

    private final ExplanationWords words;

    OutcomeText(ExplanationWords words) {
        this.words = words;
    }

    List<String> sentences(Held held, String name) {
        List<String> told = new ArrayList<>();
        switch (held.standing()) {
            case PLACED -> {
                told.add(placed(held, name));
                told.add(choice(held.wish()));
            }
            case PLACED_BY_HAND ->
                told.add(words.say("outcome-by-hand", name, words.stays(held.stays()), ownWish(held.wish())));
            case EXCLUDED -> told.add(words.say("outcome-excluded", name));
            case WAITS -> told.add(words.say("outcome-waits", name));
        }
        if (held.part()) {
            told.add(words.say("outcome-part"));
        }
        if (held.affiliationEnds() != null) {
            told.add(words.say(
                    "outcome-affiliation-ends",
                    held.affiliationEnds(),
                    held.stays().get(held.stays().size() - 1).halfYear().end()));
        }
        return told;
    }

    private String placed(Held held, String name) {
        OwnWish wish = held.wish();
        String later = wish.later() == 0
                ? ""
                : words.say(wish.later() == 1 ? "later-one" : "later-many", words.number(wish.later()));
        return words.say("outcome-placed", name, words.stays(held.stays()), ownWish(wish), later);
    }

    /** The doctor's own wish that is met, beside an outcome; nothing where there are no wishes. */
    String ownWish(OwnWish wish) {
        String ranks = rank(wish);
        return ranks.isEmpty() ? "" : words.say("own-wish-beside", ranks);
    }

    /** The doctor's own wish, or two of them; empty where there are none. */
    String rank(OwnWish wish) {
        if (!wish.anyWishes()) {
            return "";
        }
        List<Integer> ranks = wish.ranks().stream().distinct().toList();
        if (ranks.stream().allMatch(rank -> rank == 0)) {
            return words.say("own-wish-none");
        }
        if (ranks.contains(0)) {
            return words.say("own-wish-and-none", wish.number());
        }
        return ranks.size() == 1
                ? words.say("own-wish", ranks.get(0))
                : words.say("own-wish-two", ranks.get(0), ranks.get(ranks.size() - 1));
    }

    private String choice(OwnWish wish) {
        if (!wish.anyWishes() && wish.best()) {
            return words.say("choice-no-wishes");
        }
        String how = wish.best()
                ? words.say("choice-best")
                : wish.choice() == NEXT_BEST
                        ? words.say("choice-next-best")
                        : words.say("choice-further", wish.choice(), wish.choices());
        return wish.anyWishes() ? how : words.say("choice-no-wishes-but", how);
    }
}
