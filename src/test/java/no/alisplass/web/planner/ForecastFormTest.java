package no.alisplass.web.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.PositionPart;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.planning.ForecastQuestion.AreaFigures;
import no.alisplass.planning.ForecastQuestion.Assumed;
import no.alisplass.planning.ForecastQuestion.GoalAsked;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;
import no.alisplass.web.shell.Form;
import org.junit.jupiter.api.Test;

class ForecastFormTest {
    private static final Position LUNG = position("ahus-lunge");
    private static final Position EAR = position("ahus-onh");
    private static final HalfYear FIRST = HalfYear.parse("2028-V");

    private static Position position(String department) {
        return new Position(
                new PositionId(department + "-1"), List.of(new PositionPart(new DepartmentId(department), 6)));
    }

    private static SeatsFrom seats(Position position, int at, int seats) {
        return new SeatsFrom(position.id(), FIRST.plus(at), seats);
    }

    private static ForecastQuestion question(
            List<SeatsFrom> seats, List<AreaFigures> areas, List<Assumed> assumed, GoalAsked goal) {
        return new ForecastQuestion(
                1,
                "Prøve",
                FIRST,
                40,
                2,
                "ahus-2020",
                2,
                ForecastQuestion.MOST_SEED,
                750,
                seats,
                areas,
                assumed,
                Arrivals.EVEN,
                2,
                goal);
    }

    private static ForecastQuestion asked(ForecastQuestion question, ForecastKept kept) {
        Form form = ForecastForm.of(question, List.of(LUNG, EAR));
        return ForecastForm.read(form, List.of(LUNG, EAR), kept).orElseThrow().question();
    }

    @Test
    void a_question_that_is_asked_again_is_the_same_question() {
        ForecastQuestion all = question(
                List.of(
                        seats(LUNG, 0, 2),
                        seats(LUNG, 2, 3),
                        seats(LUNG, 4, 4),
                        seats(LUNG, 6, 5),
                        seats(LUNG, 8, 6),
                        seats(EAR, 12, 0)),
                List.of(new AreaFigures(new AreaCode("3205"), 3, 60)),
                List.of(
                        new Assumed("decline", null, 0.025, 0.1, 0.2, "Vår egen"),
                        new Assumed("withdrawal", null, 0.01, 0.02, 0.03, "En rapport"),
                        new Assumed("new-doctors-per-year", new AreaCode("3205"), 2, 3, 4, "Kommunen")),
                new GoalAsked(HalfYear.parse("2035-H"), 24, 0.955, 0.8, 30));
        assertThat(asked(all, new ForecastKept(all))).isEqualTo(all);
        List<String> told = new ForecastKept(all).lines(Map.of(new AreaCode("3205"), "Lillestrøm"));
        assertThat(told)
                .contains(
                        "Lillestrøm: 2 – 3 – 4 nye leger i året, i stedet for tallet for hele området (Kommunen)",
                        "Lillestrøm: kan avse 3 leger samtidig",
                        "Lillestrøm: 60 spesialister",
                        "Målet gjelder nøyaktig 95,5 prosent av legene, i 80 prosent av forløpene")
                .hasSize(6);
        ForecastQuestion plain = question(
                List.of(seats(EAR, 1, 1)),
                List.of(),
                List.of(new Assumed("decline", null, 0.02, 0.1, 0.2, "Vår egen")),
                new GoalAsked(HalfYear.parse("2035-H"), 0, 1, 0.8, 200));
        assertThat(asked(plain, ForecastKept.NOTHING)).isEqualTo(plain);
        assertThat(new ForecastKept(plain).lines(Map.of())).isEmpty();
    }

    private static Map<String, String> faults(String... fields) {
        Form form = ForecastForm.of(question(List.of(), List.of(), List.of(), null), List.of(LUNG));
        for (int i = 0; i < fields.length; i += 2) {
            form.having(fields[i], fields[i + 1]);
        }
        assertThat(ForecastForm.read(form, List.of(LUNG), ForecastKept.NOTHING)).isEmpty();
        return form.findings().stream().collect(Collectors.toMap(Finding::field, Finding::code));
    }

    @Test
    void what_belongs_to_something_that_is_not_there_is_refused_at_its_field() {
        assertThat(faults("malMaaneder", "24")).containsExactly(Map.entry("mal", "planning.goal-by-missing"));
        assertThat(faults("malSikkerhet", "80")).containsExactly(Map.entry("mal", "planning.goal-by-missing"));
        assertThat(faults("mal", "2030-V", "malAndel", "80"))
                .containsExactly(Map.entry("malAndel", "planning.share-without-wait"));
        assertThat(faults("kilde", "En rapport")).containsExactly(Map.entry("kilde", "planning.source-without-change"));
        assertThat(faults("plasser_ahus-lunge-1_da_1", "3"))
                .containsExactly(Map.entry("plasser_ahus-lunge-1_fra_1", "web.missing"));
        assertThat(faults("plasser_ahus-lunge-1_fra_0", "2030-V"))
                .containsExactly(Map.entry("plasser_ahus-lunge-1_da_0", "web.missing"));
    }

    @Test
    void what_is_wrong_with_the_question_stands_at_the_field_that_says_it() {
        Form form = ForecastForm.of(
                question(List.of(seats(EAR, 1, 1), seats(LUNG, 2, 1)), List.of(), List.of(), null), List.of(LUNG, EAR));
        ForecastForm.Read read = ForecastForm.read(form, List.of(LUNG, EAR), ForecastKept.NOTHING)
                .orElseThrow();
        assertThat(read.placed(Finding.of("seats[1].from", null, "x")).field()).isEqualTo("plasser_ahus-onh-1_fra_0");
        assertThat(read.placed(Finding.of("replications", null, "x")).field()).isEqualTo("forlop");
        assertThat(read.placed(Finding.of("hospital", null, "x")).field()).isEqualTo(Form.WHOLE);
    }

    @Test
    void a_change_after_rows_that_were_emptied_is_read() {
        Form form = ForecastForm.of(
                question(
                        List.of(seats(LUNG, 1, 2), seats(LUNG, 2, 3), seats(LUNG, 3, 4), seats(LUNG, 4, 5)),
                        List.of(),
                        List.of(),
                        null),
                List.of(LUNG, EAR));
        for (int at = 0; at < 3; at++) {
            form.having(ForecastSeats.from(LUNG, at), "").having(ForecastSeats.then(LUNG, at), "");
        }
        assertThat(ForecastForm.read(form, List.of(LUNG, EAR), ForecastKept.NOTHING)
                        .orElseThrow()
                        .question()
                        .seats())
                .containsExactly(seats(LUNG, 4, 5));
    }
}
