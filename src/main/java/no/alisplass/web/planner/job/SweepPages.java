package no.alisplass.web.planner.job;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.planning.Frontier;
import no.alisplass.planning.Job;
import no.alisplass.planning.Jobs;
import no.alisplass.planning.SweepQuestion;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep;
import no.alisplass.web.shell.Chart;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A round with many numbers of seats at once: what most is got out of. Counts alone. */
@Path("/planlegger/hva-om/{round}/mange")
@Blocking
public class SweepPages {
    private static final String MODE = "maate";
    private static final int SHOWN = 10;
    private static final long MOST = 1_000_000_000_000L;

    private final Rounds rounds;
    private final FrozenRounds frozen;
    private final Scenarios scenarios;
    private final Jobs jobs;
    private final Directory directory;
    private final FormRequest posted;

    @Inject
    SweepPages(
            Rounds rounds,
            FrozenRounds frozen,
            Scenarios scenarios,
            Jobs jobs,
            Directory directory,
            FormRequest posted) {
        this.rounds = rounds;
        this.frozen = frozen;
        this.scenarios = scenarios;
        this.jobs = jobs;
        this.directory = directory;
        this.posted = posted;
    }

    /** @param now how many seats there are */
    @TemplateData
    public record Place(String name, int now, String from, String to) {}

    /** @param asked the latest that were asked of the round before. @param all where all questions are listed */
    record Ask(
            String roundTitle,
            String id,
            String action,
            List<Place> places,
            List<Choice> modes,
            Form form,
            List<JobViews.Asked> asked,
            String all)
            implements TemplateInstance {}

    /** @param where the seats of the places that were varied, in words */
    @TemplateData
    public record Row(int seats, int placed, int waiting, int firstWishes, String where) {}

    /** @param progress null when it has ended. @param chart null while nothing is known */
    record Answer(
            String roundTitle,
            String id,
            String title,
            String all,
            JobViews.Asked one,
            JobViews.Progress progress,
            Chart chart,
            List<Row> rows,
            int tried,
            int unsettled)
            implements TemplateInstance {}

    record Part(JobViews.Progress progress) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response start(RoundId round, @Context UriInfo address) {
        Form form = Form.of(address.getQueryParameters());
        if (form.value(MODE).isEmpty()) {
            form.having(MODE, Sweep.Mode.ALL);
        }
        return Pages.show(page(round, form, places(round)));
    }

    /** Where a question of the round stands filled in, but for what it is called. */
    public static String asking(RoundId round, List<SeatRange> ranges, Sweep.Mode mode) {
        StringBuilder address = new StringBuilder(base(round)).append("?" + MODE + "=" + mode);
        for (SeatRange each : ranges) {
            String place = each.department() + "_" + each.halfYear() + "=";
            address.append("&fra_" + place + each.from()).append("&til_" + place + each.to());
        }
        return address.toString();
    }

    private List<SeatChange> places(RoundId round) {
        return scenarios.seats(Pages.of(frozen.asked(round)).snapshot());
    }

    private Ask page(RoundId round, Form form, List<SeatChange> places) {
        Round known = Pages.of(rounds.read(round));
        Names names = directory.names(known.hospital());
        return new Ask(
                known.title(),
                round.value(),
                base(round),
                places.stream()
                        .map(each -> new Place(name(each, names), each.seats(), field(each, "fra"), field(each, "til")))
                        .toList(),
                Arrays.stream(Sweep.Mode.values())
                        .map(each -> new Choice(each.name(), Texts.of("sweeps-mode-" + each)))
                        .toList(),
                form,
                jobs.latestOf(known.hospital(), round, SHOWN).stream()
                        .map(JobViews::asked)
                        .toList(),
                JobPages.address(known.hospital()));
    }

    private static String name(SeatChange place, Names names) {
        return names.department(place.department()) + ", " + Formats.halfYear(place.halfYear());
    }

    private static String field(SeatChange place, String end) {
        return end + "_" + place.department() + "_" + place.halfYear();
    }

