package no.alisplass.offer.refill;

import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Objective;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.refill.RefillFacts.After;
import no.alisplass.offer.refill.RefillFacts.Ending;
import no.alisplass.offer.refill.RefillFacts.Holding;
import no.alisplass.offer.refill.Reserve.LastServed;
import no.alisplass.offer.refill.Reserve.Place;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.RefillMode;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.snapshot.Frozen;
import org.junit.jupiter.api.Test;

/** Places among those who wait, counted by hand. */
class ReserveLinesTest {
    private static final DepartmentId LUNGE = new DepartmentId("lunge");
    private static final DepartmentId OYE = new DepartmentId("oye");

    private final Frozen round =
            new Frozen().seats("lunge", SPRING, 1).seats("oye", SPRING, 1).seats("hud", SPRING, 1);

    /** By rank: one who holds lunge, one with øye who wants lunge, one who declined, two who wait; hud is nobody's wish. */
    ReserveLinesTest() {
        round.doctor(1, "Har lunge").months(50).wants("lunge");
        round.doctor(2, "Vil bytte").months(49).wants("lunge", "oye");
        round.doctor(3, "Takket nei").months(48).wants("lunge", "oye");
        round.doctor(4, "Venter først").months(47).wants("oye", "lunge");
        round.doctor(5, "Venter sist").months(46).wants("lunge");
    }

    private static Holding holds(String department, boolean upgradable) {
        return new Holding(Set.of(ResourceId.seat(new PositionId(department + "-1"), SPRING)), upgradable);
    }

    private List<Reserve> reserves(RefillMode mode) {
        Map<HprNumber, Holding> held = new HashMap<>();
        held.put(new HprNumber(1), holds("lunge", false));
        held.put(new HprNumber(2), holds("oye", true));
        RefillFacts facts = new RefillFacts(
                round.freeze(),
                mode,
                Map.of(),
                List.of(),
                held,
                List.of(new Ending(new HprNumber(3), holds("oye", false).seats(), After.OUT)));
        return ReserveLines.of(facts.snapshot(), ProblemOfOffers.of(facts));
    }

    @Test
    void who_waits_stands_by_rank_for_each_wish_with_who_asked_for_better_and_without_who_is_out() {
        List<Reserve> reserves = reserves(RefillMode.UPGRADES);
        assertThat(reserves).extracting(Reserve::name).containsExactly("Vil bytte", "Venter først", "Venter sist");
        assertThat(reserves.get(0).places()).containsExactly(new Place(LUNGE, 1, 1, 3, 2, 5));
        assertThat(reserves.get(1).places())
                .containsExactly(new Place(OYE, 1, 1, 1, 3, 3), new Place(LUNGE, 2, 2, 3, 4, 5));
        assertThat(reserves.get(2).places()).containsExactly(new Place(LUNGE, 1, 3, 3, 5, 5));
    }

    @Test
    void after_the_upgrade_stop_holders_stand_in_no_line() {
        List<Reserve> reserves = reserves(RefillMode.WAITING_ONLY);
        assertThat(reserves).extracting(Reserve::name).containsExactly("Venter først", "Venter sist");
        assertThat(reserves.get(1).places()).containsExactly(new Place(LUNGE, 1, 2, 2, 5, 5));
    }

    @Test
    void the_last_who_got_a_department_is_counted_among_those_who_wished_it() {
        Round previous = new Round(
                new RoundId("forrige"),
                new HospitalId("ahus"),
                "Forrige",
                List.of(SPRING),
                "ahus-2020",
                2,
                Objective.WISHES_FIRST,
                "frø",
                SPRING.start(),
                RoundState.APPROVED,
                1);
        // Hud was given to someone who had not wished it: nobody stood in line for it.
        assertThat(ReserveLines.served(
                        previous,
                        round.freeze(),
                        Map.of(
                                new HprNumber(1), Set.of(LUNGE),
                                new HprNumber(4), Set.of(OYE),
                                new HprNumber(5), Set.of(LUNGE, new DepartmentId("hud")))))
                .containsExactly(
                        new LastServed(LUNGE, previous.id(), "Forrige", 5, 5),
                        new LastServed(OYE, previous.id(), "Forrige", 3, 3));
    }
}
