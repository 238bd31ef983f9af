package no.alisplass.web.planner.job;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.access.HospitalAccess;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Slug;
import no.alisplass.planning.Job;
import no.alisplass.planning.Jobs;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Every question that takes long that was asked of a hospital, whatever about. */
@Path("/planlegger/sporsmal")
@Blocking
public class JobPages {
    private final Jobs jobs;
    private final HospitalAccess access;

    @Inject
    JobPages(Jobs jobs, HospitalAccess access) {
        this.jobs = jobs;
        this.access = access;
    }

    /** @param kind what is asked about, in words */
    @TemplateData
    public record Row(String kind, JobViews.Asked asked) {}

    /** @param questions the latest first; null where there is no hospital. @param href of a page of them, without its number */
    record Listed(List<Link> hospitals, Cut<Row> questions, String href) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response list(
            @QueryParam("sykehus") @Pattern(regexp = Slug.FORM) @Size(max = 60) String id,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int page) {
        HospitalPick pick = HospitalPick.of(access.hospitals(), id, JobPages::address);
        return Pages.show(pick.shown()
                .map(hospital -> listed(pick, hospital, page))
                .orElseGet(() -> new Listed(pick.links(), null, null)));
    }

    private Listed listed(HospitalPick pick, Hospital hospital, int page) {
        Jobs.JobPage found = jobs.page(hospital.id(), page - 1, Cut.PAGE);
        List<Row> rows = found.jobs().stream().map(JobPages::row).toList();
        return new Listed(pick.links(), Cut.at(rows, page, found.total()), address(hospital.id()) + "&side=");
    }

    private static Row row(Job job) {
        return new Row(Texts.of("jobs-kind-" + job.kind()), JobViews.asked(job));
    }

    /** Where those of a hospital are listed. */
    public static String address(HospitalId hospital) {
        return "/planlegger/sporsmal?sykehus=" + hospital;
    }
}
