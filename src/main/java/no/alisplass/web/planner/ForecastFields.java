package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Position;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.planning.ForecastQuestion.SeatsFrom;
import no.alisplass.planning.Job;
import no.alisplass.planning.Jobs;
import no.alisplass.policy.Policies;
import no.alisplass.web.shell.AssumedLine;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** What stands around the fields of a forecast's question: what can be chosen, what is registered, and what goes along from a question asked before. */
@ApplicationScoped
class ForecastFields {
    /** The question that is asked again; and whether what its form does not show goes along. */
    private static final String BASE = "grunnlag";

    private static final String KEEP = "behold";
    private static final int CHOSEN_FROM = 6;

    private final Jobs jobs;
    private final Capacity capacity;
    private final Catchment catchment;
    private final Policies policies;

    ForecastFields(Jobs jobs, Capacity capacity, Catchment catchment, Policies policies) {
        this.jobs = jobs;
        this.capacity = capacity;
        this.catchment = catchment;
        this.policies = policies;
    }

    @TemplateData
    public record Change(String from, String then, String fromLabel, String thenLabel) {}

    /** @param registered as it is in words. @param start the field of seats from the start. @param more changes beside the first */
    @TemplateData
    public record PositionRow(
            String name, String registered, String start, Change first, List<Change> more, boolean open) {}

    /** @param unit in words. @param source of what is usual */
    @TemplateData
    public record AssumptionRow(String name, String unit, String source, String low, String likely, String high) {}

    /** @param kept what goes along though no field shows it, in words */
    @TemplateData
    public record Shown(
            String action,
            Form form,
            List<Choice> first,
            List<Choice> later,
            List<Choice> rules,
            List<Choice> arrivals,
            List<PositionRow> positions,
            List<AssumptionRow> assumptions,
            List<String> kept) {}

    /** The fields where nobody has asked yet. */
    Form usual() {
        return ForecastForm.usual(jobs.first(), policies.offered());
    }

    /** The fields of a question that was asked. */
    Form of(Job job, ForecastQuestion question) {
        return ForecastForm.of(question, capacity.positions(job.hospital()))
                .with(BASE, job.id())
                .with(KEEP, "ja");
    }

    /** What stands in the form; empty when something in it cannot be read, which the form then says. */
    Optional<ForecastForm.Read> read(HospitalId hospital, Form form) {
        ForecastKept kept = ForecastKept.NOTHING;
        if (form.has(KEEP, "ja") && form.value(BASE).matches("[0-9]{1,12}")) {
            Result<ForecastQuestion> asked = jobs.question(hospital, Long.parseLong(form.value(BASE)));
            kept = form.take(asked).map(ForecastKept::new).orElse(kept);
        }
        return ForecastForm.read(form, capacity.positions(hospital), kept);
    }

    /** @param action where the form is sent */
    Shown shown(Hospital hospital, Form form, String action) {
        HalfYear first = jobs.first();
        Optional<HalfYear> asked = form.copy().halfYear("forste");
        HalfYear start = asked.filter(each -> each.compareTo(first) < 0 || each.compareTo(first.plus(CHOSEN_FROM)) > 0)
                .orElse(first);
        List<HalfYear> ahead = Stream.iterate(start, HalfYear::next)
                .limit((long) CHOSEN_FROM + ForecastQuestion.MOST_HALF_YEARS)
                .toList();
        List<HalfYear> beginnings = new ArrayList<>(
                Stream.iterate(first, HalfYear::next).limit(CHOSEN_FROM).toList());
        asked.filter(each -> !beginnings.contains(each)).ifPresent(each -> beginnings.add(0, each));
        List<SeatsFrom> registered = Pages.of(jobs.registered(hospital.id(), first));
        return new Shown(
                action,
                form,
                choices(beginnings),
                choices(ahead),
                policies.offered().stream()
                        .map(each -> new Choice(
                                ForecastForm.rules(each),
                                Texts.of(
                                        "policy-version",
                                        Texts.ofPolicy(each.title()),
                                        Integer.toString(each.version()))))
                        .toList(),
                Arrays.stream(Arrivals.values())
                        .map(each -> new Choice(each.name(), Texts.of("forecast-arrivals-" + each)))
                        .toList(),
                capacity.positions(hospital.id()).stream()
                        .map(each -> row(hospital, each, registered, form))
                        .toList(),
                Arrays.stream(Assumption.values()).map(ForecastFields::row).toList(),
                kept(hospital.id(), form));
    }

    private List<String> kept(HospitalId hospital, Form form) {
        if (!form.value(BASE).matches("[0-9]{1,12}")) {
            return List.of();
        }
        Map<AreaCode, String> names = catchment.areas().stream().collect(Collectors.toMap(Area::code, Area::name));
        return jobs.question(hospital, Long.parseLong(form.value(BASE))) instanceof Result.Done<ForecastQuestion> asked
                ? new ForecastKept(asked.value()).lines(names)
                : List.of();
    }

    private static List<Choice> choices(List<HalfYear> halfYears) {
        return halfYears.stream()
                .map(each -> new Choice(each.toString(), Formats.halfYear(each)))
                .toList();
    }

    private static PositionRow row(Hospital hospital, Position position, List<SeatsFrom> registered, Form form) {
        List<Change> changes = IntStream.range(0, ForecastSeats.changes(form, position))
                .mapToObj(change -> new Change(
                        ForecastSeats.from(position, change),
                        ForecastSeats.then(position, change),
                        Texts.of("forecast-from", change + 1),
                        Texts.of("forecast-then", change + 1)))
                .toList();
        List<Change> more = changes.subList(1, changes.size());
        return new PositionRow(
                position.parts().stream()
                        .map(part -> hospital.departmentName(part.department()))
                        .collect(Collectors.joining(" + ")),
                registered.stream()
                        .filter(each -> each.position().equals(position.id()))
                        .map(each -> Texts.of("forecast-seats-from", each.from(), each.seats()))
                        .collect(Collectors.joining(", ")),
                ForecastSeats.start(position),
                changes.get(0),
                more,
                more.stream()
                        .anyMatch(each -> !form.value(each.from()).isBlank()
                                || !form.value(each.then()).isBlank()));
    }

    private static AssumptionRow row(Assumption which) {
        return new AssumptionRow(
                AssumedLine.words().name(which),
                Texts.of("forecast-kind-" + which.kind()),
                AssumedLine.words().usualSource(which),
                ForecastForm.range(which, "lav"),
                ForecastForm.range(which, "trolig"),
                ForecastForm.range(which, "hoy"));
    }
}
