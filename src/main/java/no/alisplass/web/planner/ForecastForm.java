package no.alisplass.web.planner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.capacity.Position;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.message.Place;
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
    private static final int USUAL_SHARE = 90;
    private static final int USUAL_CERTAINTY = 80;

    /** What a goal has beside its half-year. */
    private static final List<String> OF_GOAL = List.of("malMaaneder", "malAndel", "malSikkerhet", "malForlop");

    /** The fields that say what a question's parts say. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", "tittel"),
            Map.entry("first", "forste"),
            Map.entry("halfYears", "antall"),
            Map.entry("halfYearsPerRound", "perRunde"),
            Map.entry("policy", "regler"),
            Map.entry("replications", "forlop"),
            Map.entry("assumptions", range(Assumption.NEW_DOCTORS, "trolig")),
            Map.entry("goal.by", "mal"),
            Map.entry("goal.waitUnderMonths", "malMaaneder"),
            Map.entry("goal.share", "malAndel"),
            Map.entry("goal.certainty", "malSikkerhet"),
            Map.entry("goal.replications", "malForlop"));

    private static final Pattern SEATS = Pattern.compile("seats\\[([0-9]+)](\\..*)?");

    private ForecastForm() {}

    static String range(Assumption which, String end) {
        return "antatt_" + which.word() + "_" + end;
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

    /** A question that was asked, to be changed and asked again; what there are no fields for is {@link ForecastKept}. */
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
        ForecastKept kept = new ForecastKept(question);
        for (Assumed each : kept.inFields()) {
            Assumption.of(each.name())
                    .ifPresent(which ->
                            with(form, which, new Range(each.low(), each.likely(), each.high(), each.source())));
        }
        if (!kept.severalSources() && !kept.inFields().isEmpty()) {
            form.having("kilde", kept.inFields().get(0).source());
        }
        ForecastSeats.fill(form, question, positions);
        GoalAsked goal = question.goal();
        if (goal != null) {
            boolean ofQueue = goal.waitUnderMonths() == 0;
            form.with("mal", goal.by())
                    .with("malMaaneder", ofQueue ? "" : goal.waitUnderMonths())
                    .with("malAndel", ofQueue ? "" : Math.round(PER_CENT * goal.share()))
                    .with("malSikkerhet", Math.round(PER_CENT * goal.certainty()))
                    .with("malForlop", goal.replications());
        }
        return form;
    }

    /** A question as it was read. @param seats the field of each of its seats, in their order */
    record Read(ForecastQuestion question, List<String> seats) {
        /** Puts what is wrong with the question at the fields that say it. */
        Finding placed(Finding finding) {
            Matcher of = SEATS.matcher(finding.field());
            String field = of.matches() ? seats.get(Integer.parseInt(of.group(1))) : FIELDS.get(finding.field());
            return field == null ? finding.at(new Place.Field(Form.WHOLE)) : finding.at(new Place.Field(field));
        }
    }

    /**
     * What stands in the form; empty when something in it cannot be read, which the form then says.
     *
     * @param kept what goes along from a question that was asked before
     */
    static Optional<Read> read(Form form, List<Position> positions, ForecastKept kept) {
        String title = form.required("tittel", ForecastQuestion.LONGEST_TEXT);
        Optional<HalfYear> first = form.chosen("forste", HalfYear::parse);
        Optional<Integer> halfYears = needed(form, "antall", 1, ForecastQuestion.MOST_HALF_YEARS);
        Optional<Integer> perRound = needed(form, "perRunde", 1, Plan.MOST_PER_ROUND);
        Optional<String[]> rules = form.chosen("regler", ForecastForm::rulesOf);
        Optional<Integer> replications = needed(form, "forlop", 1, ForecastQuestion.MOST_REPLICATIONS);
        Optional<Integer> seed = needed(form, "fro", 0, ForecastQuestion.MOST_SEED);
        Optional<Arrivals> arrivals = form.chosen("tilkomst", Arrivals::valueOf);
        Optional<Integer> further = needed(form, "nyttTilbud", 0, Assumptions.MOST_FURTHER_OFFERS);
        List<Assumed> assumed = new ArrayList<>(assumed(form, kept));
        assumed.addAll(kept.byArea());
        List<ForecastSeats.Told> seats =
                first.map(from -> ForecastSeats.read(form, positions, from)).orElse(List.of());
        Optional<GoalAsked> goal = goal(form, replications.orElse(1), kept);
        if (form.faulty()) {
            return Optional.empty();
        }
        List<SeatsFrom> from = seats.stream().map(ForecastSeats.Told::seats).toList();
        return Optional.of(new Read(
                new ForecastQuestion(
                        ForecastQuestion.SCHEMA,
                        title,
                        first.orElseThrow(),
                        halfYears.orElseThrow(),
                        perRound.orElseThrow(),
                        rules.orElseThrow()[0],
                        Integer.parseInt(rules.orElseThrow()[1]),
                        seed.orElseThrow(),
                        replications.orElseThrow(),
                        from,
                        kept.areas(),
                        assumed,
                        arrivals.orElseThrow(),
                        further.orElseThrow(),
                        goal.orElse(null)),
                seats.stream().map(ForecastSeats.Told::field).toList()));
    }

    /** What belongs to a goal is refused without one, so that nothing is left out unsaid. */
    private static Optional<GoalAsked> goal(Form form, int replications, ForecastKept kept) {
        Optional<HalfYear> by = form.halfYear("mal");
        Optional<Integer> months = form.number("malMaaneder", 1, Goal.MOST_MONTHS);
        Optional<Integer> share = form.percent("malAndel");
        Optional<Integer> certainty = form.percent("malSikkerhet");
        Optional<Integer> tries = form.number("malForlop", 1, ForecastQuestion.MOST_GOAL_REPLICATIONS);
        if (form.value("mal").isBlank()
                && OF_GOAL.stream().anyMatch(each -> !form.value(each).isBlank())) {
            form.refuse(Finding.of("mal", null, "planning.goal-by-missing"));
        }
        if (share.isPresent() && form.value("malMaaneder").isBlank()) {
            form.refuse(Finding.of("malAndel", share.get(), "planning.share-without-wait"));
        }
        return by.map(each -> new GoalAsked(
                each,
                months.orElse(0),
                months.isEmpty() ? 1 : kept.share(share.orElse(USUAL_SHARE) / (double) PER_CENT),
                kept.certainty(certainty.orElse(USUAL_CERTAINTY) / (double) PER_CENT),
                tries.orElse(Math.min(ForecastQuestion.USUAL_GOAL_REPLICATIONS, replications))));
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

    private static List<Assumed> assumed(Form form, ForecastKept kept) {
        String source = form.text("kilde", ForecastQuestion.LONGEST_TEXT);
        List<Assumed> assumed = new ArrayList<>();
        boolean faulty = false;
        for (Assumption each : Assumption.values()) {
            Optional<Double> low = end(form, each, "lav");
            Optional<Double> likely = end(form, each, "trolig");
            Optional<Double> high = end(form, each, "hoy");
            if (low.isEmpty() || likely.isEmpty() || high.isEmpty()) {
                faulty = true;
                continue;
            }
            Range usual = each.usual();
            if (low.get() > likely.get() || likely.get() > high.get()) {
                faulty = true;
                form.refuse(Finding.of(range(each, "trolig"), null, "planning.range"));
            } else if (low.get() != usual.low() || likely.get() != usual.likely() || high.get() != usual.high()) {
                assumed.add(kept.withSource(new Assumed(
                        each.word(),
                        null,
                        low.get(),
                        likely.get(),
                        high.get(),
                        source.isEmpty() ? Texts.of("forecast-own-assumption") : source)));
            }
        }
        if (!source.isEmpty() && assumed.isEmpty() && !faulty) {
            form.refuse(Finding.of("kilde", source, "planning.source-without-change"));
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
}
