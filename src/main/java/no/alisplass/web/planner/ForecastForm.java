package no.alisplass.web.planner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.capacity.Position;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.Plan;
import no.alisplass.forecast.given.Range;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.planning.ForecastQuestion.Assumed;
import no.alisplass.planning.ForecastQuestion.GoalAsked;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;
import no.alisplass.policy.Policy;
import no.alisplass.web.shell.Form;
import no.alisplass.web.text.Texts;

/** The fields of a forecast's question: shares in per cent, seats left empty where they are as registered. */
final class ForecastForm {
    private static final int USUAL_HALF_YEARS = 10;
    private static final int USUAL_REPLICATIONS = 500;
    private static final int PER_CENT = 100;

    private ForecastForm() {}

    static String range(Assumption which, String end) {
        return "antatt_" + which.word() + "_" + end;
    }

    static String seats(Position position, String when) {
        return "plasser_" + position.id().value() + "_" + when;
    }

    /** What is asked where nobody has changed anything. */
    static Form usual(HalfYear first, List<Policy> policies) {
        Form form = Form.empty()
                .with("forste", first)
                .with("antall", USUAL_HALF_YEARS)
                .with("perRunde", 1)
                .with("forlop", USUAL_REPLICATIONS)
                .with("fro", 1)
                .with("tilkomst", Arrivals.RANDOM)
                .with("nyttTilbud", Assumptions.USUAL.furtherOffers());
        policies.stream().findFirst().ifPresent(policy -> form.with("regler", rules(policy)));
        for (Assumption each : Assumption.values()) {
            with(form, each, each.usual());
        }
        return form;
    }

    static String rules(Policy policy) {
        return policy.id() + " " + policy.version();
    }

    private static void with(Form form, Assumption which, Range range) {
        form.having(range(which, "lav"), shown(which, range.low()));
        form.having(range(which, "trolig"), shown(which, range.likely()));
        form.having(range(which, "hoy"), shown(which, range.high()));
    }

    private static String shown(Assumption which, double value) {
        BigDecimal number = BigDecimal.valueOf(value);
        BigDecimal scaled = which.kind() == Assumption.Kind.SHARE ? number.movePointRight(2) : number;
        return scaled.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** A question that was asked, to be changed and asked again. */
    static Form of(ForecastQuestion question, List<Position> positions) {
        Form form = Form.empty()
                .with("tittel", question.title())
                .with("forste", question.first())
                .with("antall", question.halfYears())
                .with("perRunde", question.halfYearsPerRound())
                .with("regler", question.policy() + " " + question.policyVersion())
                .with("forlop", question.replications())
                .with("fro", question.seed())
                .with("tilkomst", question.arrivals())
                .with("nyttTilbud", question.furtherOffers());
        for (Assumption each : Assumption.values()) {
            with(form, each, each.usual());
        }
        for (Assumed each : question.assumptions()) {
            if (each.area() == null) {
                Assumption.of(each.name())
                        .ifPresent(which ->
                                with(form, which, new Range(each.low(), each.likely(), each.high(), each.source())));
                form.having("kilde", each.source());
            }
        }
        for (Position position : positions) {
            List<SeatsFrom> asked = question.seats().stream()
                    .filter(each -> each.position().equals(position.id()))
                    .toList();
            if (!asked.isEmpty()) {
                form.having(seats(position, "na"), asked.get(0).seats());
            }
            if (asked.size() > 1) {
                form.having(seats(position, "fra"), asked.get(1).from());
                form.having(seats(position, "da"), asked.get(1).seats());
            }
        }
        GoalAsked goal = question.goal();
        if (goal != null) {
            form.with("mal", goal.by())
                    .with("malMaaneder", goal.waitUnderMonths() == 0 ? "" : goal.waitUnderMonths())
                    .with("malAndel", Math.round(PER_CENT * goal.share()))
                    .with("malSikkerhet", Math.round(PER_CENT * goal.certainty()));
        }
        return form;
    }

    /** What stands in the form; empty when something in it cannot be read, which the form then says. */
    static Optional<ForecastQuestion> read(Form form, List<Position> positions) {
        String title = form.required("tittel", ForecastQuestion.LONGEST_TEXT);
        Optional<HalfYear> first = form.chosen("forste", HalfYear::parse);
        Optional<Integer> halfYears = needed(form, "antall", 1, ForecastQuestion.MOST_HALF_YEARS);
        Optional<Integer> perRound = needed(form, "perRunde", 1, Plan.MOST_PER_ROUND);
        Optional<String[]> rules = form.chosen("regler", ForecastForm::rulesOf);
        Optional<Integer> replications = needed(form, "forlop", 1, ForecastQuestion.MOST_REPLICATIONS);
        Optional<Integer> seed = needed(form, "fro", 0, 1_000_000_000);
        Optional<Arrivals> arrivals = form.chosen("tilkomst", Arrivals::valueOf);
        Optional<Integer> further = needed(form, "nyttTilbud", 0, Assumptions.MOST_FURTHER_OFFERS);
        List<Assumed> assumed = assumed(form);
        List<SeatsFrom> seats = new ArrayList<>();
        first.ifPresent(from -> positions.forEach(position -> seats(form, position, from, seats)));
        Optional<HalfYear> by = form.halfYear("mal");
        Optional<Integer> months = form.number("malMaaneder", 1, Goal.MOST_MONTHS);
        Optional<Integer> share = form.percent("malAndel");
        Optional<Integer> certainty = form.percent("malSikkerhet");
        if (form.faulty()) {
            return Optional.empty();
        }
        GoalAsked goal = by.map(each -> new GoalAsked(
                        each,
                        months.orElse(0),
                        months.isEmpty() ? 1 : share.orElse(90) / (double) PER_CENT,
                        certainty.orElse(80) / (double) PER_CENT,
                        Math.min(ForecastQuestion.USUAL_GOAL_REPLICATIONS, replications.orElseThrow())))
                .orElse(null);
        return Optional.of(new ForecastQuestion(
                ForecastQuestion.SCHEMA,
                title,
                first.orElseThrow(),
                halfYears.orElseThrow(),
                perRound.orElseThrow(),
                rules.orElseThrow()[0],
                Integer.parseInt(rules.orElseThrow()[1]),
                seed.orElseThrow(),
                replications.orElseThrow(),
                seats,
                List.of(),
                assumed,
                arrivals.orElseThrow(),
                further.orElseThrow(),
                goal));
    }

    private static String[] rulesOf(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("Not a policy and its version: " + text);
        }
        return parts;
    }

