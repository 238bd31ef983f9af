package no.alisplass.scenario.kept;

import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import no.alisplass.Results;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.change.Question;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final SideBySide sideBySide =
            new SideBySide(new Comparer(Policies.builtIn(), new Scenarios(Policies.builtIn())));
    private final Frozen frozen = new Frozen();

    @BeforeEach
    void twoDoctorsForASeat() {
        frozen.seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51);
        frozen.doctor(2, "Per").months(44);
    }

    private int made;

    private KeptScenario kept(Question question, Snapshot of) {
        return new KeptScenario(
                ++made,
                AskedOf.round(new RoundId("test-runde")),
                null,
                "Navn",
                true,
                question,
                FrozenBase.of(of),
                null,
                "pia",
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    private static Question seats(String department) {
        return Question.ofSeats(List.of(new SeatChange(new DepartmentId(department), SPRING, 2)));
    }

    private SideBySide.Shown shown(KeptScenario... kept) {
        return ((Result.Done<SideBySide.Shown>) sideBySide.of(frozen.freeze(), 0, List.of(kept))).value();
    }

    @Test
    void a_scenario_is_worked_out_on_what_stands_and_says_when_that_is_another_round() {
        KeptScenario two = kept(seats("lunge"), frozen.freeze());
        assertThat(shown(two).shown()).containsExactly(new SideBySide.Kept(two, false));
        frozen.doctor(3, "Mari").months(40);
        SideBySide.Shown later = shown(two);
        assertThat(later.shown()).containsExactly(new SideBySide.Kept(two, true));
        assertThat(later.comparison().cases().get(1).outcome().waiting()).isEqualTo(1);
    }

    @Test
    void one_that_no_longer_makes_sense_stands_aside_with_why_and_the_others_are_shown() {
        KeptScenario two = kept(seats("lunge"), frozen.freeze());
        KeptScenario gone = kept(seats("hud"), frozen.freeze());
        SideBySide.Shown shown = shown(gone, two);
        assertThat(shown.shown()).extracting(SideBySide.Kept::scenario).containsExactly(two);
        assertThat(shown.misfits()).singleElement().satisfies(misfit -> {
            assertThat(misfit.scenario()).isEqualTo(gone);
            assertThat(misfit.findings().get(0).code()).isEqualTo("scenario.no-position");
        });
    }

    @Test
    void doctors_who_are_named_are_not_taken_for_others_when_the_order_has_changed() {
        Question without = new Question(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Question.LeftOut(DoctorId.ofPosition(1), null, null)),
                null,
                null);
        KeptScenario kept = kept(without, frozen.freeze());
        assertThat(shown(kept).misfits()).isEmpty();
        frozen.doctor(3, "Mari").months(60);
        assertThat(shown(kept).misfits().get(0).findings().get(0).code()).isEqualTo("scenario.doctors-of-before");
    }

    @Test
    void one_that_is_chosen_twice_is_refused_and_named() {
        KeptScenario two = kept(seats("lunge"), frozen.freeze());
        KeptScenario other = kept(seats("lunge"), frozen.freeze());
        assertThat(shown(two, other).shown()).hasSize(2);
        assertThat(Results.codes(sideBySide.of(frozen.freeze(), 0, List.of(two, other, two))))
                .containsExactly("scenario.compare-twice");
    }

    @Test
    void more_than_fit_beside_each_other_are_refused() {
        List<KeptScenario> many = Collections.nCopies(Comparer.MOST + 1, kept(seats("lunge"), frozen.freeze()));
        assertThat(sideBySide.of(frozen.freeze(), 0, many)).isInstanceOf(Result.Refused.class);
    }
}
