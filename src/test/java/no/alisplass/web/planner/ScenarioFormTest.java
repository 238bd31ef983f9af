package no.alisplass.web.planner;

import static no.alisplass.snapshot.Frozen.AUTUMN;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Parameter;
import no.alisplass.scenario.change.Question;
import no.alisplass.snapshot.Frozen;
import no.alisplass.web.shell.Form;
import org.junit.jupiter.api.Test;

/** Whatever a question says, by whichever door it came, the form carries it and gives it back. */
class ScenarioFormTest {
    private static final DepartmentId GERIATRI = new DepartmentId("geriatri");
    private static final DepartmentId LUNGE = new DepartmentId("lunge");
    private static final DepartmentId NEW = new DepartmentId("palliativ");
    private static final DepartmentId GONE = new DepartmentId("nedlagt");
    private static final HalfYear LONG_AGO = HalfYear.parse("2019-V");

    private final ScenarioForm form = new ScenarioForm(
            new Frozen().seats("geriatri", SPRING, 1).freeze(),
            List.of(new SeatChange(GERIATRI, SPRING, 1), new SeatChange(LUNGE, SPRING, 2)),
            null,
            Policies.builtIn(),
            true);

    private static Question.AddedDepartment added(DepartmentId id) {
        return new Question.AddedDepartment(id, "Palliativ", GERIATRI, 2);
    }

    private void is_carried(Question question) {
        Form filled = form.of(question);
        assertThat(form.read(filled).question()).isEqualTo(question);
        assertThat(filled.findings()).isEmpty();
    }

    @Test
    void seats_of_a_department_that_is_added_and_of_places_the_round_no_longer_has() {
        is_carried(new Question(
                null,
                List.of(added(NEW)),
                List.of(new Question.SharedSeats(GERIATRI, NEW, LONG_AGO, 1)),
                List.of(new Question.ClosedDepartment(GONE, LONG_AGO)),
                List.of(
                        new SeatChange(LUNGE, SPRING, 3),
                        new SeatChange(NEW, AUTUMN, 4),
                        new SeatChange(GONE, LONG_AGO, 0)),
                null,
                null,
                null,
                null));
    }

    @Test
    void as_many_seats_as_there_are_now_for_they_are_counted_after_what_is_shared() {
        is_carried(Question.ofSeats(List.of(new SeatChange(GERIATRI, SPRING, 1))));
    }

    @Test
    void policies_doctors_areas_shares_of_more_than_all_and_the_highest_seed() {
        is_carried(new Question(
                new Question.PolicyTerms(
                        "ahus-2020",
                        2,
                        List.of(
                                new Question.Setting(Parameter.READY_MONTHS, "18"),
                                new Question.Setting(Parameter.DEPARTMENT_AGAIN, "never"))),
                null,
                null,
                null,
                null,
                List.of(
                        new Question.AreaLimit(new AreaCode("3205"), null),
                        new Question.AreaLimit(new AreaCode("9999"), 10_000)),
                List.of(
                        new Question.LeftOut(new DoctorId("d007"), null, null),
                        new Question.LeftOut(null, new AreaCode("9999"), 30)),
                List.of(
                        new Question.MoreDoctors(new AreaCode("3205"), 3, null),
                        new Question.MoreDoctors(null, null, 10_000)),
                Question.MOST_SEED));
    }

    @Test
    void as_many_of_a_kind_as_there_may_be() {
        is_carried(new Question(
                null,
                null,
                null,
                null,
                null,
                IntStream.range(0, Question.MOST)
                        .mapToObj(at -> new Question.AreaLimit(new AreaCode(Integer.toString(1000 + at)), at))
                        .toList(),
                null,
                null,
                null));
    }

    @Test
    void a_row_after_the_most_there_may_be_is_refused_and_not_left_out() {
        Form typed = Form.of(Map.of("limits[200].area", List.of("3205"), "limits[200].most", List.of("2")));
        form.read(typed);
        assertThat(typed.findings()).extracting(Finding::code).containsExactly("web.rows-too-many");
        assertThat(typed.findings())
                .extracting(Finding::field)
                .first()
                .asString()
                .startsWith("limits[200].");
    }

    @Test
    void a_new_department_gets_an_id_that_no_other_has_and_keeps_it() {
        Form typed = form.of(new Question(
                null, List.of(added(new DepartmentId("ny-avdeling-2"))), null, null, null, null, null, null, null));
        typed.with("added[1].name", "Smerte").with("added[1].like", "lunge").with("added[1].seats", "1");
        assertThat(form.read(typed).question().added())
                .extracting(each -> each.id().value())
                .containsExactly("ny-avdeling-2", "ny-avdeling-3");
        assertThat(typed.value("added[1].id")).isEqualTo("ny-avdeling-3");
    }

    @Test
    void a_row_that_says_nothing_but_its_id_is_taken_away() {
        Form typed = Form.of(Map.of("added[0].id", List.of("palliativ"), "added[0].name", List.of("")));
        assertThat(form.read(typed).question().added()).isEmpty();
        assertThat(typed.findings()).isEmpty();
    }

    @Test
    void a_number_typed_for_a_place_that_is_gone_meanwhile_stands_in_a_row_of_its_own() {
        Form typed = Form.of(Map.of("plasser_nedlagt_2019-V", List.of("3")));
        ScenarioReader.Typed read = form.read(typed);
        assertThat(read.question().seats()).containsExactly(new SeatChange(GONE, LONG_AGO, 3));
        assertThat(read.atField()
                        .apply(Finding.of("seats[0]", "nedlagt", "scenario.no-position"))
                        .field())
                .isEqualTo("seats[0]");
        assertThat(typed.value("seats[0].department")).isEqualTo("nedlagt");
    }

    @Test
    void what_is_wrong_is_told_at_its_field() {
        Form typed = Form.of(Map.of(
                "added[0].id", List.of("Ny avdeling"),
                "added[0].name", List.of("Ny"),
                "added[0].like", List.of("lunge"),
                "added[0].seats", List.of("1"),
                "more[0].share", List.of("20000"),
                "seed", List.of("9007199254740992")));
        form.read(typed);
        assertThat(typed.findings())
                .extracting(Finding::field)
                .containsExactlyInAnyOrder("added[0].id", "more[0].share", "seed");
    }
}
