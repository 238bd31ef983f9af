package no.alisplass.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import no.alisplass.waitlist.CountedService;
import no.alisplass.waitlist.ServicePeriod;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The parts of the doctor's form that the server makes anew while it is filled in; nothing is stored. */
@Path("/kommune/runder/{round}/leger")
@Blocking
public class DoctorParts {
    private final Own own;
    private final Posted posted;
    private final Clock clock;

    @Inject
    DoctorParts(Own own, Posted posted, Clock clock) {
        this.own = own;
        this.posted = posted;
        this.clock = clock;
    }

    /** The part of the page with the periods; swapped when a row is added or taken away. */
    record Periods(
            Round round,
            Form form,
            List<DoctorForm.PeriodRow> periods,
            DoctorChoices choices,
            Service service,
            String focus)
            implements TemplateInstance {}

    record Approved(Round round, Form form, List<DoctorForm.ApprovedRow> approved, DoctorChoices choices, String focus)
            implements TemplateInstance {}

    record Counted(Service service) implements TemplateInstance {}

    /** Counted service of the periods typed so far. @param computed null when no period can be read */
    @TemplateData
    public record Service(CountedService computed, LocalDate on) {}

    /** A row more or less, or the rows again after a login. */
    @POST
    @Path("perioder")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(hidden = true)
    public Response periods(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        RowChange change = RowChange.of(posted.form());
        return Pages.show(new Periods(
                round,
                change.form(),
                DoctorForm.periodRows(change.form()),
                new DoctorChoices(own.hospital(round), round, LocalDate.now(clock)),
                service(change.form(), LocalDate.now(clock)),
                change.focus()));
    }

    @POST
    @Path("godkjent")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(hidden = true)
    public Response approved(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        RowChange change = RowChange.of(posted.form());
        return Pages.show(new Approved(
                round,
                change.form(),
                DoctorForm.approvedRows(change.form()),
                new DoctorChoices(own.hospital(round), round, LocalDate.now(clock)),
                change.focus()));
    }

    /** Counted service as periods are typed. */
    @POST
    @Path("tjeneste")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(hidden = true)
    public Response counted(@PathParam("round") RoundId id) {
        own.round(id);
        return Pages.show(new Counted(service(posted.form(), LocalDate.now(clock))));
    }

    static Service service(Form typed, LocalDate today) {
        Form copy = typed.copy();
        List<ServicePeriod> periods = new DoctorForm(copy, null)
                .periods().stream()
                        .filter(period -> period.from() != null && period.kind() != null)
                        .map(period -> new ServicePeriod(
                                period.from(),
                                period.to(),
                                period.percentage(),
                                period.kind(),
                                period.leaves().stream()
                                        .filter(leave -> leave.from() != null)
                                        .toList()))
                        .toList();
        return new Service(periods.isEmpty() ? null : CountedService.of(periods, today), today);
    }
}
