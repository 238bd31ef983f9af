package no.alisplass.offer.refill;

import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.json.CanonicalJson;
import no.alisplass.offer.Offer;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.refill.RefillFacts.After;
import no.alisplass.offer.refill.RefillFacts.Ending;
import no.alisplass.offer.refill.RefillFacts.Holding;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillDoctor;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillPart;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.RefillResult;
import no.alisplass.refill.check.RefillChecker;
import no.alisplass.refill.run.Refill;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** The problem of a refill, made of a frozen round and what has come of its offers. */
class ProblemOfOffersTest {
    private final Frozen round =
            new Frozen().seats("lunge", SPRING, 1).seats("oye", SPRING, 1).seats("hud", SPRING, 1);
    private final Map<ResourceId, Integer> seats =
            new HashMap<>(Map.of(seat("lunge"), 1, seat("oye"), 1, seat("hud"), 1));
    private final Map<HprNumber, Holding> held = new HashMap<>();
    private RefillMode mode = RefillMode.UPGRADES;
    private List<GivenStay> elsewhere = List.of();
    private List<Ending> ended = List.of();
    private final Map<HprNumber, SavedWishes> wishes = new HashMap<>();

    /** Of four who all want lunge and then øye, the first is ahead, and so on. */
    ProblemOfOffersTest() {
        for (int d = 1; d <= 4; d++) {
            round.doctor(d, "Lege " + d).months(60 - d).wants("lunge", "oye");
        }
    }

    private static ResourceId seat(String department) {
        return ResourceId.seat(new PositionId(department + "-1"), SPRING);
    }

    private void holds(int hpr, String department, boolean upgradable) {
        held.put(new HprNumber(hpr), new Holding(Set.of(seat(department)), upgradable));
    }

    private static Ending ending(int hpr, String department, After after) {
        return new Ending(new HprNumber(hpr), Set.of(seat(department)), after);
    }

    private RefillProblem problem() {
        return ProblemOfOffers.of(new RefillFacts(round.freeze(), mode, seats, elsewhere, held, ended, wishes));
    }

    private static List<RefillPart> parts(RefillProblem problem) {
        return problem.doctors().stream().map(RefillDoctor::part).toList();
    }

    private static List<String> asksFor(RefillDoctor doctor) {
        return doctor.options().stream()
                .map(option -> option.stays().get(0).position().value())
                .toList();
    }

    private static int capacity(RefillProblem problem, ResourceId id) {
        return problem.resources().stream()
                .filter(each -> each.id().equals(id))
                .mapToInt(Resource::capacity)
                .sum();
    }

    @Test
    void who_declined_is_out_who_asked_for_better_moves_and_who_waits_is_placed() {
        holds(2, "oye", true);
        holds(4, "hud", false);
        ended = List.of(ending(1, "lunge", After.OUT));
        RefillProblem problem = problem();
        assertThat(problem.roundProblem()).isEqualTo(round.freeze().problemHash());
        assertThat(parts(problem))
                .containsExactly(RefillPart.OUT, RefillPart.UPGRADABLE, RefillPart.WAITS, RefillPart.FIRM);
        assertThat(asksFor(problem.doctors().get(1))).containsExactly("lunge-1", "oye-1", "hud-1");
        Refill.Refilled refilled = Refill.run(problem);
        assertThat(RefillChecker.check(problem, refilled.outcome(), refilled.certificate()))
                .isEmpty();
        assertThat(refilled.outcome().doctors().stream().map(RefillResult::kind))
                .containsExactly(
                        RefillResult.Kind.OUT,
                        RefillResult.Kind.UPGRADED,
                        RefillResult.Kind.PLACED,
                        RefillResult.Kind.KEPT);
    }

    @Test
    void after_the_upgrade_stop_nobody_who_holds_is_moved() {
        holds(2, "oye", true);
        mode = RefillMode.WAITING_ONLY;
        assertThat(parts(problem()))
                .containsExactly(RefillPart.WAITS, RefillPart.FIRM, RefillPart.WAITS, RefillPart.WAITS);
    }

