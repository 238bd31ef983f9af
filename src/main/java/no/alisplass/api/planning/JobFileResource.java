package no.alisplass.api.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Languages;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.HospitalId;
import no.alisplass.planning.JobReports;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.sheet.XlsxBook;
import no.alisplass.report.ReportSheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What came of a planner's long question, as files. */
@Path("/api/v1/hospitals/{hospital}/planning/{job}/file")
@Tag(name = "Planlegging")
class JobFileResource {
    private static final long MOST = 1_000_000_000_000L;

    private final JobReports reports;

    JobFileResource(JobReports reports) {
        this.reports = reports;
    }

    @GET
    @Whole("One file.")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(
            summary = "Svaret på ett spørsmål som regneark, eller på ett ark (format=pdf)",
            description = "Det samme som på siden, på språket i Accept-Language. Bare antall; 409 til det er ferdig.")
    public Response file(
            HospitalId hospital,
            @Min(1) @Max(MOST) long job,
            @QueryParam("format") @DefaultValue("xlsx") @Pattern(regexp = "xlsx|pdf") @Size(max = 4) String format,
            @Context HttpHeaders headers) {
        JobReports.Told told = Answers.of(reports.of(hospital, job, Languages.of(headers)));
        boolean sheet = format.equals("pdf");
        return Response.ok(sheet ? told.sheet() : told.book())
                .type(sheet ? ReportSheet.MEDIA_TYPE : XlsxBook.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + told.name() + "." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
