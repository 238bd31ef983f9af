package no.alisplass.offer.recovery;

import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.Offer;
import no.alisplass.offer.Recovering.Unsettled;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.refill.Refills.Corrected;
import no.alisplass.problem.Placement;
import no.alisplass.problem.Proposal;
import no.alisplass.problem.Stay;
import no.alisplass.refill.RefillResult;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** What a corrected run is to everyone: four who want lunge and then øye, of whom the third should have been the first. */
class ComparingTest {
    private final List<Offer> offers = new ArrayList<>();
    private final Set<Long> ending = new HashSet<>();

    private static Snapshot frozen(int third) {
        Frozen round =
                new Frozen().seats("lunge", SPRING, 1).seats("oye", SPRING, 1).seats("hud", SPRING, 1);
        for (int d = 1; d <= 4; d++) {
            round.doctor(d, "Lege " + d).months(d == 3 ? third : 60 - d).wants("lunge", "oye");
        }
        return round.freeze();
    }

    /** Gives the doctors, in their order, a department each; nothing where it is empty. */
    private static Comparing.Run run(int number, Snapshot snapshot, String... departments) {
        List<Placement> placements = new ArrayList<>();
        for (int d = 0; d < departments.length; d++) {
            String position = departments[d] + "-1";
            Integer option = null;
            for (int o = 0; o < snapshot.problem().doctors().get(d).options().size(); o++) {
                if (snapshot.problem()
                        .doctors()
                        .get(d)
                        .options()
                        .get(o)
                        .stays()
                        .get(0)
                        .position()
                        .value()
                        .equals(position)) {
                    option = o;
                }
            }
            placements.add(new Placement(snapshot.problem().doctors().get(d).id(), option));
        }
        return new Comparing.Run(number, snapshot, new Proposal(snapshot.problemHash(), placements));
    }

    private void offered(int hpr, String department, OfferState state) {
        long id = offers.size() + 1;
        offers.add(new Offer(
                id,
                new RoundId("runde"),
                1,
                null,
                new HprNumber(hpr),
                new AreaCode("3205"),
                List.of(new Offer.Seat(
                        id,
                        new PositionId(department + "-1"),
                        SPRING,
                        1,
                        SPRING.start(),
                        SPRING.end(),
                        List.of(new GivenStay.Part(new DepartmentId(department), 6)))),
                new OfferFacts(state, null, false, false, null, null, null, false, null, null, 3)));
        if (state == OfferState.SENT || state == OfferState.READY) {
            ending.add(id);
        }
    }

    private Comparison compare(Comparing.Run before, Comparing.Run after, Corrected refill) {
        return compare(before, after, refill, List.of());
    }

    private Comparison compare(Comparing.Run before, Comparing.Run after, Corrected refill, List<Roster> earlier) {
        return Comparing.of(
                before,
                after,
                earlier,
                new Unsettled(offers, ending, List.of(), Optional.empty(), List.of()),
                refill,
                List.of());
    }

    private static List<Stay> stays(Snapshot snapshot, int option) {
        return snapshot.problem().doctors().get(0).options().get(option).stays();
    }

    @Test
    void each_is_told_by_the_own_wishes_and_a_yes_stands_whatever_the_corrected_run_gives() {
        Comparing.Run before = run(1, frozen(50), "lunge", "oye", "hud", "");
        Comparing.Run after = run(2, frozen(90), "lunge", "oye", "hud", "");
        offered(1, "lunge", OfferState.ACCEPTED);
        offered(2, "oye", OfferState.SENT);
        offered(4, "hud", OfferState.READY);
        Corrected refill = new Corrected(
                "h",
                Map.of(
                        new HprNumber(1), RefillResult.Kind.KEPT,
                        new HprNumber(2), RefillResult.Kind.PLACED,
                        new HprNumber(3), RefillResult.Kind.PLACED,
                        new HprNumber(4), RefillResult.Kind.WAITS),
                Map.of(new HprNumber(3), stays(after.snapshot(), 1), new HprNumber(2), stays(after.snapshot(), 2)));
        Comparison comparison = compare(before, after, refill);
        assertThat(comparison.doctors())
                .extracting(Compared::name)
                .as("by the corrected order")
                .containsExactly("Lege 3", "Lege 1", "Lege 2", "Lege 4");
        assertThat(comparison.doctors())
                .extracting(Compared::verdict)
                .containsExactly(Verdict.BETTER, Verdict.WORSE, Verdict.WORSE, Verdict.WORSE);
        assertThat(comparison.doctors())
                .extracting(Compared::ends)
                .containsExactly(Ends.NOTHING, Ends.NOTHING, Ends.RECALLED, Ends.DROPPED);
        assertThat(comparison.doctors())
                .extracting(Compared::then)
                .containsExactly(Then.NEW_OFFER, Then.KEEPS, Then.NEW_OFFER, Then.WAITS);
        assertThat(comparison.doctors().get(0).gets()).isEqualTo(stays(after.snapshot(), 1));
        assertThat(comparison.doctors().get(1).inHand()).isEqualTo(OfferState.ACCEPTED);
        assertThat(comparison.verdicts()).isEqualTo(Map.of(Verdict.SAME, 0, Verdict.BETTER, 1, Verdict.WORSE, 3));
        assertThat(comparison.thens()).containsEntry(Then.NEW_OFFER, 2).containsEntry(Then.OUT, 0);
        assertThat(comparison.givesSomething()).isTrue();
        assertThat(comparison.isOfOffers()).isTrue();
    }