    @Test
    void what_was_declined_without_having_been_wished_is_not_offered_again_and_the_place_is_kept() {
        ended = List.of(ending(1, "hud", After.NOT_THIS_SEAT), ending(2, "lunge", After.NOT_THIS_POSITION));
        RefillProblem problem = problem();
        assertThat(parts(problem)).containsOnly(RefillPart.WAITS);
        assertThat(asksFor(problem.doctors().get(0))).containsExactly("lunge-1", "oye-1");
        assertThat(asksFor(problem.doctors().get(1))).containsExactly("oye-1", "hud-1");
        assertThat(asksFor(problem.doctors().get(2))).containsExactly("lunge-1", "oye-1", "hud-1");
    }

    @Test
    void seats_are_as_many_as_there_are_now_less_what_other_rounds_have_and_never_fewer_than_are_held() {
        holds(1, "lunge", false);
        seats.put(seat("lunge"), 0);
        seats.put(seat("oye"), 3);
        seats.remove(seat("hud"));
        elsewhere = List.of(given(99, "9999", "oye"));
        RefillProblem problem = problem();
        assertThat(capacity(problem, seat("lunge"))).isEqualTo(1);
        assertThat(capacity(problem, seat("oye"))).isEqualTo(2);
        assertThat(capacity(problem, seat("hud"))).isZero();
    }

    @Test
    void a_seat_of_somebody_the_round_did_not_rank_is_taken() {
        holds(77, "lunge", false);
        assertThat(capacity(problem(), seat("lunge"))).isZero();
    }

    @Test
    void an_areas_limit_counts_whom_other_rounds_have_taken_since() {
        round.limit("3205", 2);
        elsewhere = List.of(given(99, "3205", "annet"));
        assertThat(problem().resources().stream()
                        .filter(each -> each.id().away().isPresent())
                        .map(Resource::capacity))
                .contains(1);
    }

    @Test
    void who_keeps_the_first_of_two_takes_no_more_part_and_the_later_is_given_on() {
        HalfYear autumn = SPRING.next();
        ResourceId later = ResourceId.seat(new PositionId("oye-1"), autumn);
        Frozen two = new Frozen().seats("lunge", SPRING, 1).seats("oye", autumn, 1);
        two.doctor(1, "Lege 1").months(60).monthsLeft(12).wants("lunge", "oye").wholeOnly();
        two.doctor(2, "Lege 2").months(50).wants("oye");
        RefillProblem problem = ProblemOfOffers.of(new RefillFacts(
                two.freeze(),
                mode,
                Map.of(seat("lunge"), 1, later, 1),
                List.of(),
                Map.of(new HprNumber(1), new Holding(Set.of(seat("lunge")), false)),
                List.of()));
        assertThat(parts(problem)).containsExactly(RefillPart.OUT, RefillPart.WAITS);
        assertThat(capacity(problem, seat("lunge")))
                .as("it is held all the same")
                .isZero();
        Refill.Refilled refilled = Refill.run(problem);
        assertThat(refilled.outcome().doctors().get(1).kind()).isEqualTo(RefillResult.Kind.PLACED);
        assertThat(RefillChecker.check(problem, refilled.outcome(), refilled.certificate()))
                .isEmpty();
    }

    @Test
    void who_got_enough_in_another_round_is_out() {
        elsewhere = List.of(given(3, "3205", "annet"));
        assertThat(parts(problem()))
                .containsExactly(RefillPart.WAITS, RefillPart.WAITS, RefillPart.OUT, RefillPart.WAITS);
    }

    @Test
    void what_was_settled_by_hand_stays_so() {
        round.doctor(5, "Lege 5").months(1).pinned(SPRING, "hud");
        round.doctor(6, "Lege 6").months(0).pinned(SPRING);
        holds(5, "hud", true);
        List<RefillDoctor> doctors = problem().doctors();
        assertThat(doctors.get(4).part()).isEqualTo(RefillPart.BY_HAND);
        assertThat(doctors.get(4).held()).isZero();
        assertThat(doctors.get(5))
                .isEqualTo(new RefillDoctor(doctors.get(5).id(), RefillPart.BY_HAND, null, List.of()));
    }

