package no.alisplass.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import no.alisplass.chance.Chance.Told;
import no.alisplass.chance.Discretion.Level;
import no.alisplass.chance.world.Guess;
import no.alisplass.chance.world.Odds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.platform.Messages;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Test;

/** What an area is told of a chance, and what it is not. */
class TellingTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");
    private static final AreaCode OWN = new AreaCode("3205");
    private static final DepartmentId LUNGE = new DepartmentId("lunge");
    private static final DepartmentId GERIATRI = new DepartmentId("geriatri");

    private final Map<HprNumber, Odds.OfDoctor> doctors = new TreeMap<>();

    private TellingTest others(int count, String area, boolean guessed, DepartmentId... could) {
        for (int i = 0; i < count; i++) {
            doctors.put(
                    new HprNumber(8_000_000 + doctors.size()),
                    new Odds.OfDoctor(
                            new AreaCode(area),
                            guessed,
                            new TreeSet<>(List.of(could)),
                            new EnumMap<>(Guess.class),
                            new EnumMap<>(Guess.class)));
        }
        return this;
    }

    private Discretion missing(int lists) {
        return new Discretion(new Odds(10, List.of(Guess.NONE), false, 0, doctors), OWN, lists);
    }

    private static String told(Told told, double low, double high, double margin) {
        Chance chance = Chance.of(new Level(told, true), new Chance.Shares(low, high, margin));
        return Messages.text(chance.inWords(), BOKMAL);
    }

    @Test
    void is_told_in_tens_that_hold_it() {
        assertThat(told(Told.TENS, 0, 0, 0)).isEqualTo("under 10 %");
        assertThat(told(Told.TENS, 1, 1, 0)).isEqualTo("over 90 %");
        assertThat(told(Told.TENS, 0.34, 0.46, 0)).isEqualTo("30–50 %");
        assertThat(told(Told.TENS, 0.4, 0.4, 0)).isEqualTo("40–50 %");
        assertThat(told(Told.TENS, 0, 0.46, 0)).isEqualTo("under 50 %");
        assertThat(told(Told.TENS, 0.5, 1, 0)).isEqualTo("over 50 %");
        assertThat(told(Told.TENS, 0, 1, 0)).isEqualTo("alt fra 0 til 100 %");
        assertThat(told(Told.TENS, 0.5, 0.5, 0.06)).isEqualTo("40–60 %");
        assertThat(told(Told.THIRDS, 0.5, 0.5, 0)).isEqualTo("33–67 %");
        assertThat(told(Told.THIRDS, 0, 0, 0)).isEqualTo("under 33 %");
        assertThat(told(Told.HIDDEN, 0, 0, 0)).startsWith("vises ikke");
    }

    @Property
    void what_is_told_holds_the_chance_and_thirds_hold_it_too(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        for (Told told : List.of(Told.TENS, Told.THIRDS)) {
            Chance chance = Chance.of(new Level(told, true), new Chance.Shares(low, high, 0));
            assertThat(chance.from()).isLessThan(chance.to());
            assertThat(chance.from() / 100.0).isLessThanOrEqualTo(low + 1e-8);
            assertThat(chance.to() / 100.0).isGreaterThanOrEqualTo(high - 1e-8);
        }
    }

    @Test
    void no_figure_is_told_where_fewer_than_three_others_compete() {
        assertThat(others(2, "3240", false, LUNGE).missing(0).of(LUNGE).told()).isEqualTo(Told.HIDDEN);
    }

    @Test
    void how_many_of_its_own_compete_makes_no_difference() {
        others(9, "3205", false, LUNGE);
        assertThat(missing(0).of(LUNGE).told()).isEqualTo(Told.HIDDEN);
    }

    @Test
    void thirds_are_told_where_few_others_compete_or_those_of_one_area_alone() {
        assertThat(others(2, "3240", false, LUNGE)
                        .others(2, "3222", false, LUNGE)
                        .missing(0)
                        .of(LUNGE)
                        .told())
                .isEqualTo(Told.THIRDS);
        doctors.clear();
        assertThat(others(9, "3240", false, LUNGE).missing(0).of(LUNGE).told()).isEqualTo(Told.THIRDS);
        others(1, "3222", false, LUNGE);
        assertThat(missing(0).of(LUNGE).told()).isEqualTo(Told.TENS);
    }

    @Test
    void where_one_list_alone_is_missing_only_thirds_are_told() {
        others(9, "3240", false, LUNGE).others(3, "3222", true, LUNGE);
        assertThat(missing(1).of(LUNGE)).isEqualTo(new Level(Told.THIRDS, true));
        others(1, "3238", true, LUNGE);
        assertThat(missing(2).of(LUNGE)).isEqualTo(new Level(Told.TENS, true));
    }

    @Test
    void missing_lists_with_fewer_than_three_who_compete_have_no_say() {
        others(9, "3240", false, LUNGE).others(9, "3222", false, LUNGE);
        Level nobody = missing(2).of(LUNGE);
        others(1, "3238", true, LUNGE).others(1, "3236", true, LUNGE);
        assertThat(missing(2).of(LUNGE)).isEqualTo(nobody).isEqualTo(new Level(Told.TENS, false));
        doctors.clear();
        others(2, "3240", false, LUNGE).others(2, "3238", true, LUNGE);
        assertThat(missing(2).of(LUNGE).told()).isEqualTo(Told.HIDDEN);
    }

    @Test
    void a_later_wish_says_nothing_of_one_before_it_that_is_not_told() {
        others(2, "3240", false, GERIATRI).others(9, "3240", false, LUNGE).others(9, "3222", false, LUNGE);
        Discretion discretion = missing(0);
        assertThat(discretion.of(LUNGE).told()).isEqualTo(Told.TENS);
        assertThat(discretion.ofWishes(wishes(GERIATRI, LUNGE), Set.of(GERIATRI, LUNGE)))
                .extracting(Level::told)
                .containsExactly(Told.HIDDEN, Told.HIDDEN);
        assertThat(discretion.ofWishes(wishes(LUNGE, GERIATRI), Set.of(GERIATRI, LUNGE)))
                .extracting(Level::told)
                .containsExactly(Told.TENS, Told.HIDDEN);
        assertThat(discretion.ofWishes(wishes(GERIATRI, LUNGE), Set.of(LUNGE)))
                .extracting(Level::told)
                .containsExactly(Told.TENS, Told.TENS);
        assertThat(discretion.ofAny(Set.of(GERIATRI, LUNGE)).told()).isEqualTo(Told.HIDDEN);
    }

    @Test
    void of_a_doctor_who_is_in_the_round_by_anothers_list_nothing_is_told() {
        WaitlistEntry entry = Samples.entry();
        others(9, "3240", false, LUNGE).others(9, "3222", false, LUNGE);
        Odds.OfDoctor elsewhere = new Odds.OfDoctor(
                new AreaCode("3240"),
                false,
                new TreeSet<>(List.of(LUNGE)),
                new EnumMap<>(Guess.class),
                new EnumMap<>(Guess.class));
        doctors.put(entry.hpr(), elsewhere);
        AreaChances.OfDoctor told =
                new Telling(new Odds(10, List.of(Guess.NONE), false, 0, doctors), missing(0)).of(entry, List.of());
        assertThat(told.place().chance().told()).isEqualTo(Told.IMPOSSIBLE);
        assertThat(told.wishes()).isEmpty();
    }

    private static Wishes wishes(DepartmentId... ranked) {
        List<Set<DepartmentId>> groups = new ArrayList<>();
        List.of(ranked).forEach(department -> groups.add(Set.of(department)));
        return new Wishes(groups, false, Set.of(), null, Set.of(), WishWeight.DEPARTMENT);
    }
}
