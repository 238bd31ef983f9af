package no.alisplass.refill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.problem.Option;
import no.alisplass.problem.Resource;
import no.alisplass.problem.ResourceId;
import no.alisplass.refill.check.RefillChecker;
import no.alisplass.refill.run.Refill;
import org.junit.jupiter.api.Test;

/** No hospital is in a state that contradicts itself. */
class RefillProblemTest {
    private static final DoctorId ID = DoctorId.ofPosition(1);

    private static final List<Option> LUNGE = new Ward()
            .waits(null, "lunge")
            .seats("lunge", 1)
            .upgrades()
            .doctors()
            .get(0)
            .options();

    @Test
    void a_seat_that_is_held_must_be_there_and_no_more_hold_it_than_there_are() {
        assertThatThrownBy(() -> new Ward().firm(null, "lunge", "lunge").upgrades())
                .hasMessage("An option of doctor d001 uses the unknown resource seat:lunge:2028-V.");
        Ward twice = new Ward()
                .seats("lunge", 1)
                .firm(null, "lunge", "lunge")
                .upgradable(null, "lunge", "oye", "lunge")
                .seats("oye", 1);
        assertThatThrownBy(twice::upgrades)
                .hasMessage("The seat seat:lunge:2028-V is held by 2, and there is room for 1.");
    }

    @Test
    void more_may_be_away_than_an_area_has_said_since() {
        Ward lowered = new Ward().seats("lunge", 2).limit("a01", "V", 0).firm("a01", "lunge", "lunge");
        assertThatCode(lowered::upgrades).doesNotThrowAnyException();
    }

    @Test
    void what_is_held_fits_the_part_the_doctor_has() {
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.WAITS, 0, LUNGE))
                .hasMessageContaining("d001 is WAITS and holds option 0");
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.OUT, 0, LUNGE))
                .hasMessageContaining("d001 is OUT and holds option 0");
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.FIRM, null, LUNGE))
                .hasMessageContaining("d001 is FIRM and holds nothing");
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.UPGRADABLE, null, LUNGE))
                .hasMessageContaining("d001 is UPGRADABLE and holds nothing");
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.BY_HAND, null, LUNGE))
                .hasMessageContaining("d001 is settled by hand");
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.FIRM, 0, LUNGE, true))
                .hasMessageContaining("is FIRM and says ownOrder true");
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.UPGRADABLE, 0, LUNGE, false))
                .hasMessageContaining("ownOrder false");
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.FIRM, 1, LUNGE))
                .hasMessageContaining("cannot hold option 1");
        assertThatThrownBy(() -> new RefillDoctor(ID, RefillPart.FIRM, -1, LUNGE))
                .hasMessageContaining("cannot hold option -1");
    }

    @Test
    void options_come_best_first_and_once_and_take_a_seat_for_each_stay() {
        Option lunge = LUNGE.get(0);
        Option worse = new Option(3, lunge.stays(), lunge.uses());
        assertThatThrownBy(() -> RefillDoctor.waiting(ID, List.of(worse, lunge)))
                .hasMessageContaining("best tier first");
        assertThatThrownBy(() -> RefillDoctor.waiting(ID, List.of(lunge, worse)))
                .hasMessageContaining("two options that take");
        Option twoStays =
                new Option(0, List.of(lunge.stays().get(0), lunge.stays().get(0)), lunge.uses());
        assertThatThrownBy(() -> problem(List.of(RefillDoctor.waiting(ID, List.of(twoStays)))))
                .hasMessage("An option of doctor d001 has 2 stays and takes 1 seats.");
    }

    @Test
    void names_are_there_once_and_hashes_are_hashes() {
        RefillDoctor doctor = RefillDoctor.waiting(ID, LUNGE);
        assertThatThrownBy(() -> problem(List.of(doctor, doctor))).hasMessage("The doctor d001 is listed twice.");
        Resource seat = new Resource(Ward.seat("lunge"), 1);
        assertThatThrownBy(() -> new RefillProblem(Cases.ROUND, RefillMode.UPGRADES, List.of(), List.of(seat, seat)))
                .hasMessageContaining("listed twice");
        assertThatThrownBy(() -> new RefillProblem("abc", RefillMode.UPGRADES, List.of(), List.of()))
                .hasMessageContaining("64 hexadecimal digits");
        Resource other = new Resource(new ResourceId("bed:lunge"), 1);
        assertThatThrownBy(() -> new RefillProblem(Cases.ROUND, RefillMode.UPGRADES, List.of(), List.of(other)))
                .hasMessage("The resource bed:lunge is no seat and no limit.");
    }

    @Test
    void nothing_that_must_be_there_is_missing() {
        assertThatThrownBy(() -> new RefillProblem(Cases.ROUND, null, List.of(), List.of()))
                .hasMessage("A refill has a mode.");
        assertThatThrownBy(() -> RefillDoctor.waiting(null, LUNGE))
                .hasMessage("A doctor in a refill has an id and a part.");
        assertThatThrownBy(() -> new RefillDoctor(ID, null, null, LUNGE))
                .hasMessage("A doctor in a refill has an id and a part.");
    }

    @Test
    void the_worst_tier_there_can_be_is_better_than_nothing() {
        Option worst =
                new Option(Integer.MAX_VALUE, LUNGE.get(0).stays(), LUNGE.get(0).uses());
        RefillProblem problem = problem(List.of(RefillDoctor.waiting(ID, List.of(worst))));
        Refill.Refilled refilled = Refill.run(problem);
        assertThat(refilled.outcome().doctors().get(0).option()).isZero();
        assertThat(RefillChecker.check(problem, refilled.outcome(), refilled.certificate()))
                .isEmpty();
    }

    private static RefillProblem problem(List<RefillDoctor> doctors) {
        return new RefillProblem(
                Cases.ROUND, RefillMode.UPGRADES, doctors, List.of(new Resource(Ward.seat("lunge"), 1)));
    }
}
