package no.alisplass.chance;

import no.alisplass.domain.message.Message;

/**
 * A chance as it is told: never finer than can be said of it, and never so fine that it says something of somebody else.
 *
 * @param from percent; null where no figure is told
 * @param to percent; null where no figure is told
 */
public record Chance(Told told, Integer from, Integer to) {
    /** How it is told. */
    public enum Told {
        /** In tens of a hundred. */
        TENS,
        /** In thirds: few others, or others of one area alone, decide it. */
        THIRDS,
        /** Not at all: so few others compete that it would say something of one of them. */
        HIDDEN,
        /** There is nothing the doctor could be offered. */
        IMPOSSIBLE,
        /** The doctor is on the lists of several areas, and is not in the round by this one. */
        OTHER_LIST
    }

    private static final int[] TENS = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    private static final int[] THIRDS = {0, 33, 67, 100};

    /** @param level what of it may be told */
    static Chance of(Discretion.Level level, Shares shares) {
        if (level.told() == Told.HIDDEN) {
            return new Chance(Told.HIDDEN, null, null);
        }
        int[] marks = level.told() == Told.TENS ? TENS : THIRDS;
        double low = percent(Math.max(0, shares.low() - shares.margin()));
        double high = percent(Math.min(1, shares.high() + shares.margin()));
        int from = marks[0];
        int to = marks[marks.length - 1];
        for (int mark : marks) {
            from = mark <= low && mark < 100 ? mark : from;
        }
        for (int at = marks.length - 1; at >= 0; at--) {
            to = marks[at] >= high && marks[at] > from ? marks[at] : to;
        }
        return new Chance(level.told(), from, to);
    }

    /** Without what binary fractions add. */
    private static double percent(double share) {
        return Math.round(share * 1e8) / 1e6;
    }

    static final Chance IMPOSSIBLE = new Chance(Told.IMPOSSIBLE, null, null);
    static final Chance OTHER_LIST = new Chance(Told.OTHER_LIST, null, null);

    /** In words: {@code 30–50 %}. */
    public Message inWords() {
        return switch (told) {
            case HIDDEN -> Message.of("chance.hidden");
            case IMPOSSIBLE -> Message.of("chance.impossible");
            case OTHER_LIST -> Message.of("chance.other-list");
            case TENS, THIRDS -> figures();
        };
    }

    private Message figures() {
        if (from == 0 && to == 100) {
            return Message.of("chance.anything");
        }
        if (from == 0) {
            return Message.of("chance.under", to);
        }
        return to == 100 ? Message.of("chance.over", from) : Message.of("chance.between", from, to);
    }

    /**
     * How often it came out, of one.
     *
     * @param low on the guess on which it came out least often
     * @param high on that on which it came out most often
     * @param margin what the number of draws leaves open, to each side
     */
    record Shares(double low, double high, double margin) {}
}