    @POST
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response ask(RoundId round) {
        List<SeatChange> places = places(round);
        Form form = posted.form();
        String title = form.required("tittel", ForecastQuestion.LONGEST_TEXT);
        Optional<Sweep.Mode> mode = form.chosen(MODE, Sweep.Mode::valueOf);
        List<SeatRange> ranges = new ArrayList<>();
        for (SeatChange each : places) {
            Optional<Integer> from = form.number(field(each, "fra"), 0, SeatChange.MOST);
            Optional<Integer> to = form.number(field(each, "til"), 0, SeatChange.MOST);
            if (from.isPresent() != to.isPresent()) {
                form.refuse(Finding.of(field(each, from.isPresent() ? "til" : "fra"), null, "web.missing"));
            } else if (from.isPresent() && from.get() > to.get()) {
                form.refuse(Finding.of(field(each, "til"), to.get(), "scenario.range-backwards", from.get(), to.get()));
            } else if (from.isPresent()) {
                ranges.add(new SeatRange(each.department(), each.halfYear(), from.get(), to.get()));
            }
        }
        if (ranges.isEmpty() && !form.faulty()) {
            form.refuse(Finding.of(Form.WHOLE, null, "planning.no-ranges"));
        }
        if (form.faulty()) {
            return Pages.faulty(page(round, form, places));
        }
        Result<Job> asked = jobs.ask(Pages.of(rounds.read(round)).hospital(), title, round, ranges, mode.orElseThrow());
        return form.take(asked)
                .map(job -> Pages.seeOther(base(round) + "/" + job.id()))
                .orElseGet(() -> Pages.refused(asked, page(round, form.atField(Form.WHOLE), places)));
    }

    private static String base(RoundId round) {
        return "/planlegger/hva-om/" + round + "/mange";
    }

    @GET
    @Path("{job}")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response one(RoundId round, @Min(1) @Max(MOST) long job) {
        Round known = Pages.of(rounds.read(round));
        Job asked = job(known, job);
        SweepQuestion question = Pages.of(jobs.sweepQuestion(known.hospital(), job));
        Names names = directory.names(known.hospital());
        Frontier frontier =
                jobs.frontier(known.hospital(), job) instanceof Result.Done<Frontier> done ? done.value() : null;
        List<Sweep.Row> rows = frontier == null ? List.of() : frontier.rows();
        return Pages.show(new Answer(
                known.title(),
                round.value(),
                asked.title(),
                JobPages.address(known.hospital()),
                JobViews.asked(asked),
                asked.state().ended() ? null : JobViews.progress(asked),
                rows.isEmpty() ? null : chart(rows),
                rows.stream().map(each -> row(each, question, names)).toList(),
                frontier == null ? 0 : frontier.tried(),
                frontier == null ? 0 : frontier.unsettled()));
    }

    /** Of that round alone. */
    private Job job(Round round, long id) {
        Job job = Pages.of(jobs.read(round.hospital(), id));
        return round.id().equals(job.round())
                ? job
                : Pages.of(Result.notFound(Finding.of("job", id, "planning.job-unknown")));
    }

    /** What htmx fetches while it is worked on; when it has ended, the whole page is loaded anew. */
    @GET
    @Path("{job}/framdrift")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response progress(RoundId round, @Min(1) @Max(MOST) long job) {
        Job known = job(Pages.of(rounds.read(round)), job);
        Response part = Pages.show(new Part(JobViews.progress(known)));
        return known.state().ended()
                ? Response.fromResponse(part).header("HX-Refresh", "true").build()
                : part;
    }

    @POST
    @Path("{job}/avbryt")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response cancel(RoundId round, @Min(1) @Max(MOST) long job) {
        Round known = Pages.of(rounds.read(round));
        Pages.of(jobs.cancel(known.hospital(), job(known, job).id()));
        return Pages.seeOther(base(round) + "/" + job);
    }

    private static Chart chart(List<Sweep.Row> rows) {
        return new Chart(
                "grense",
                Texts.of("sweeps-chart"),
                Texts.of("sweeps-seats"),
                rows.stream().map(each -> Integer.toString(each.seatsInAll())).toList(),
                List.of(
                        new Chart.Series(
                                Texts.of("sweeps-first-wishes"),
                                rows.stream().map(Sweep.Row::firstWishes).toList()),
                        new Chart.Series(
                                Texts.of("sweeps-others"),
                                rows.stream()
                                        .map(each -> each.placed() - each.firstWishes())
                                        .toList())),
                true,
                false);
    }

    private static Row row(Sweep.Row row, SweepQuestion question, Names names) {
        List<String> where = new ArrayList<>();
        for (int i = 0; i < row.seats().size(); i++) {
            SeatRange range = question.ranges().get(i);
            where.add(Texts.of(
                    "sweeps-place",
                    names.department(range.department()),
                    range.halfYear(),
                    row.seats().get(i)));
        }
        return new Row(row.seatsInAll(), row.placed(), row.waiting(), row.firstWishes(), String.join("; ", where));
    }
}
