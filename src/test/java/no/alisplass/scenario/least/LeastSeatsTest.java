package no.alisplass.scenario.least;

import static no.alisplass.snapshot.Frozen.AUTUMN;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.alisplass.Results;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Objective;
import no.alisplass.json.CanonicalJson;
import no.alisplass.policy.Policies;
import no.alisplass.problem.AllocationProblem;
import no.alisplass.problem.Doctor;
import no.alisplass.problem.Option;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.least.check.LeastChecker;
import no.alisplass.scenario.least.find.LeastSeatsFinder;
import no.alisplass.scenario.least.find.LeastSeatsFinder.Whom;
import no.alisplass.snapshot.Frozen;
import org.junit.jupiter.api.Test;

class LeastSeatsTest {
    private static final Whom EVERYONE = new Whom(false, true, Optional.empty());

    private final LeastSeatsFinder finder = new LeastSeatsFinder(new Scenarios(Policies.builtIn()));
    private final Frozen frozen = new Frozen();

    private LeastSeats least(Whom whom, SeatCeiling... ceilings) {
        return Results.done(finder.find(frozen.freeze(), whom, List.of(ceilings)))
                .told();
    }

    private static SeatCeiling ceiling(String department, int most) {
        return new SeatCeiling(new DepartmentId(department), null, most);
    }

    @Test
    void no_seat_more_is_enough_for_both_though_wishes_first_leaves_one_out() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
        frozen.doctor(2, "Per").months(44).wants("geriatri").only();
        LeastSeats wishes = least(EVERYONE);
        assertThat(wishes.answer()).isEqualTo(LeastAnswer.PROVEN);
        assertThat(wishes.seats()).isZero();
        assertThat(wishes.byRules().served()).isEqualTo(1);
        frozen.objective(Objective.PLACEMENTS_FIRST);
        assertThat(least(EVERYONE).byRules().served()).isEqualTo(2);
        LeastSeats first = least(new Whom(true, true, Optional.empty()));
        assertThat(first.seats()).isEqualTo(1);
        assertThat(first.added())
                .singleElement()
                .satisfies(each -> assertThat(each.department().value()).isEqualTo("geriatri"));
        assertThat(first.byRules().served()).isEqualTo(2);
        assertThat(first.checked()).isTrue();
    }

    @Test
    void seats_come_in_the_earliest_half_year_and_only_where_there_could_be_some() {
        frozen.seats("geriatri", SPRING, 1).seats("geriatri", AUTUMN, 0).seats("lunge", SPRING, 1);
        for (int hpr = 1; hpr <= 5; hpr++) {
            frozen.doctor(hpr, "Lege " + hpr).months(60 - hpr).wants("geriatri", "lunge");
        }
        LeastSeats anywhere = least(EVERYONE);
        assertThat(anywhere.seats()).isEqualTo(3);
        assertThat(anywhere.added()).singleElement().satisfies(each -> {
            assertThat(each.halfYear()).isEqualTo(SPRING);
            assertThat(each.department().value()).isEqualTo("geriatri");
            assertThat(each.now()).isEqualTo(1);
        });
        LeastSeats some = least(EVERYONE, ceiling("geriatri", 2), ceiling("lunge", 2));
        assertThat(some.seats()).isEqualTo(3);
        assertThat(some.added()).hasSize(2);
        LeastSeats few = least(EVERYONE, ceiling("lunge", 2));
        assertThat(few.answer()).isEqualTo(LeastAnswer.IMPOSSIBLE);
        assertThat(few.checked()).isTrue();
        assertThat(least(new Whom(false, true, Optional.of(Set.of(DoctorId.ofPosition(4)))))
                        .seats())
                .isZero();
    }

    @Test
    void who_is_settled_by_hand_keeps_the_place_and_who_is_taken_out_needs_none() {
        frozen.seats("geriatri", SPRING, 1);
        frozen.doctor(1, "Kari").months(51).wants("geriatri").only();
        frozen.doctor(2, "Per").months(44).pinned(SPRING, "geriatri");
        frozen.doctor(3, "Mari").months(40).pinned(SPRING);
        LeastSeats least = least(EVERYONE);
        assertThat(least.doctors()).isEqualTo(2);
        assertThat(least.settledOut()).isEqualTo(1);
        assertThat(least.seats()).isEqualTo(1);
    }

    @Test
    void an_areas_limit_can_make_it_impossible() {
        frozen.seats("geriatri", SPRING, 1).limit("3205", 1);
        frozen.doctor(1, "Kari");
        frozen.doctor(2, "Per");
        LeastSeats least = least(EVERYONE);
        assertThat(least.answer()).isEqualTo(LeastAnswer.IMPOSSIBLE);
        assertThat(least.seats()).isNull();
        assertThat(least.checked()).isTrue();
        assertThat(least(new Whom(false, false, Optional.empty())).seats()).isEqualTo(1);
    }

    @Test
    void a_department_that_is_unknown_or_named_twice_is_refused() {
        frozen.seats("geriatri", SPRING, 1);
        frozen.doctor(1, "Kari");
        assertThat(Results.codes(finder.find(frozen.freeze(), EVERYONE, List.of(ceiling("hud", 2)))))
                .containsExactly("scenario.no-seats-there");
        assertThat(Results.codes(finder.find(
                        frozen.freeze(),
                        EVERYONE,
                        List.of(ceiling("geriatri", 2), new SeatCeiling(new DepartmentId("geriatri"), SPRING, 3)))))
                .containsExactly("scenario.seat-twice");
    }

    @Test
    void an_option_that_takes_another_seat_than_its_stays_is_not_accepted() {
        frozen.seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari").months(51).wants("geriatri", "lunge");
        LeastProven proven =
                Results.done(finder.find(frozen.freeze(), EVERYONE, List.of())).proven();
        LeastCertificate certificate = proven.certificate();
        Doctor kari = proven.problem().doctors().get(0);
        List<Option> forged = new ArrayList<>(kari.options());
        Option first = forged.get(0);
        forged.set(0, new Option(first.tier(), first.stays(), forged.get(1).uses()));
        forged.remove(1);
        AllocationProblem problem = new AllocationProblem(
                proven.problem().objective(),
                List.of(new Doctor(kari.id(), forged, false)),
                proven.problem().resources());
        LeastQuestion asked = certificate.question();
        LeastQuestion question =
                new LeastQuestion(CanonicalJson.hash(problem), asked.doctors(), asked.bestTier(), asked.most());
        assertThat(LeastChecker.check(
                                problem,
                                new LeastCertificate(
                                        question,
                                        certificate.added(),
                                        certificate.placements(),
                                        certificate.atLeast(),
                                        certificate.proof()))
                        .faults())
                .singleElement()
                .asString()
                .startsWith(kari.id().value());
    }
}
