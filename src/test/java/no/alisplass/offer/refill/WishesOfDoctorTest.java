package no.alisplass.offer.refill;

import static no.alisplass.Results.codes;
import static no.alisplass.Results.done;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.offer.life.Actor;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.check.RefillChecker;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** What a doctor may change of the wishes, and what comes to be saved. */
class WishesOfDoctorTest {
    private final Doctor frozen = frozen();

    private SavedWishes saved;

    /** One who wants a or b alike, then c, d and e. */
    private static Doctor frozen() {
        Frozen round = new Frozen();
        for (String department : List.of("aa", "bb", "cc", "dd", "ee")) {
            round.seats(department, SPRING, 1);
        }
        round.doctor(1, "Lege 1").wants("aa,bb", "cc", "dd", "ee");
        return round.freeze().problem().doctors().get(0);
    }

    private static String line(String department) {
        return SPRING + ":" + department + ".6";
    }

    private static Set<String> lines(String... departments) {
        return Set.copyOf(group(departments));
    }

    private static List<String> group(String... departments) {
        List<String> lines = new ArrayList<>();
        for (String department : departments) {
            lines.add(line(department));
        }
        return lines;
    }

    private static List<List<String>> order(String... departments) {
        return group(departments).stream().map(List::of).toList();
    }

    private void saved(Set<String> removed, List<List<String>> order) {
        saved = new SavedWishes(new HprNumber(1), 1, removed, order, Actor.AREA, "kari", Instant.EPOCH);
    }

    private List<Option> left() {
        return frozen.options().stream()
                .filter(option -> saved == null || !saved.takesBack(option))
                .toList();
    }

    private WishesOfDoctor waits() {
        return new WishesOfDoctor(frozen.options(), RefillDoctor.waiting(frozen.id(), left()), saved);
    }

    private WishesOfDoctor holds(String department) {
        List<Option> options = left();
        Option seat = options.stream()
                .filter(option -> WishLine.key(option).equals(line(department)))
                .findFirst()
                .orElseThrow();
        SavedWishes.Ordered ordered = saved == null
                ? null
                : saved.ordered(frozen.options(), seat, options::contains).orElse(null);
        if (ordered != null) {
            options = ordered.options();
        }
        int held = options.stream().map(WishLine::key).toList().indexOf(line(department));
        return new WishesOfDoctor(
                frozen.options(),
                ordered != null && ordered.own()
                        ? RefillDoctor.ordering(frozen.id(), held, options)
                        : RefillDoctor.holding(frozen.id(), true, held, options),
                saved);
    }

    private void saves(Result<WishesOfDoctor.Wanted> change) {
        WishesOfDoctor.Wanted wanted = done(change);
        saved(wanted.removed(), wanted.order());
    }

    @Test
    void who_waits_takes_back_and_neither_orders_nor_gets_anything_back() {
        assertThat(WishLine.keys(waits().lines()))
                .containsExactly(group("aa", "bb"), group("cc"), group("dd"), group("ee"));
        saves(waits().change(lines("cc"), null));
        assertThat(WishLine.keys(waits().lines())).containsExactly(group("aa", "bb"), group("dd"), group("ee"));
        assertThat(waits().removed()).extracting(WishLine::key).containsExactly(line("cc"));
        assertThat(codes(waits().change(Set.of(), null))).containsExactly("offer.wishes-stay-gone");
        assertThat(codes(waits().change(lines("cc", "xx"), null))).containsExactly("offer.wishes-unknown");
        assertThat(codes(waits().change(lines("cc"), order("dd", "aa", "bb", "ee"))))
                .containsExactly("offer.wishes-order-stands");
        saves(waits().change(lines("aa", "bb", "cc", "dd", "ee"), null));
        assertThat(waits().lines()).isEmpty();
    }

