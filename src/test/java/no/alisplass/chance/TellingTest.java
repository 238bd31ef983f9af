package no.alisplass.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
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
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.platform.Messages;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Test;

/** What an area is told of a chance, and what it is not. */
class TellingTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");
    private static final AreaCode OWN = new AreaCode("3205");
    private static final DepartmentId LUNGE = new DepartmentId("lunge");

    private final Map<HprNumber, Odds.OfDoctor> doctors = new TreeMap<>();

    private TellingTest others(int count, String area, boolean guessed, DepartmentId... could) {
        for (int i = 0; i < count; i++) {
            List<Guess> on = guessed ? List.of(Guess.AS_LAST, Guess.AS_REGISTERED) : List.of(Guess.values());
            doctors.put(new HprNumber(8_000_000 + doctors.size()), doctor(area, on, could));
        }
        return this;
    }

    private void guessed(List<Guess> on, int count, String area) {
        for (int i = 0; i < count; i++) {
            doctors.put(new HprNumber(8_000_000 + doctors.size()), doctor(area, on, LUNGE));
        }
    }

    private static Odds.OfDoctor doctor(String area, List<Guess> on, DepartmentId... could) {
        Map<Guess, SortedSet<DepartmentId>> couldOn = new EnumMap<>(Guess.class);
        on.forEach(guess -> couldOn.put(guess, new TreeSet<>(List.of(could))));
        return new Odds.OfDoctor(
                new AreaCode(area),
                !on.contains(Guess.NONE),
                couldOn,
                new EnumMap<>(Guess.class),
                new EnumMap<>(Guess.class));
    }

    private Discretion missing(int lists) {
        return new Discretion(
                new Odds(10, lists == 0 ? List.of(Guess.NONE) : List.of(Guess.values()), false, 0, doctors),
                OWN,
                lists);
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
        others(9, "3240", false, LUNGE).others(1, "3218", false, LUNGE).others(6, "3222", true, LUNGE);
        assertThat(missing(1).of(LUNGE)).isEqualTo(new Level(Told.THIRDS, true));
        others(1, "3238", true, LUNGE);
        assertThat(missing(2).of(LUNGE)).isEqualTo(new Level(Told.TENS, true));
    }

    @Test
    void lists_that_are_sent_are_graded_by_themselves_however_many_are_guessed() {
        others(1, "3240", false, LUNGE).others(5, "3222", true, LUNGE).others(5, "3238", true, LUNGE);
        assertThat(missing(2).of(LUNGE).told())
                .as("without the missing lists it would be one doctor's figure")
                .isEqualTo(Told.HIDDEN);
        others(8, "3240", false, LUNGE);
        assertThat(missing(2).of(LUNGE)).isEqualTo(new Level(Told.THIRDS, true));
    }

    @Test
    void where_nobody_has_sent_those_who_are_guessed_decide() {
        others(5, "3222", true, LUNGE).others(1, "3238", true, LUNGE);
        assertThat(missing(2).of(LUNGE)).isEqualTo(new Level(Told.TENS, true));
    }

    @Test
    void a_guess_with_one_who_competes_gives_the_missing_lists_no_say() {
        others(5, "3240", false, LUNGE).others(5, "3218", false, LUNGE);
        guessed(List.of(Guess.AS_REGISTERED), 5, "3222");
        guessed(List.of(Guess.AS_LAST, Guess.AS_REGISTERED), 1, "3238");
        assertThat(missing(2).of(LUNGE)).isEqualTo(new Level(Told.TENS, false));
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
    void one_department_says_something_of_every_other_that_the_doctor_could_be_offered() {
        others(2, "3240", false, Samples.GERIATRICS)
                .others(9, "3240", false, Samples.LUNG)
                .others(9, "3222", false, Samples.LUNG);
        WaitlistEntry entry = Samples.entry(Samples.rowWith("Ønsket avdeling 1", "Lunge"));
        assertThat(missing(0).ofAny(Set.of(Samples.LUNG)).told()).isEqualTo(Told.TENS);
        assertThat(missing(0).ofAny(Set.of(Samples.GERIATRICS, Samples.LUNG)).told())
                .isEqualTo(Told.HIDDEN);
        doctors.put(entry.hpr(), doctor("3205", List.of(Guess.NONE), Samples.LUNG, Samples.GERIATRICS));
        AreaChances.OfDoctor told = new Telling(new Odds(10, List.of(Guess.NONE), false, 0, doctors), missing(0))
                .of(entry, Telling.Hindrance.NONE);
        assertThat(told.place().chance().told()).isEqualTo(Told.HIDDEN);
        assertThat(told.wishes())
                .extracting(wish -> wish.line().chance().told())
                .containsExactly(Told.HIDDEN);
    }

    @Test
    void whether_a_lot_is_in_play_is_not_told() {
        others(9, "3240", false, LUNGE).others(9, "3222", false, LUNGE);
        WaitlistEntry entry = Samples.entry();
        doctors.put(entry.hpr(), doctor("3205", List.of(Guess.NONE), LUNGE));
        assertThat(List.of(true, false).stream()
                        .map(lots -> new Telling(new Odds(200, List.of(Guess.NONE), lots, 0, doctors), missing(0))
                                .of(entry, Telling.Hindrance.NONE))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void of_a_doctor_who_is_in_the_round_by_anothers_list_nothing_is_told() {
        WaitlistEntry entry = Samples.entry();
        others(9, "3240", false, LUNGE).others(9, "3222", false, LUNGE);
        doctors.put(entry.hpr(), doctor("3240", List.of(Guess.NONE), LUNGE));
        AreaChances.OfDoctor told = new Telling(new Odds(10, List.of(Guess.NONE), false, 0, doctors), missing(0))
                .of(entry, Telling.Hindrance.NONE);
        assertThat(told.place().chance().told()).isEqualTo(Told.OTHER_LIST);
        assertThat(told.wishes()).isEmpty();
        assertThat(Messages.text(told.place().chance().inWords(), BOKMAL)).startsWith("regnes ikke her");
    }

    @Test
    void who_is_on_several_lists_is_not_told_to_be_impossible_before_it_is_settled() {
        WaitlistEntry entry = Samples.entry();
        Telling telling = new Telling(new Odds(10, List.of(Guess.NONE), false, 0, doctors), missing(0));
        Finding unsettled = Finding.of("hprNumber", null, "snapshot.on-two-lists");
        assertThat(telling.of(entry, new Telling.Hindrance(List.of(unsettled), true))
                        .place()
                        .chance()
                        .told())
                .isEqualTo(Told.OTHER_LIST);
        assertThat(telling.of(entry, Telling.Hindrance.NONE).place().chance().told())
                .isEqualTo(Told.IMPOSSIBLE);
    }
}
