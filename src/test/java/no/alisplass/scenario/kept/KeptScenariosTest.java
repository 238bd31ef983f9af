package no.alisplass.scenario.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.scenario.change.Question;
import org.junit.jupiter.api.Test;

class KeptScenariosTest {
    private static final Question WITHOUT_ONE = new Question(
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(new Question.LeftOut(DoctorId.ofPosition(7), null, null)),
            null,
            null);
    private static final FrozenBase NOW = new FrozenBase("now", "people");

    private static List<String> others(String seen, FrozenBase before) {
        return new KeptScenarios.Wanted("Navn", false, WITHOUT_ONE, NOW, seen, null)
                .others(before).stream().map(Finding::code).toList();
    }

    @Test
    void doctors_are_taken_for_those_who_were_seen_and_for_nobody_else() {
        assertThat(others(null, null)).containsExactly("scenario.kept-problem-missing");
        assertThat(others("now", null)).isEmpty();
        assertThat(others("then", null)).containsExactly("scenario.kept-people-changed");
    }

    @Test
    void those_of_the_problem_it_was_written_for_are_as_long_as_the_same_stand_where_they_stood() {
        assertThat(others("then", new FrozenBase("then", "people"))).isEmpty();
        assertThat(others("then", new FrozenBase("then", "others"))).containsExactly("scenario.kept-people-changed");
        assertThat(others("before then", new FrozenBase("then", "people")))
                .containsExactly("scenario.kept-people-changed");
    }

    @Test
    void where_nobody_is_named_it_does_not_matter_whom_the_reader_saw() {
        assertThat(new KeptScenarios.Wanted("Navn", false, Question.NOTHING, NOW, null, null).others(null))
                .isEmpty();
    }
}