    private static Optional<Integer> needed(Form form, String name, int least, int most) {
        form.required(name, 20);
        return form.findings(name).isEmpty() ? form.number(name, least, most) : Optional.empty();
    }

    private static List<Assumed> assumed(Form form) {
        String source = form.text("kilde", ForecastQuestion.LONGEST_TEXT);
        List<Assumed> assumed = new ArrayList<>();
        for (Assumption each : Assumption.values()) {
            Optional<Double> low = end(form, each, "lav");
            Optional<Double> likely = end(form, each, "trolig");
            Optional<Double> high = end(form, each, "hoy");
            if (low.isEmpty() || likely.isEmpty() || high.isEmpty()) {
                continue;
            }
            Range usual = each.usual();
            if (low.get() > likely.get() || likely.get() > high.get()) {
                form.refuse(Finding.of(range(each, "trolig"), null, "planning.range"));
            } else if (low.get() != usual.low() || likely.get() != usual.likely() || high.get() != usual.high()) {
                assumed.add(new Assumed(
                        each.word(),
                        null,
                        low.get(),
                        likely.get(),
                        high.get(),
                        source.isEmpty() ? Texts.of("forecast-own-assumption") : source));
            }
        }
        return assumed;
    }

    private static Optional<Double> end(Form form, Assumption which, String end) {
        String name = range(which, end);
        boolean share = which.kind() == Assumption.Kind.SHARE;
        form.required(name, 20);
        if (!form.findings(name).isEmpty()) {
            return Optional.empty();
        }
        return form.decimal(name, 0, share ? PER_CENT : (int) which.most())
                .map(each -> (share ? each.movePointLeft(2) : each).doubleValue());
    }

    private static void seats(Form form, Position position, HalfYear first, List<SeatsFrom> seats) {
        Optional<Integer> now = form.number(seats(position, "na"), 0, ForecastQuestion.MOST_SEATS);
        Optional<HalfYear> from = form.halfYear(seats(position, "fra"));
        Optional<Integer> then = form.number(seats(position, "da"), 0, ForecastQuestion.MOST_SEATS);
        if (from.isPresent() != then.isPresent()) {
            form.refuse(Finding.of(seats(position, from.isPresent() ? "da" : "fra"), null, "web.missing"));
        }
        if (then.isPresent() && now.isEmpty()) {
            form.refuse(Finding.of(seats(position, "na"), null, "web.missing"));
        }
        now.ifPresent(count -> seats.add(new SeatsFrom(position.id(), first, count)));
        if (now.isPresent() && from.isPresent() && then.isPresent()) {
            seats.add(new SeatsFrom(position.id(), from.get(), then.get()));
        }
    }
}
