package no.alisplass.planning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Plan;
import no.alisplass.planning.ForecastQuestion.AreaFigures;
import no.alisplass.planning.ForecastQuestion.Assumed;
import no.alisplass.planning.ForecastQuestion.GoalAsked;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;

/** What a question of a forecast must hold to; bounds of single numbers the doors have too. */
final class QuestionRules {
    private static final int LAST_YEAR = 2_099;

    private final ForecastQuestion question;
    private final Set<PositionId> positions;
    private final Set<AreaCode> areas;
    private final List<Finding> findings = new ArrayList<>();

    private QuestionRules(ForecastQuestion question, Set<PositionId> positions, Set<AreaCode> areas) {
        this.question = question;
        this.positions = positions;
        this.areas = areas;
    }

    /** @param positions of the hospital. @param areas it serves */
    static List<Finding> check(ForecastQuestion question, Set<PositionId> positions, Set<AreaCode> areas) {
        return new QuestionRules(question, positions, areas).check();
    }

    private List<Finding> check() {
        if (question.title() == null || question.title().isEmpty()) {
            findings.add(titleMissing());
        }
        within("halfYears", question.halfYears(), 1, ForecastQuestion.MOST_HALF_YEARS);
        within("halfYearsPerRound", question.halfYearsPerRound(), 1, Plan.MOST_PER_ROUND);
        within("replications", question.replications(), 1, ForecastQuestion.MOST_REPLICATIONS);
        if (question.first().year() + (question.halfYears() + 1) / 2 > LAST_YEAR) {
            findings.add(
                    Finding.of("halfYears", question.halfYears(), "planning.too-far", Integer.toString(LAST_YEAR)));
        }
        if (areas.isEmpty()) {
            findings.add(Finding.of("hospital", null, "planning.no-areas"));
        }
        if (positions.isEmpty()) {
            findings.add(Finding.of("hospital", null, "planning.no-positions"));
        }
        seats();
        figures();
        assumptions();
        if (question.goal() != null) {
            goal(question.goal());
        }
        return findings;
    }

    /** Nothing of it can be seen. */
    static Finding titleMissing() {
        return Finding.of("title", null, "planning.title-missing");
    }

    private void within(String field, double value, int least, int most) {
        if (!(least <= value && value <= most)) {
            Object shown = value == Math.rint(value) ? (Object) (long) value : (Object) value;
            findings.add(Finding.of(field, shown, "planning.between", least, most));
        }
    }

    private void seats() {
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < question.seats().size(); i++) {
            SeatsFrom each = question.seats().get(i);
            String field = "seats[" + i + "]";
            within(field + ".seats", each.seats(), 0, ForecastQuestion.MOST_SEATS);
            if (!positions.contains(each.position())) {
                findings.add(Finding.of(
                        field + ".position",
                        each.position(),
                        "planning.no-such-position",
                        each.position().value()));
            } else if (!seen.add(List.of(each.position(), each.from()))) {
                findings.add(Finding.of(
                        field,
                        each.position(),
                        "planning.twice",
                        each.position().value()));
            } else if (outside(each.from())) {
                findings.add(Finding.of(
                        field + ".from",
                        each.from(),
                        "planning.seats-outside",
                        question.first(),
                        question.halfYears()));
            }
        }
    }

    /** Whether it is none of the plan's half-years: what is said of it would make no difference. */
    private boolean outside(HalfYear halfYear) {
        int at = question.first().until(halfYear);
        return at < 0 || at >= question.halfYears();
    }

    private void figures() {
        Set<AreaCode> seen = new HashSet<>();
        for (int i = 0; i < question.areas().size(); i++) {
            AreaFigures each = question.areas().get(i);
            String field = "areas[" + i + "]";
            if (each.spares() != null) {
                within(field + ".spares", each.spares(), 0, ForecastQuestion.MOST_IN_AN_AREA);
            }
            if (each.specialists() != null) {
                within(field + ".specialists", each.specialists(), 0, ForecastQuestion.MOST_IN_AN_AREA);
            }
            if (each.spares() == null && each.specialists() == null) {
                findings.add(Finding.of(field, each.area(), "planning.no-figures"));
            }
            known(field + ".area", each.area(), seen);
        }
    }

    private void known(String field, AreaCode area, Set<AreaCode> seen) {
        if (!areas.contains(area)) {
            findings.add(Finding.of(field, area, "planning.no-such-area", area.value()));
        } else if (!seen.add(area)) {
            findings.add(Finding.of(field, area, "planning.twice", area.value()));
        }
    }

    private void assumptions() {
        Set<Assumption> seen = EnumSet.noneOf(Assumption.class);
        Set<AreaCode> byArea = new HashSet<>();
        for (int i = 0; i < question.assumptions().size(); i++) {
            Assumed each = question.assumptions().get(i);
            String field = "assumptions[" + i + "]";
            Assumption which = Assumption.of(each.name()).orElse(null);
            if (which == null) {
                findings.add(Finding.of(field + ".name", each.name(), "planning.no-such-assumption", each.name()));
                continue;
            }
            int before = findings.size();
            within(field + ".low", each.low(), 0, (int) which.most());
            within(field + ".likely", each.likely(), 0, (int) which.most());
            within(field + ".high", each.high(), 0, (int) which.most());
            if (findings.size() == before && !(each.low() <= each.likely() && each.likely() <= each.high())) {
                findings.add(Finding.of(field + ".likely", each.likely(), "planning.range"));
            }
            if (each.source() == null || each.source().isEmpty()) {
                findings.add(Finding.of(field + ".source", null, "planning.source-missing"));
            }
            if (each.area() == null) {
                if (!seen.add(which)) {
                    findings.add(Finding.of(field + ".name", each.name(), "planning.twice", each.name()));
                }
            } else if (which == Assumption.NEW_DOCTORS) {
                known(field + ".area", each.area(), byArea);
            } else {
                findings.add(Finding.of(
                        field + ".area", each.area(), "planning.not-by-area", Assumption.NEW_DOCTORS.word()));
            }
        }
        if (!byArea.isEmpty() && seen.contains(Assumption.NEW_DOCTORS)) {
            findings.add(Finding.of("assumptions", null, "planning.two-ways", Assumption.NEW_DOCTORS.word()));
        }
    }

    private void goal(GoalAsked goal) {
        if (outside(goal.by())) {
            findings.add(
                    Finding.of("goal.by", goal.by(), "planning.goal-outside", question.first(), question.halfYears()));
        }
        within("goal.waitUnderMonths", goal.waitUnderMonths(), 0, Goal.MOST_MONTHS);
        within("goal.replications", goal.replications(), 1, ForecastQuestion.MOST_GOAL_REPLICATIONS);
        if (!(goal.share() > 0 && goal.share() <= 1)) {
            findings.add(Finding.of("goal.share", goal.share(), "planning.share"));
        } else if (goal.waitUnderMonths() == 0 && goal.share() < 1) {
            findings.add(Finding.of("goal.share", goal.share(), "planning.share-without-wait"));
        }
        if (!(goal.certainty() > 0 && goal.certainty() <= 1)) {
            findings.add(Finding.of("goal.certainty", goal.certainty(), "planning.share"));
        }
    }
}
