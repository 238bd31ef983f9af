package no.alisplass.web.planner;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import no.alisplass.access.HospitalAccess;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Slug;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.planning.Job;
import no.alisplass.planning.JobState;
import no.alisplass.planning.Jobs;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.planner.job.JobPages;
import no.alisplass.web.planner.job.JobViews;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a plan of positions comes to over the years: what is assumed, and what follows, on one page. Counts alone. */
@Path("/planlegger/prognose")
@Blocking
public class ForecastPages {
    private static final int SHOWN = 10;
    private static final long MOST = 1_000_000_000_000L;
    private static final String BASE = "/planlegger/prognose/";

    private final Jobs jobs;
    private final Capacity capacity;
    private final HospitalAccess access;
    private final ForecastFields fields;
    private final FormRequest posted;

    @Inject
    ForecastPages(Jobs jobs, Capacity capacity, HospitalAccess access, ForecastFields fields, FormRequest posted) {
        this.jobs = jobs;
        this.capacity = capacity;
        this.access = access;
        this.fields = fields;
        this.posted = posted;
    }

    /**
     * @param asked the latest of them. @param all where all questions are listed
     * @param one null where none is shown; then all of what follows is
     * @param progress null when it has ended. @param pictures null while it has no result
     */
    record Forecast(
            List<Link> hospitals,
            String hospital,
            ForecastFields.Shown fields,
            List<JobViews.Asked> asked,
            String all,
            JobViews.Asked one,
            JobViews.Progress progress,
            ForecastCharts.Pictures pictures)
            implements TemplateInstance {}

    record Part(JobViews.Progress progress) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response start(@QueryParam("sykehus") @Pattern(regexp = Slug.FORM) @Size(max = 60) String id) {
        HospitalPick pick = HospitalPick.of(access.hospitals(), id, each -> "/planlegger/prognose?sykehus=" + each);
        return Pages.show(pick.shown()
                .map(hospital -> page(pick, hospital, null, fields.usual()))
                .orElseGet(() -> new Forecast(pick.links(), null, null, List.of(), null, null, null, null)));
    }

    @POST
    @Path("{hospital}")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response ask(HospitalId hospital) {
        Hospital known = Pages.of(capacity.read(hospital)).value();
        Form form = posted.form();
        Optional<ForecastForm.Read> read = fields.read(hospital, form);
        if (read.isEmpty()) {
            return Pages.faulty(page(pick(hospital), known, null, form));
        }
        Result<Job> asked = jobs.ask(hospital, read.get().question());
        if (asked instanceof Result.Done<Job> job) {
            return Pages.seeOther(BASE + hospital + "/" + job.value().id());
        }
        ((Result.Refused<Job>) asked)
                .findings()
                .forEach(each -> form.refuse(read.get().placed(each)));
        return Pages.refused(asked, page(pick(hospital), known, null, form));
    }

    @GET
    @Path("{hospital}/{job}")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response one(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        Hospital known = Pages.of(capacity.read(hospital)).value();
        ForecastQuestion question = Pages.of(jobs.question(hospital, job));
        Job asked = Pages.of(jobs.read(hospital, job));
        return Pages.show(page(pick(hospital), known, asked, fields.of(asked, question)));
    }

    /** What htmx fetches while it is worked on; when it has ended, the whole page is loaded anew. */
    @GET
    @Path("{hospital}/{job}/framdrift")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response progress(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        Job known = Pages.of(jobs.read(hospital, job));
        Response part = Pages.show(new Part(JobViews.progress(known)));
        return known.state().ended()
                ? Response.fromResponse(part).header("HX-Refresh", "true").build()
                : part;
    }

    @POST
    @Path("{hospital}/{job}/avbryt")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response cancel(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        Pages.of(jobs.cancel(hospital, job));
        return Pages.seeOther(BASE + hospital + "/" + job);
    }

    @POST
    @Path("{hospital}/{job}/del")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response share(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        Pages.of(jobs.share(hospital, job));
        return Pages.seeOther(BASE + hospital + "/" + job);
    }

    @POST
    @Path("{hospital}/{job}/ta-tilbake")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response unshare(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        Pages.of(jobs.unshare(hospital, job));
        return Pages.seeOther(BASE + hospital + "/" + job);
    }

    private HospitalPick pick(HospitalId hospital) {
        return HospitalPick.of(access.hospitals(), hospital.value(), each -> "/planlegger/prognose?sykehus=" + each);
    }

    private Forecast page(HospitalPick pick, Hospital hospital, Job job, Form form) {
        return new Forecast(
                pick.links(),
                hospital.name(),
                fields.shown(hospital, form, BASE + hospital.id()),
                jobs.latestForecasts(hospital.id(), SHOWN).stream()
                        .map(JobViews::asked)
                        .toList(),
                JobPages.address(hospital.id()),
                job == null ? null : JobViews.asked(job),
                job == null || job.state().ended() ? null : JobViews.progress(job),
                job == null || job.state() != JobState.DONE
                        ? null
                        : ForecastCharts.of(Pages.of(jobs.result(hospital.id(), job.id()))));
    }
}
