package no.alisplass.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.PositionPart;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Wishes;
import no.alisplass.forecast.Hospitals;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;
import no.alisplass.register.entry.WaitlistEntry;
import org.junit.jupiter.api.Test;

/** Who has a place to come, as a forecast begins. */
class RegisterInputTest {
    private static final DepartmentId LUNG = new DepartmentId("ahus-lunge");
    private static final HalfYear SPRING = HalfYear.parse("2028-V");

    private static WaitlistEntry doctor(int left) {
        return Hospitals.doctor(990_000_011, "3205", 30, 60, Wishes.NONE, Scheme.OLD, left)
                .entry();
    }

    private static GivenStay stay(String halfYear, int left) {
        return new GivenStay(
                new RoundId("ahus-2027"),
                "Runde",
                doctor(left).hpr(),
                new AreaCode("3205"),
                new PositionId("ahus-lunge-1"),
                HalfYear.parse(halfYear),
                List.of(new GivenStay.Part(LUNG, 6)),
                Months.of(left));
    }

    @Test
    void who_has_nothing_waits_as_registered() {
        assertThat(RegisterInput.waiting(doctor(6), List.of(), SPRING)).isEqualTo(doctor(6));
    }

    @Test
    void who_has_all_that_is_needed_or_needs_nothing_waits_no_more() {
        assertThat(RegisterInput.waiting(doctor(6), List.of(stay("2027-H", 6)), SPRING))
                .isNull();
        assertThat(RegisterInput.waiting(doctor(0), List.of(), SPRING)).isNull();
    }

    @Test
    void who_has_a_part_needs_the_rest_somewhere_else_and_at_another_time() {
        WaitlistEntry waits = RegisterInput.waiting(doctor(12), List.of(stay("2028-V", 12)), SPRING);
        assertThat(waits.institution().monthsLeft()).isEqualTo(Months.of(6));
        assertThat(waits.institution().departments()).containsExactly(LUNG);
        assertThat(waits.wishes().blocked()).containsExactly(SPRING);
        WaitlistEntry before = RegisterInput.waiting(doctor(12), List.of(stay("2027-H", 12)), SPRING);
        assertThat(before.wishes().blocked()).isEmpty();
        assertThat(before.institution().monthsLeft()).isEqualTo(Months.of(6));
    }

    @Test
    void seats_set_long_ago_go_on_and_those_far_ahead_are_kept() {
        Position position = new Position(new PositionId("ahus-lunge-1"), List.of(new PositionPart(LUNG, 6)));
        List<Seats> everSet = List.of(
                new Seats(position, HalfYear.parse("2040-V"), 5),
                new Seats(position, HalfYear.parse("2026-H"), 1),
                new Seats(position, HalfYear.parse("2027-V"), 3));
        assertThat(PlannedSeats.since(everSet, HalfYear.parse("2031-H")))
                .isEqualTo(Map.of(
                        position.id(),
                        new TreeMap<>(Map.of(HalfYear.parse("2027-V"), 3, HalfYear.parse("2040-V"), 5))));
    }

    @Test
    void what_is_registered_holds_until_the_first_half_year_that_is_asked_about() {
        PositionId lung = new PositionId("ahus-lunge-1");
        PositionId other = new PositionId("ahus-onh-1");
        TreeMap<HalfYear, Integer> registered = new TreeMap<>(
                Map.of(HalfYear.parse("2027-V"), 1, HalfYear.parse("2028-H"), 2, HalfYear.parse("2030-V"), 9));
        Map<PositionId, TreeMap<HalfYear, Integer>> seats = PlannedSeats.withAsked(
                Map.of(lung, registered, other, registered),
                List.of(
                        new SeatsFrom(lung, HalfYear.parse("2031-V"), 5),
                        new SeatsFrom(lung, HalfYear.parse("2029-V"), 4)));
        assertThat(seats.get(lung))
                .isEqualTo(Map.of(
                        HalfYear.parse("2027-V"),
                        1,
                        HalfYear.parse("2028-H"),
                        2,
                        HalfYear.parse("2029-V"),
                        4,
                        HalfYear.parse("2031-V"),
                        5));
        assertThat(seats.get(other)).isEqualTo(registered);
        assertThat(registered).hasSize(3);
    }
}