    @Test
    void a_holder_changes_what_is_above_and_nothing_else() {
        WishesOfDoctor holder = holds("dd");
        assertThat(holder.part()).isEqualTo(RoundWishes.Part.MOVES);
        assertThat(WishLine.keys(holder.lines())).containsExactly(group("aa", "bb"), group("cc"));
        assertThat(codes(holder.change(lines("dd"), null))).containsExactly("offer.wishes-not-above");
        assertThat(codes(holder.change(lines("ee"), null))).containsExactly("offer.wishes-not-above");
        for (List<List<String>> unfit : List.of(
                order("cc", "aa"),
                order("cc", "aa", "bb", "ee"),
                order("cc", "aa", "bb", "dd"),
                order("cc", "aa", "bb", "bb"),
                List.of(group("aa", "bb", "cc"), List.<String>of()))) {
            assertThat(codes(holder.change(Set.of(), unfit))).containsExactly("offer.wishes-order-unfit");
        }
        assertThat(done(holder.change(Set.of(), List.of(group("aa", "bb"), group("cc"))))
                        .order())
                .as("as it was in the round")
                .isNull();
        saves(holder.change(lines("cc"), null));
        assertThat(saved.order()).isNull();
        saves(holds("dd").change(lines("cc"), order("bb", "aa")));
        assertThat(saved.order()).isEqualTo(order("bb", "aa"));
        assertThat(WishLine.keys(holds("dd").lines())).isEqualTo(order("bb", "aa"));
    }

    @Test
    void an_order_that_is_changed_after_an_upgrade_in_it_keeps_what_came_after() {
        saves(holds("dd").change(Set.of(), order("cc", "bb", "aa")));
        assertThat(WishLine.keys(holds("aa").lines())).isEqualTo(order("cc", "bb"));
        saves(holds("aa").change(lines("cc"), null));
        assertThat(saved.order()).as("b is still ahead of a").isEqualTo(order("bb", "aa"));
        assertThat(WishLine.keys(holds("aa").lines())).isEqualTo(order("bb"));
        saves(holds("aa").change(lines("bb", "cc"), null));
        assertThat(holds("aa").lines()).isEmpty();
        assertThat(WishLine.keys(holds("dd").lines())).isEqualTo(order("aa"));
    }

    @Test
    void who_comes_to_wait_keeps_the_order_for_when_something_is_held_again() {
        saves(holds("dd").change(Set.of(), order("cc", "bb", "aa")));
        assertThat(WishLine.keys(waits().lines()))
                .containsExactly(group("aa", "bb"), group("cc"), group("dd"), group("ee"));
        saves(waits().change(lines("bb", "ee"), null));
        assertThat(WishLine.keys(waits().lines())).containsExactly(group("aa"), group("cc"), group("dd"));
        assertThat(WishLine.keys(holds("dd").lines())).isEqualTo(order("cc", "aa"));
    }

    @Test
    void what_was_taken_back_and_is_not_in_a_corrected_run_stays_gone_and_in_nobodys_way() {
        saved(lines("xx", "cc"), null);
        assertThat(waits().removed()).extracting(WishLine::key).containsExactly(line("cc"));
        assertThat(done(waits().change(lines("cc", "dd"), null)).removed()).isEqualTo(lines("xx", "cc", "dd"));
        assertThat(done(waits().change(lines("cc", "xx"), null)).removed()).isEqualTo(lines("xx", "cc"));
        assertThat(codes(waits().change(lines("xx"), null))).containsExactly("offer.wishes-stay-gone");
        assertThat(done(holds("dd").change(lines("cc"), order("bb", "aa"))).removed())
                .isEqualTo(lines("xx", "cc"));
    }

    /** However wishes are saved, seats got, lost and got again, the problem is of its round, and nothing comes back. */
    @Test
    void any_life_of_wishes_makes_a_problem_that_is_of_the_round() {
        for (long seed = 0; seed < 200; seed++) {
            new Life(new Random(seed)).lived();
        }
    }

