package no.alisplass.web.planner.job;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import no.alisplass.domain.HospitalId;
import no.alisplass.planning.JobReports;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.sheet.XlsxBook;
import no.alisplass.report.ReportSheet;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What came of a question that takes long, to take along. */
@Path("/planlegger/sporsmal/{hospital}/{job}/filer")
@Blocking
public class JobFilePages {
    private static final long MOST = 1_000_000_000_000L;

    private final JobReports reports;

    @Inject
    JobFilePages(JobReports reports) {
        this.reports = reports;
    }

    @GET
    @Path("tabell.xlsx")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response book(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        JobReports.Told told = told(hospital, job);
        return file(told.book(), XlsxBook.MEDIA_TYPE, told.name() + ".xlsx");
    }

    @GET
    @Path("ark.pdf")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response sheet(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        JobReports.Told told = told(hospital, job);
        return file(told.sheet(), ReportSheet.MEDIA_TYPE, told.name() + ".pdf");
    }

    private JobReports.Told told(HospitalId hospital, long job) {
        return Pages.of(reports.of(hospital, job, Language.current().locale()));
    }

    private static Response file(byte[] content, String type, String name) {
        return Response.ok(content)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Where those of a question are. */
    static String base(HospitalId hospital, long job) {
        return "/planlegger/sporsmal/" + hospital + "/" + job + "/filer";
    }
}
