package no.alisplass.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.capacity.VacancyIds;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.OfferFacts;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.served.Leg;

/**
 * What a doctor is offered.
 *
 * @param round the approved round that gave the seats; of a vacancy the id it has where rounds have theirs
 * @param offerRound the offer round it goes out with; 0 for a vacancy
 * @param area the municipality or district that sent the doctor
 * @param holder the one that has the doctor in the register now, and answers; the one that sent the doctor where nobody has
 * @param seats one, or two that go together
 * @param facts all of it that changes
 */
public record Offer(
        long id,
        RoundId round,
        int offerRound,
        HospitalId hospital,
        HprNumber hpr,
        AreaCode area,
        AreaCode holder,
        List<Seat> seats,
        OfferFacts facts) {

    /**
     * One place of a position in a half-year.
     *
     * @param placement what the allocation knows it by
     * @param to the last day, inclusive
     * @param parts where the doctor serves, and how long
     */
    public record Seat(
            long placement,
            PositionId position,
            HalfYear halfYear,
            int number,
            LocalDate from,
            LocalDate to,
            List<GivenStay.Part> parts) {
        public Seat {
            parts = List.copyOf(parts);
        }
    }

    /** One that the area which sent the doctor answers. */
    public Offer(
            long id,
            RoundId round,
            int offerRound,
            HospitalId hospital,
            HprNumber hpr,
            AreaCode area,
            List<Seat> seats,
            OfferFacts facts) {
        this(id, round, offerRound, hospital, hpr, area, area, seats, facts);
    }

    public Offer {
        seats = List.copyOf(seats);
    }

    /** The vacancy; empty for what a round gave. */
    public OptionalLong vacancy() {
        return VacancyIds.of(round);
    }

    public OfferState state() {
        return facts.state();
    }

    public long version() {
        return facts.version();
    }

    /** The first day of the first stay. */
    public LocalDate start() {
        return seats.stream().map(Seat::from).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The last day of the last stay. */
    public LocalDate end() {
        return seats.stream().map(Seat::to).max(Comparator.naturalOrder()).orElseThrow();
    }

    public Set<DepartmentId> departments() {
        return seats.stream()
                .flatMap(seat -> seat.parts().stream())
                .map(GivenStay.Part::department)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The time it gives in each department, in the order of days. */
    public List<Leg> legs() {
        return seats.stream()
                .flatMap(
                        seat -> Leg.of(seat.position(), seat.halfYear(), seat.parts(), seat.from(), seat.to()).stream())
                .sorted(Comparator.comparing(Leg::from))
                .toList();
    }

    /** Of two half-years that go together, the seat in the later one. */
    public Optional<Seat> later() {
        Seat last = seats.stream().max(Comparator.comparing(Seat::from)).orElseThrow();
        return seats.stream().anyMatch(each -> each.to().isBefore(last.from())) ? Optional.of(last) : Optional.empty();
    }

    /** Whether it can be answered at a moment: also before the clock has come by to let it expire. */
    public boolean isOpen(Instant now) {
        return state() == OfferState.SENT && now.isBefore(facts.answerBy());
    }

    List<Long> placements() {
        return seats.stream().map(Seat::placement).toList();
    }

    /** As doctors and areas see it. */
    Offer outside() {
        return with(facts.outside());
    }

    /** As if it stood there. */
    public Offer standing(OfferState other) {
        return with(facts.as(other));
    }

    Offer with(OfferFacts newFacts) {
        return new Offer(id, round, offerRound, hospital, hpr, area, holder, seats, newFacts);
    }
}