    private static String line(String department) {
        return SPRING + ":" + department + ".6";
    }

    private void saved(int hpr, Set<String> removed, List<List<String>> order) {
        wishes.put(
                new HprNumber(hpr),
                new SavedWishes(new HprNumber(hpr), 1, removed, order, Actor.AREA, "kari", Instant.EPOCH));
    }

    private static void accepted(RefillProblem problem, Snapshot round) {
        Refill.Refilled refilled = Refill.run(problem);
        assertThat(RefillChecker.check(problem, refilled.outcome(), refilled.certificate()))
                .isEmpty();
        assertThat(RefillChecker.ofRound(problem, round.problem())).isEmpty();
    }

    @Test
    void what_is_taken_back_is_asked_for_no_more_and_the_rest_stays_in_the_rounds_order() {
        holds(2, "oye", true);
        String before = problem().hash();
        saved(1, Set.of(line("lunge")), null);
        saved(2, Set.of(line("lunge"), line("oye")), null);
        saved(3, Set.of(line("lunge"), line("oye"), line("hud")), List.of(List.of(line("lunge"))));
        RefillProblem problem = problem();
        assertThat(problem.hash()).isNotEqualTo(before);
        assertThat(problem.roundProblem()).isEqualTo(round.freeze().problemHash());
        assertThat(asksFor(problem.doctors().get(0))).containsExactly("oye-1", "hud-1");
        assertThat(asksFor(problem.doctors().get(1))).as("what is held is kept").containsExactly("oye-1", "hud-1");
        assertThat(problem.doctors().get(2).options()).isEmpty();
        assertThat(problem.doctors().stream().map(RefillDoctor::ownOrder)).containsOnlyNulls();
        assertThat(CanonicalJson.write(problem)).doesNotContain("ownOrder");
        accepted(problem, round.freeze());
    }

    /** Five wishes of one doctor: a and b alike, c, d, e. */
    private void fiveWishes(boolean alike) {
        for (String department : List.of("aa", "bb", "cc", "dd", "ee")) {
            round.seats(department, SPRING, 1);
            seats.put(seat(department), 1);
        }
        round.doctor(9, "Lege 9")
                .months(70)
                .wants(alike ? new String[] {"aa,bb", "cc", "dd", "ee"} : new String[] {"aa", "bb", "cc", "dd", "ee"});
    }

    private RefillDoctor ninth(RefillProblem problem) {
        return problem.doctors().get(0);
    }

    @Test
    void a_holders_own_order_is_asked_in_and_holds_on_after_an_upgrade_and_not_for_who_waits_again() {
        fiveWishes(false);
        saved(9, Set.of(line("cc")), List.of(List.of(line("bb")), List.of(line("aa"))));
        holds(9, "dd", true);
        RefillDoctor held = ninth(problem());
        assertThat(held.hasOwnOrder()).isTrue();
        assertThat(asksFor(held)).startsWith("bb-1", "aa-1", "dd-1", "ee-1");
        assertThat(held.held()).isEqualTo(2);
        accepted(problem(), round.freeze());

        holds(9, "aa", true);
        RefillDoctor upgraded = ninth(problem());
        assertThat(upgraded.hasOwnOrder()).isTrue();
        assertThat(asksFor(upgraded)).startsWith("bb-1", "aa-1", "dd-1");
        assertThat(upgraded.held()).isEqualTo(1);
        accepted(problem(), round.freeze());

        mode = RefillMode.WAITING_ONLY;
        assertThat(ninth(problem()).hasOwnOrder()).isFalse();
        mode = RefillMode.UPGRADES;
        this.held.clear();
        ended = List.of(ending(9, "aa", After.WAITS));
        RefillDoctor again = ninth(problem());
        assertThat(again.part()).isEqualTo(RefillPart.WAITS);
        assertThat(asksFor(again)).startsWith("aa-1", "bb-1", "dd-1");
        accepted(problem(), round.freeze());
    }

