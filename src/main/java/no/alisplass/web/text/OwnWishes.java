package no.alisplass.web.text;

import io.quarkus.qute.TemplateData;
import java.util.List;
import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.domain.Wishes;
import no.alisplass.problem.Option;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.OwnWish;

/** The doctor's own wish that an outcome or an offer meets, as a badge says it. */
public final class OwnWishes {
    private static final List<String> STYLES = List.of("first", "second", "third");

    private OwnWishes() {}

    /** @param style by how high the wish is */
    @TemplateData
    public record Badge(String text, String style) {}

    /** Of what is proposed; null for none. */
    public static Badge badge(DoctorOutcome placed) {
        return placed.placed() ? badge(placed.ownWish()) : null;
    }

    /** Of an offer; null for none. */
    public static Badge badge(Wishes wishes, Option option) {
        return option == null ? null : badge(OwnWish.of(wishes, option.stays()));
    }

    /** Of stays that were given. */
    public static Badge badge(Wishes wishes, List<Stay> stays) {
        return badge(OwnWish.of(wishes, stays));
    }

    private static Badge badge(OwnWish wish) {
        Integer number = wish.number();
        String style = number == null || number > STYLES.size() ? "later" : STYLES.get(number - 1);
        return new Badge(text(wish), style);
    }

    /** The badge's words. */
    static String text(OwnWish wish) {
        if (!wish.anyWishes()) {
            return Texts.of("wish-no-wishes");
        }
        List<Integer> ranks = wish.ranks().stream().distinct().toList();
        if (ranks.contains(0)) {
            return wish.number() == null ? Texts.of("wish-not-among") : Texts.of("wish-rank-and-other", wish.number());
        }
        return ranks.size() == 1
                ? Texts.of("wish-rank", ranks.get(0))
                : Texts.of("wish-rank-two", ranks.get(0), ranks.get(ranks.size() - 1));
    }
}
