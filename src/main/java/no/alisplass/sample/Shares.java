package no.alisplass.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/** How often each kind of doctor occurs, in percent; dealt out so that a round has them in just these shares. */
final class Shares {
    /** Months of institutional service left under which scheme, before the old one was over and since. */
    enum Course {
        NEW(80, 84),
        NEW_INTERRUPTED(5, 6),
        OLD_WHOLE(9, 2),
        OLD_SECOND_PART(6, 0),
        /** Begun under the old scheme, and gone over to the new. */
        CONVERTED(0, 8);

        private final int before;
        private final int since;

        Course(int before, int since) {
            this.before = before;
            this.since = since;
        }

        int share(SampleRules rules) {
            return rules == SampleRules.UNTIL_2027 ? before : since;
        }
    }

    /** How the doctor belongs to the area. */
    enum Standing implements Shared {
        PERMANENT(45),
        OWN_LIST(35),
        LONG_LOCUM(9),
        SHORT_LOCUM(6),
        NONE(2),
        ENDED(3);

        private final int share;

        Standing(int share) {
            this.share = share;
        }

        @Override
        public int share() {
            return share;
        }
    }

    /** Months of counted service. */
    enum Service implements Shared {
        TOO_EARLY(12, 8, 23),
        THIRD_YEAR(36, 24, 35),
        FOURTH_YEAR(32, 36, 47),
        FIFTH_YEAR(20, 48, 59);

        private final int share;
        private final int least;
        private final int most;

        Service(int share, int least, int most) {
            this.share = share;
            this.least = least;
            this.most = most;
        }

        @Override
        public int share() {
            return share;
        }

        int months(SeededDraw draw) {
            return draw.between(least, most);
        }
    }

    /** How counted service is told. */
    enum Told implements Shared {
        STATED(70),
        AS_PERIODS(20),
        AS_BOTH(10);

        private final int share;

        Told(int share) {
            this.share = share;
        }

        @Override
        public int share() {
            return share;
        }
    }

    /** The form of the wishes. */
    enum Wishing implements Shared {
        NOTHING(12),
        ONE(8),
        ALL_STRICT(20),
        SOME_STRICT(26),
        TIED_FIRST(16),
        TIED_LAST(8),
        ONLY_RANKED(10);

        private final int share;

        Wishing(int share) {
            this.share = share;
        }

        @Override
        public int share() {
            return share;
        }
    }

    /** Half-years the doctor cannot or will not start in. */
    enum Timing implements Shared {
        ANY(58),
        FROM_FIRST(14),
        FROM_SECOND(14),
        NOT_FIRST(7),
        NOT_SECOND(7);

        private final int share;

        Timing(int share) {
            this.share = share;
        }

        @Override
        public int share() {
            return share;
        }
    }

    private Shares() {}

    /** A kind with its share in percent. */
    interface Shared {
        int share();
    }

    /** Each of the kinds in its share, in a drawn order. */
    static <E extends Enum<E> & Shared> List<E> deal(E[] kinds, int count, SeededDraw draw) {
        return deal(kinds, Shared::share, count, draw);
    }

    static <E> List<E> deal(E[] kinds, ToIntFunction<E> share, int count, SeededDraw draw) {
        int[] weights = Arrays.stream(kinds).mapToInt(share).toArray();
        int[] shares = SeededDraw.shares(count, weights);
        List<E> dealt = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            dealt.addAll(Collections.nCopies(shares[i], kinds[i]));
        }
        draw.shuffle(dealt);
        return dealt;
    }
}