    private static final class Life {
        private static final HprNumber DOCTOR = new HprNumber(1);
        private static final Snapshot ROUND = round("aa,bb", "cc", "dd,ee,ff", "gg");
        private static final Snapshot CORRECTED = round("aa", "hh", "cc,dd", "ee,ff");

        private final Random random;
        private Snapshot round = ROUND;
        private SavedWishes saved;
        private Option held;

        private Life(Random random) {
            this.random = random;
        }

        private static Snapshot round(String... wishes) {
            Frozen round = new Frozen();
            List<String> departments = List.of("aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh");
            departments.forEach(department -> round.seats(department, SPRING, 1).seats(department, SPRING.next(), 1));
            round.doctor(1, "Lege 1").wants(wishes).only();
            return round.freeze();
        }

        private RefillProblem problem() {
            return ProblemOfOffers.of(new RefillFacts(
                    round,
                    RefillMode.UPGRADES,
                    Map.of(),
                    List.of(),
                    held == null
                            ? Map.of()
                            : Map.of(DOCTOR, new RefillFacts.Holding(ProblemOfOffers.seats(held), true)),
                    List.of(),
                    saved == null ? Map.of() : Map.of(DOCTOR, saved)));
        }

        private WishesOfDoctor wishes() {
            return new WishesOfDoctor(
                    round.problem().doctors().get(0).options(),
                    problem().doctors().get(0),
                    saved);
        }

        private void lived() {
            for (int step = 0; step < 12; step++) {
                Set<String> before = saved == null ? Set.of() : saved.removed();
                List<Option> options = problem().doctors().get(0).options();
                switch (random.nextInt(5)) {
                    case 0 -> held = null;
                    case 1 -> {
                        if (held == null && !options.isEmpty()) {
                            held = options.get(random.nextInt(options.size()));
                        }
                    }
                    case 2 -> {
                        RefillDoctor now = problem().doctors().get(0);
                        if (held != null
                                && now.options().get(0).tier()
                                        < now.heldOption().tier()) {
                            held = now.options().get(random.nextInt(now.held()));
                        }
                    }
                    case 3 -> correct();
                    default -> save();
                }
                assertThat(RefillChecker.ofRound(problem(), round.problem())).isEmpty();
                assertThat(saved == null ? Set.of() : saved.removed()).containsAll(before);
            }
        }

        /** Another run's wishes from now on, where what is held is one of them. */
        private void correct() {
            Snapshot other = round == ROUND ? CORRECTED : ROUND;
            Option there = held == null
                    ? null
                    : other.problem().doctors().get(0).options().stream()
                            .filter(option -> option.uses().equals(held.uses()))
                            .findFirst()
                            .orElse(null);
            if (held == null || there != null) {
                held = there;
                round = other;
            }
        }

        private void save() {
            WishesOfDoctor now = wishes();
            Set<String> removed = new HashSet<>(saved == null ? Set.of() : saved.removed());
            List<List<String>> order = new ArrayList<>();
            List<String> shown = new ArrayList<>(
                    WishLine.keys(now.lines()).stream().flatMap(List::stream).toList());
            Collections.shuffle(shown, random);
            for (String key : shown) {
                if (random.nextInt(5) == 0) {
                    removed.add(key);
                } else {
                    order.add(List.of(key));
                }
            }
            boolean moves = now.part() == RoundWishes.Part.MOVES;
            WishesOfDoctor.Wanted wanted = done(now.change(removed, moves ? order : null));
            saved = new SavedWishes(DOCTOR, 1, wanted.removed(), wanted.order(), Actor.AREA, "kari", Instant.EPOCH);
            if (moves) {
                List<String> asked = WishLine.keys(wishes().lines()).stream()
                        .flatMap(List::stream)
                        .toList();
                assertThat(asked)
                        .isEqualTo(order.stream().map(each -> each.get(0)).toList());
            }
        }
    }
}
