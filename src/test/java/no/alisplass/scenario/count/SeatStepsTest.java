package no.alisplass.scenario.count;

import static no.alisplass.snapshot.Frozen.AUTUMN;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.Results;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.policy.CriterionCode;
import no.alisplass.policy.Policies;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.scenario.Certainty;
import no.alisplass.scenario.Compared;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.count.SeatStep.Both;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

class SeatStepsTest {
    private static final DepartmentId LUNGE = new DepartmentId("lunge");

    private final Scenarios scenarios = new Scenarios(Policies.builtIn());
    private final SeatSteps steps = new SeatSteps(scenarios, new Comparer(Policies.builtIn(), scenarios));
    private final Frozen frozen = new Frozen();

    private static SeatChange seats(String department, HalfYear halfYear, int seats) {
        return new SeatChange(new DepartmentId(department), halfYear, seats);
    }

    private SeatStep step(SeatChange... changes) {
        return Results.done(steps.step(frozen.freeze(), 0, List.of(changes)));
    }

    @Test
    void a_seat_more_lets_one_in_and_is_counted_by_wish_criterion_and_area() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
        frozen.doctor(2, "Per").months(44).wants("geriatri").only().area("3209");
        frozen.doctor(3, "Ola").months(40).affiliation(Affiliation.LOCUM).wants("lunge", "geriatri");
        SeatStep step = step(seats("geriatri", SPRING, 2));
        assertThat(step.seats()).isEqualTo(new Both(2, 3));
        assertThat(step.placed()).isEqualTo(new Both(2, 3));
        assertThat(step.waiting()).isEqualTo(new Both(1, 0));
        assertThat(step.best()).isEqualTo(new Both(2, 3));
        assertThat(step.moved()).isEqualTo(new SeatStep.Moved(1, 0, 0, 0));
        assertThat(step.wishes().ranks().get(0)).isEqualTo(new Both(2, 3));
        assertThat(step.byArea()).extracting(each -> each.area().value()).containsExactly("3209");
        assertThat(step.byCriterion())
                .extracting(SeatStep.ByCriterion::criterion, SeatStep.ByCriterion::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(CriterionCode.INTERRUPTED, "no"),
                        org.assertj.core.groups.Tuple.tuple(CriterionCode.READY, "yes"),
                        org.assertj.core.groups.Tuple.tuple(CriterionCode.AFFILIATION, "permanent"));
        assertThat(step.certainty()).isEqualTo(Certainty.PROVEN);
        assertThat(step.unused()).isEmpty();
    }

    @Test
    void without_changes_it_is_the_round_as_it_is() {
        frozen.seats("geriatri", SPRING, 1);
        frozen.doctor(1, "Kari");
        frozen.doctor(2, "Per");
        SeatStep step = step();
        assertThat(step.placed()).isEqualTo(new Both(1, 1));
        assertThat(step.changedHash()).isEqualTo(step.problemHash());
        assertThat(step.moved().gains() + step.moved().losses()).isZero();
    }

    @Test
    void a_doctor_whom_other_terms_leave_out_waits_there() {
        frozen.seats("geriatri", SPRING, 2);
        frozen.doctor(1, "Kari");
        frozen.doctor(2, "Per");
        Snapshot snapshot = frozen.freeze();
        AllocationProblem both = snapshot.problem();
        AllocationProblem one =
                new AllocationProblem(both.objective(), both.doctors().subList(0, 1), both.resources());
        Compared compared = new Compared(both, scenarios.work(both), one, scenarios.work(one));
        SeatStep step = steps.counted(snapshot, 0, compared);
        assertThat(step.placed()).isEqualTo(new Both(2, 1));
        assertThat(step.waiting()).isEqualTo(new Both(0, 1));
        assertThat(step.byArea()).extracting(SeatStep.ByArea::waiting).containsExactly(new Both(0, 1));
        assertThat(step.byCriterion())
                .extracting(SeatStep.ByCriterion::waiting)
                .isNotEmpty()
                .containsOnly(new Both(0, 1));
    }

    @Test
    void a_seat_that_is_taken_away_moves_some_to_a_worse_one_and_one_out() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
        frozen.doctor(2, "Per").months(44).wants("lunge");
        SeatStep step = step(seats("geriatri", SPRING, 0));
        assertThat(step.moved()).isEqualTo(new SeatStep.Moved(0, 0, 1, 1));
        assertThat(step.wishes().ranks().get(1)).isEqualTo(new Both(0, 1));
    }

    @Test
    void a_seat_nobody_wants_stands_empty_for_that_reason_and_one_a_limit_keeps_for_the_other() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1).limit("3205", 1);
        frozen.doctor(1, "Kari").months(51).wants("geriatri").only();
        frozen.doctor(2, "Per").months(44).wants("geriatri").only();
        SeatStep unwanted = step(seats("geriatri", SPRING, 2));
        assertThat(unwanted.unused()).hasSize(2).allSatisfy(each -> assertThat(each.open() + each.paired())
                .isZero());
        assertThat(unwanted.unused())
                .filteredOn(each -> each.departments().contains(LUNGE))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.seats()).isEqualTo(new Both(1, 1));
                    assertThat(each.limited()).isZero();
                });
        assertThat(unwanted.unused())
                .filteredOn(each -> !each.departments().contains(LUNGE))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.seats()).isEqualTo(new Both(0, 1));
                    assertThat(each.limited()).isEqualTo(1);
                });
    }

    @Test
    void a_half_year_that_is_wanted_only_with_another_stands_empty_when_that_is_full() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", AUTUMN, 2);
        frozen.doctor(1, "Kari")
                .monthsLeft(12)
                .months(51)
                .wants("geriatri", "lunge")
                .wholeOnly();
        frozen.doctor(2, "Per")
                .monthsLeft(12)
                .months(44)
                .wants("geriatri", "lunge")
                .wholeOnly();
        SeatStep step = step();
        assertThat(step.placed().then()).isEqualTo(1);
        assertThat(step.unused()).singleElement().satisfies(each -> {
            assertThat(each.halfYear()).isEqualTo(AUTUMN);
            assertThat(each.paired()).isEqualTo(1);
        });
    }

    @Test
    void a_place_without_a_position_is_refused() {
        frozen.seats("geriatri", SPRING, 1);
        frozen.doctor(1, "Kari");
        assertThat(Results.codes(steps.step(frozen.freeze(), 0, List.of(seats("hud", SPRING, 1)))))
                .containsExactly("scenario.no-position");
    }
}