    @Test
    void an_order_holds_on_when_nothing_is_left_below_it() {
        fiveWishes(false);
        saved(9, Set.of(), List.of(List.of(line("bb")), List.of(line("aa"))));
        holds(9, "bb", true);
        ended = Stream.of("cc", "dd", "ee", "lunge", "oye", "hud")
                .map(department -> ending(9, department, After.NOT_THIS_SEAT))
                .toList();
        assertThat(asksFor(ninth(problem()))).as("never down to a").containsExactly("bb-1", "aa-1");
        assertThat(ninth(problem()).held()).isZero();
        accepted(problem(), round.freeze());
    }

    @Test
    void what_a_corrected_run_has_within_an_order_comes_after_it_and_moves_nobody_down() {
        fiveWishes(false);
        saved(9, Set.of(), List.of(List.of(line("cc")), List.of(line("aa"))));
        holds(9, "dd", true);
        assertThat(asksFor(ninth(problem()))).startsWith("cc-1", "aa-1", "bb-1", "dd-1");
        accepted(problem(), round.freeze());
        holds(9, "cc", true);
        assertThat(ninth(problem()).held()).isZero();
        accepted(problem(), round.freeze());
        holds(9, "bb", true);
        assertThat(asksFor(ninth(problem()))).as("c was below b").startsWith("aa-1", "bb-1", "cc-1", "dd-1");
        assertThat(ninth(problem()).hasOwnOrder()).isFalse();
        accepted(problem(), round.freeze());
    }

    @Test
    void what_is_alike_stays_so_until_it_is_told_apart() {
        fiveWishes(true);
        holds(9, "dd", true);
        saved(9, Set.of(), List.of(List.of(line("cc")), List.of(line("aa"), line("bb"))));
        assertThat(ninth(problem()).options().stream().map(Option::tier).limit(4))
                .containsExactly(0, 1, 1, 4);
        accepted(problem(), round.freeze());
        saved(9, Set.of(), List.of(List.of(line("bb")), List.of(line("aa")), List.of(line("cc"))));
        assertThat(asksFor(ninth(problem()))).startsWith("bb-1", "aa-1", "cc-1", "dd-1");
        accepted(problem(), round.freeze());
    }

    @Test
    void the_same_offers_make_the_same_problem() {
        holds(1, "lunge", false);
        assertThat(problem().hash()).isEqualTo(problem().hash());
        String before = problem().hash();
        holds(2, "oye", false);
        assertThat(problem().hash()).isNotEqualTo(before);
    }

    @Test
    void a_no_to_a_wish_ends_the_part_and_a_no_to_what_fills_a_seat_does_not() {
        Wishes wishes = wishes("lunge");
        assertThat(RefillSources.after(offer("lunge", OfferState.DECLINED), "NO_LOCUM", false, wishes))
                .isEqualTo(After.OUT);
        assertThat(RefillSources.after(offer("hud", OfferState.DECLINED), "NO_LOCUM", false, wishes))
                .isEqualTo(After.NOT_THIS_SEAT);
        assertThat(RefillSources.after(offer("hud", OfferState.EXPIRED), null, false, wishes))
                .isEqualTo(After.OUT);
        assertThat(RefillSources.after(offer("hud", OfferState.WITHDRAWN), "OTHER", false, wishes))
                .isEqualTo(After.OUT);
        assertThat(RefillSources.after(offer("lunge", OfferState.TURNED_DOWN), "REFERENCES", false, wishes))
                .isEqualTo(After.NOT_THIS_POSITION);
        assertThat(RefillSources.after(offer("lunge", OfferState.TURNED_DOWN), "SEAT_GONE", false, wishes))
                .isEqualTo(After.NOT_THIS_SEAT);
        assertThat(RefillSources.after(offer("lunge", OfferState.RECALLED), "WRONG_RUN", false, wishes))
                .isEqualTo(After.WAITS);
        assertThat(RefillSources.after(offer("lunge", OfferState.VOID), "CHECK_FAILED", false, wishes))
                .isEqualTo(After.OUT);
        assertThat(RefillSources.after(offer("lunge", OfferState.VOID), "SEAT_GONE", false, wishes))
                .isEqualTo(After.NOT_THIS_SEAT);
    }

