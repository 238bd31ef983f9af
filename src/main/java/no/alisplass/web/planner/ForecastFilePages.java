package no.alisplass.web.planner;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.domain.HospitalId;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.planning.Job;
import no.alisplass.planning.Jobs;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.sheet.XlsxBook;
import no.alisplass.report.ForecastReport;
import no.alisplass.report.Report;
import no.alisplass.report.ReportBook;
import no.alisplass.report.ReportDesk;
import no.alisplass.report.ReportSheet;
import no.alisplass.report.ReportWords;
import no.alisplass.web.shell.AssumedLine;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Language;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a forecast came to, to take along. */
@Path("/planlegger/prognose/{hospital}/{job}/filer")
@Blocking
public class ForecastFilePages {
    private static final long MOST = 1_000_000_000_000L;

    private final Jobs jobs;
    private final ReportDesk desk;

    @Inject
    ForecastFilePages(Jobs jobs, ReportDesk desk) {
        this.jobs = jobs;
        this.desk = desk;
    }

    @GET
    @Path("tabell.xlsx")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response book(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        Job asked = Pages.of(jobs.read(hospital, job));
        ForecastFiles.Whole whole = Pages.of(jobs.result(hospital, job));
        ReportWords words = desk.words(Language.current().locale(), hospital);
        return file(ReportBook.write(report(asked, whole, words), words), XlsxBook.MEDIA_TYPE, asked, "xlsx");
    }

    @GET
    @Path("ark.pdf")
    @RolesAllowed(Roles.PLANNER)
    @ShowsNobody
    @Operation(hidden = true)
    public Response sheet(HospitalId hospital, @Min(1) @Max(MOST) long job) {
        Job asked = Pages.of(jobs.read(hospital, job));
        ForecastFiles.Whole whole = Pages.of(jobs.result(hospital, job));
        ReportWords words = desk.words(Language.current().locale(), hospital);
        byte[] sheet = ReportSheet.write(report(asked, whole, words), ForecastReport.ON_PAPER, words);
        return file(sheet, ReportSheet.MEDIA_TYPE, asked, "pdf");
    }

    private static Report report(Job asked, ForecastFiles.Whole whole, ReportWords words) {
        ForecastResult result = whole.forecast();
        ForecastCharts.Pictures pictures = ForecastCharts.of(whole);
        List<String> said = new ArrayList<>();
        ForecastResult.Row last = result.halfYears().get(result.halfYears().size() - 1);
        said.add(Texts.of(
                "forecast-said",
                last.halfYear(),
                Math.round(last.queue().middle()),
                Math.round(last.queue().low()),
                Math.round(last.queue().high())));
        if (pictures.backwards() != null) {
            said.add(pictures.backwards().goal());
            said.addAll(pictures.backwards().answers());
        }
        List<String> notes = new ArrayList<>();
        notes.add(Texts.of("forecast-read", result.replications(), result.queued()));
        if (result.notEligible() > 0) {
            notes.add(Texts.of("forecast-not-eligible", result.notEligible()));
        }
        notes.addAll(JobViews.asked(asked, "").leftOut());
        if (result.unproven() > 0) {
            notes.add(Texts.of("forecast-unproven", result.unproven()));
        }
        List<List<Object>> assumed = result.assumptions().stream()
                .map(AssumedLine::of)
                .map(each -> List.<Object>of(each.name(), each.range(), each.source()))
                .toList();
        return ForecastReport.of(result, asked.title(), said, notes, assumed, words);
    }

    private static Response file(byte[] content, String type, Job job, String ending) {
        return Response.ok(content)
                .type(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"prognose-" + job.id() + "." + ending + "\"")
                .build();
    }
}