    @Test
    void whose_yes_to_an_earlier_run_stands_is_among_them_though_neither_of_the_two_has_the_doctor() {
        Frozen two = new Frozen().seats("lunge", SPRING, 1).seats("oye", SPRING, 1);
        for (int d = 2; d <= 3; d++) {
            two.doctor(d, "Lege " + d).months(60 - d).wants("lunge", "oye");
        }
        Snapshot without = two.freeze();
        offered(1, "hud", OfferState.ACCEPTED);
        offered(4, "oye", OfferState.RECALLED);
        Corrected refill = new Corrected(
                "h",
                Map.of(new HprNumber(2), RefillResult.Kind.PLACED, new HprNumber(3), RefillResult.Kind.PLACED),
                Map.of());
        Comparison comparison = compare(
                run(2, without, "lunge", "oye"),
                run(3, without, "lunge", "oye"),
                refill,
                List.of(frozen(50).roster(), frozen(90).roster()));
        assertThat(comparison.doctors())
                .extracting(Compared::name)
                .as("what was recalled stands no more")
                .containsExactly("Lege 2", "Lege 3", "Lege 1");
        assertThat(comparison.doctors().get(2).then()).isEqualTo(Then.KEEPS);
        assertThat(comparison.doctors().get(2).verdict()).isEqualTo(Verdict.SAME);
    }

    @Test
    void the_hash_is_of_all_that_would_be_done() {
        Comparing.Run before = run(1, frozen(50), "lunge", "oye", "hud", "");
        Comparing.Run after = run(2, frozen(90), "lunge", "oye", "hud", "");
        String nothingOffered = compare(before, after, null).hash();
        assertThat(compare(before, after, null).hash()).isEqualTo(nothingOffered);
        assertThat(compare(before, run(3, frozen(90), "lunge", "oye", "hud", ""), null)
                        .hash())
                .isNotEqualTo(nothingOffered);
        offered(1, "lunge", OfferState.SENT);
        assertThat(compare(before, after, null).hash()).isNotEqualTo(nothingOffered);
    }

    @Test
    void
            where_nothing_was_ever_offered_the_corrected_run_gives_all_it_proposes_and_who_cannot_take_part_gets_nothing() {
        Comparing.Run before = run(1, frozen(50), "lunge", "oye", "hud", "");
        Snapshot without = new Frozen()
                .seats("lunge", SPRING, 1)
                .seats("oye", SPRING, 1)
                .seats("hud", SPRING, 1)
                .freeze();
        Frozen three =
                new Frozen().seats("lunge", SPRING, 1).seats("oye", SPRING, 1).seats("hud", SPRING, 1);
        for (int d = 2; d <= 4; d++) {
            three.doctor(d, "Lege " + d).months(60 - d).wants("lunge", "oye");
        }
        Comparison comparison = compare(before, run(2, three.freeze(), "lunge", "oye", "hud"), null);
        assertThat(comparison.doctors())
                .extracting(Compared::then)
                .containsExactly(Then.NEW_OFFER, Then.NEW_OFFER, Then.NEW_OFFER, Then.NOT_ELIGIBLE);
        assertThat(comparison.doctors())
                .extracting(Compared::verdict)
                .containsExactly(Verdict.BETTER, Verdict.BETTER, Verdict.SAME, Verdict.WORSE);
        assertThat(comparison.givesSomething()).isTrue();
        assertThat(comparison.isOfOffers()).isFalse();
        assertThat(compare(before, run(2, without), null).thens()).containsEntry(Then.NOT_ELIGIBLE, 4);
        assertThat(compare(before, run(2, without), null).givesSomething()).isFalse();
    }
}
