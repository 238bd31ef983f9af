package no.alisplass.scenario.change;

import static no.alisplass.snapshot.Frozen.AUTUMN;
import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.Results;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Result;
import no.alisplass.policy.Policies;
import no.alisplass.scenario.Scenarios;
import no.alisplass.snapshot.Frozen;
import org.junit.jupiter.api.Test;

class QuestionSizeTest {
    private final Comparer comparer = new Comparer(Policies.builtIn(), new Scenarios(Policies.builtIn()));
    private final Frozen frozen = new Frozen();

    private void round() {
        frozen.seats("lunge", SPRING, 1).seats("lunge", AUTUMN, 1);
        IntStream.rangeClosed(1, 10)
                .forEach(one -> frozen.doctor(one, "Lege " + one).monthsLeft(12));
    }

    private static Question asked(int departments, int doctors) {
        List<Question.AddedDepartment> added = IntStream.range(0, departments)
                .mapToObj(each -> new Question.AddedDepartment(
                        new DepartmentId("ny-" + each), "Ny " + each, new DepartmentId("lunge"), 1))
                .toList();
        List<Question.MoreDoctors> more = List.of(new Question.MoreDoctors(null, doctors, null));
        return new Question(null, added, null, null, null, null, null, doctors == 0 ? null : more, null);
    }

    @Test
    void what_everybody_could_be_offered_at_the_most_is_counted_before_anything_is_made() {
        round();
        World world = new World(frozen.freeze(), Frozen.policy());
        assertThat(world.size()).isEqualTo(10 * (2 + 1));
    }

    @Test
    void a_question_that_would_take_minutes_is_refused_before_it_is_worked_out() {
        round();
        assertThat(Results.codes(comparer.compare(frozen.freeze(), 0, List.of(asked(200, 2_000)))))
                .containsExactly("scenario.question-too-much");
        assertThat(Results.codes(comparer.check(frozen.freeze(), asked(200, 0))))
                .containsExactly("scenario.question-too-much");
        assertThat(comparer.check(frozen.freeze(), asked(10, 100))).isInstanceOf(Result.Done.class);
    }

    @Test
    void so_are_several_that_are_too_much_together() {
        round();
        Question one = asked(20, 100);
        assertThat(comparer.check(frozen.freeze(), one)).isInstanceOf(Result.Done.class);
        assertThat(Results.codes(comparer.compare(frozen.freeze(), 0, Collections.nCopies(Comparer.MOST, one))))
                .containsExactly("scenario.compare-too-much");
    }
}
