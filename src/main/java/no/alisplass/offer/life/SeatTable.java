package no.alisplass.offer.life;

import static no.alisplass.offer.life.SeatState.COMPLETED;
import static no.alisplass.offer.life.SeatState.CONFIRMED;
import static no.alisplass.offer.life.SeatState.FREE;
import static no.alisplass.offer.life.SeatState.HELD;
import static no.alisplass.offer.life.SeatState.OFFERED;
import static no.alisplass.offer.life.SeatState.PROPOSED;
import static no.alisplass.offer.life.SeatState.READY;
import static no.alisplass.offer.life.SeatState.RELEASED;
import static no.alisplass.offer.life.SeatState.SERVING;
import static no.alisplass.offer.life.SeatState.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The life of a seat: every step there is (docs/offers.md shows the same). What is nobody's in between is no state. */
public final class SeatTable {
    /** @param who may take it: those of the offer's step where one leads it */
    public record Row(SeatStep step, SeatState from, SeatState to, Set<Actor> who) {
        public Row {
            who = Set.copyOf(who);
        }
    }

    private static final List<Row> ROWS = List.of(
            row(SeatStep.PROPOSE, FREE, PROPOSED, EnumSet.of(Actor.COORDINATOR, Actor.REFILL)),
            row(SeatStep.MAKE_READY, FREE, READY, EnumSet.of(Actor.COORDINATOR, Actor.REFILL)),
            row(SeatStep.MAKE_READY, PROPOSED, READY, EnumSet.of(Actor.DEPARTMENT, Actor.COORDINATOR)),
            row(SeatStep.OFFER, READY, OFFERED, EnumSet.of(Actor.COORDINATOR)),
            row(SeatStep.HOLD, OFFERED, HELD, EnumSet.of(Actor.DOCTOR, Actor.AREA)),
            row(SeatStep.TAKE, FREE, HELD, EnumSet.of(Actor.REFILL, Actor.COORDINATOR)),
            row(SeatStep.TAKE, FREE, OFFERED, EnumSet.of(Actor.COORDINATOR)),
            row(SeatStep.CONFIRM, HELD, CONFIRMED, EnumSet.of(Actor.DEPARTMENT, Actor.COORDINATOR)),
            row(SeatStep.START, CONFIRMED, SERVING, EnumSet.of(Actor.DEPARTMENT, Actor.COORDINATOR, Actor.CLOCK)),
            row(SeatStep.COMPLETE, SERVING, COMPLETED, EnumSet.of(Actor.DEPARTMENT, Actor.COORDINATOR, Actor.CLOCK)),
            row(SeatStep.FREE, PROPOSED, FREE, EnumSet.of(Actor.DEPARTMENT, Actor.COORDINATOR, Actor.CLOCK)),
            row(SeatStep.FREE, READY, FREE, EnumSet.of(Actor.DEPARTMENT, Actor.COORDINATOR, Actor.CLOCK)),
            row(SeatStep.FREE, OFFERED, FREE, EnumSet.of(Actor.DOCTOR, Actor.AREA, Actor.CLOCK, Actor.SECOND_PERSON)),
            row(SeatStep.FREE, HELD, FREE, EnumSet.of(Actor.COORDINATOR, Actor.REFILL)),
            row(SeatStep.FREE, CONFIRMED, FREE, EnumSet.of(Actor.COORDINATOR)),
            row(SeatStep.FREE, SERVING, FREE, EnumSet.of(Actor.DEPARTMENT, Actor.COORDINATOR)),
            row(SeatStep.RELEASE, FREE, RELEASED, EnumSet.of(Actor.CLOCK)),
            row(SeatStep.WITHDRAW, FREE, WITHDRAWN, EnumSet.of(Actor.COORDINATOR)));

    private SeatTable() {}

    private static Row row(SeatStep step, SeatState from, SeatState to, Set<Actor> who) {
        return new Row(step, from, to, who);
    }

    public static List<Row> rows() {
        return ROWS;
    }

    /** The step by which an offer takes its seat from one state to another; null where it stays. */
    static SeatStep step(SeatState from, SeatState to) {
        return from == to
                ? null
                : ROWS.stream()
                        .filter(row -> row.from == from && row.to == to)
                        .map(Row::step)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No seat goes from " + from + " to " + to));
    }
}
