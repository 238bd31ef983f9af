package no.alisplass.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.planning.ForecastQuestion.AreaFigures;
import no.alisplass.planning.ForecastQuestion.GoalAsked;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;
import org.junit.jupiter.api.Test;

/** What a question says and what would make no difference, is refused and not left out. */
class QuestionRulesTest {
    private static final PositionId LUNG = new PositionId("ahus-lunge-1");
    private static final AreaCode AREA = new AreaCode("3205");
    private static final HalfYear FIRST = HalfYear.parse("2028-V");

    static ForecastQuestion question(List<SeatsFrom> seats, List<AreaFigures> areas, GoalAsked goal) {
        return new ForecastQuestion(
                1, "Prøve", FIRST, 6, 1, "ahus-2020", 2, 1, 100, seats, areas, List.of(), Arrivals.EVEN, 1, goal);
    }

    private static List<String> faults(ForecastQuestion question) {
        return QuestionRules.check(question, Set.of(LUNG), Set.of(AREA)).stream()
                .map(each -> each.field() + " " + each.code())
                .toList();
    }

    private static SeatsFrom from(String halfYear) {
        return new SeatsFrom(LUNG, HalfYear.parse(halfYear), 2);
    }

    @Test
    void seats_outside_the_plan_are_refused_by_their_field() {
        assertThat(faults(question(List.of(from("2028-V"), from("2030-H")), List.of(), null)))
                .isEmpty();
        assertThat(faults(question(List.of(from("2027-H"), from("2029-V"), from("2031-V")), List.of(), null)))
                .containsExactly("seats[0].from planning.seats-outside", "seats[2].from planning.seats-outside");
    }

    @Test
    void a_share_of_those_who_wait_so_long_is_refused_where_nobody_says_how_long() {
        HalfYear by = HalfYear.parse("2029-V");
        assertThat(faults(question(List.of(), List.of(), new GoalAsked(by, 24, 0.9, 0.8, 50))))
                .isEmpty();
        assertThat(faults(question(List.of(), List.of(), new GoalAsked(by, 0, 1, 0.8, 50))))
                .isEmpty();
        assertThat(faults(question(List.of(), List.of(), new GoalAsked(by, 0, 0.9, 0.8, 50))))
                .containsExactly("goal.share planning.share-without-wait");
    }

    @Test
    void an_area_of_which_nothing_is_told_is_refused() {
        assertThat(faults(question(List.of(), List.of(new AreaFigures(AREA, null, null)), null)))
                .containsExactly("areas[0] planning.no-figures");
        assertThat(faults(question(List.of(), List.of(new AreaFigures(AREA, 0, null)), null)))
                .isEmpty();
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(QuestionRules.check(question(List.of(from("2027-V")), List.of(), null), Set.of(), Set.of()))
                .extracting(Finding::code)
                .containsExactly("planning.no-areas", "planning.no-positions", "planning.no-such-position");
    }
}
