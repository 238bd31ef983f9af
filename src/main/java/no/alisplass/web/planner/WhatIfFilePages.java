package no.alisplass.web.planner;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.sheet.XlsxBook;
import no.alisplass.report.Report;
import no.alisplass.report.ReportBook;
import no.alisplass.report.ReportSheet;
import no.alisplass.report.StepReport;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What other numbers of seats would do, to take along. */
@Path("/planlegger/hva-om/{round}/svar")
@Blocking
public class WhatIfFilePages {
    private final WhatIfDesk desk;

    @Inject
    WhatIfFilePages(WhatIfDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("tabell.xlsx")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response book(RoundId round, @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        Report report = Pages.of(desk.report(asked, desk.form(asked, address).changes()));
        return book(report, asked, "hva-om");
    }

    @GET
    @Path("ark.pdf")
    @RolesAllowed({Roles.PLANNER, Roles.COORDINATOR})
    @ShowsNobody
    @Operation(hidden = true)
    public Response sheet(RoundId round, @Context UriInfo address) {
        WhatIfDesk.Asked asked = desk.asked(round);
        Report report = Pages.of(desk.report(asked, desk.form(asked, address).changes()));
        return sheet(report, StepReport.ON_PAPER, asked, "hva-om");
    }

    /** @param called what the file is called, before the round's name */
    static Response book(Report report, WhatIfDesk.Asked asked, String called) {
        return file(
                ReportBook.write(report, asked.words()),
                XlsxBook.MEDIA_TYPE,
                called + "-" + asked.round().id() + ".xlsx");
    }

    /** @param tables what there is room for on one sheet @param called as for {@link #book(Report, WhatIfDesk.Asked, String)} */
    static Response sheet(Report report, List<String> tables, WhatIfDesk.Asked asked, String called) {
        return file(
                ReportSheet.write(report, tables, asked.words()),
                ReportSheet.MEDIA_TYPE,
                called + "-" + asked.round().id() + ".pdf");
    }

    private static Response file(byte[] content, String type, String name) {
        return Response.ok(content)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