    @Test
    void a_held_seat_that_the_run_does_not_offer_its_holder_is_honoured_beside_it_and_counts_towards_the_limit() {
        round.limit("3205", 2);
        round.doctor(5, "Lege 5").months(70).wants("lunge").refuses("hud");
        holds(5, "hud", true);
        RefillProblem problem = problem();
        assertThat(parts(problem))
                .containsExactly(
                        RefillPart.OUT, RefillPart.WAITS, RefillPart.WAITS, RefillPart.WAITS, RefillPart.WAITS);
        assertThat(capacity(problem, seat("hud"))).as("taken").isZero();
        assertThat(problem.resources().stream()
                        .filter(each -> each.id().away().isPresent()
                                && each.id().away().get().halfYear().equals(SPRING))
                        .mapToInt(Resource::capacity))
                .as("one of the two is away on it")
                .containsExactly(1);
        Refill.Refilled refilled = Refill.run(problem);
        assertThat(RefillChecker.check(problem, refilled.outcome(), refilled.certificate()))
                .isEmpty();
    }

    @Test
    void a_no_to_a_superseded_run_was_a_no_to_that_seat_and_facts_that_were_wrong_are_right_now() {
        Wishes wishes = wishes("lunge");
        assertThat(RefillSources.after(offer("lunge", OfferState.DECLINED), "NO_LOCUM", true, wishes))
                .isEqualTo(After.NOT_THIS_SEAT);
        assertThat(RefillSources.after(offer("lunge", OfferState.VOID), "WRONG_FACTS", true, wishes))
                .isEqualTo(After.WAITS);
        assertThat(RefillSources.after(offer("lunge", OfferState.VOID), "CHECK_FAILED", true, wishes))
                .isEqualTo(After.OUT);
        assertThat(RefillSources.after(offer("lunge", OfferState.EXPIRED), null, true, wishes))
                .isEqualTo(After.OUT);
    }

    private static Wishes wishes(String... departments) {
        return new Wishes(
                Arrays.stream(departments)
                        .map(each -> Set.of(new DepartmentId(each)))
                        .collect(Collectors.toList()),
                false,
                Set.of(),
                null,
                Set.of(),
                WishWeight.DEPARTMENT);
    }

    private static Offer offer(String department, OfferState state) {
        return new Offer(
                1,
                new RoundId("runde"),
                1,
                null,
                new HprNumber(1),
                new AreaCode("3205"),
                List.of(new Offer.Seat(
                        1,
                        new PositionId(department + "-1"),
                        SPRING,
                        1,
                        SPRING.start(),
                        SPRING.end(),
                        List.of(new GivenStay.Part(new DepartmentId(department), 6)))),
                new OfferFacts(state, null, false, false, null, null, null, false, null, null, 3));
    }

    private static GivenStay given(int hpr, String area, String department) {
        return new GivenStay(
                new RoundId("annen"),
                "Annen runde",
                new HprNumber(hpr),
                new AreaCode(area),
                new PositionId(department + "-1"),
                SPRING,
                List.of(new GivenStay.Part(new DepartmentId(department), 6)),
                Months.of(6));
    }

    /** So that what is compared above is what there is to take. */
    @Test
    void seats_of_an_option_are_without_limits() {
        round.limit("3205", 2);
        Option first = round.freeze().problem().doctors().get(0).options().get(0);
        assertThat(first.uses()).hasSize(2);
        assertThat(ProblemOfOffers.seats(first)).containsExactly(seat("lunge"));
    }
}
