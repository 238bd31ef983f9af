package no.alisplass.web.municipality;

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
import no.alisplass.domain.Counting;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.register.entry.CountedService;
import no.alisplass.round.Round;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The parts of the doctor's form that the server makes anew while it is filled in; nothing is stored. */
@Path("/kommune/runder/{round}/leger")
@Blocking
public class DoctorParts {
    private final OwnMunicipality own;
    private final FormRequest posted;
    private final Clock clock;

    @Inject
    DoctorParts(OwnMunicipality own, FormRequest posted, Clock clock) {
        this.own = own;
        this.posted = posted;
        this.clock = clock;
    }

    /** The part of the page with the periods; swapped when a row is added or taken away. */
    public record Periods(
            Form form, List<DoctorForm.PeriodRow> periods, DoctorChoices choices, Service service, String focus)
            implements TemplateInstance {}

    record Approved(Form form, List<DoctorForm.ApprovedRow> approved, DoctorChoices choices, String focus)
            implements TemplateInstance {}

    public record Counted(Service service) implements TemplateInstance {}

    /**
     * Counted service by what is typed so far, on the day the round counts to.
     *
     * @param then null when nothing can be read
     * @param before the same up to today, when it is computed and the round's day is still to come; else null
     * @param yesterday the last day counted in {@code before}
     * @param ofRound whether it counts to the day of a round
     */
    @TemplateData
    public record Service(CountedService then, CountedService before, LocalDate yesterday, boolean ofRound) {
        public boolean isGrowing() {
            return before != null && !before.months().equals(then.months());
        }
    }

    /** A row more or less, or the rows again after a login. */
    @POST
    @Path("perioder")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response periods(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        RowChange change = RowChange.of(posted.form());
        return Pages.show(new Periods(
                change.form(),
                DoctorForm.periodRows(change.form()),
                own.choices(round),
                service(change.form(), own.counting(round), LocalDate.now(clock)),
                change.focus()));
    }

    @POST
    @Path("godkjent")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response approved(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        RowChange change = RowChange.of(posted.form());
        return Pages.show(new Approved(
                change.form(), DoctorForm.approvedRows(change.form()), own.choices(round), change.focus()));
    }

    /** Counted service as periods or months are typed. */
    @POST
    @Path("tjeneste")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response counted(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        return Pages.show(new Counted(service(posted.form(), own.counting(round), LocalDate.now(clock))));
    }

    static Service service(Form typed, Counting counting, LocalDate today) {
        CountedService then = read(typed, counting, today);
        boolean ahead = then != null
                && then.source() == CountedService.Source.COMPUTED
                && counting.on().isAfter(today);
        return new Service(
                then,
                ahead ? read(typed, new Counting(today, counting.exact()), today) : null,
                today.minusDays(1),
                true);
    }

    /** Without a round: as it stands today. */
    public static Service service(Form typed, LocalDate today) {
        return new Service(read(typed, new Counting(today, true), today), null, today.minusDays(1), false);
    }

    /** On a copy, so that what cannot be read yet is no fault of the form. */
    private static CountedService read(Form typed, Counting counting, LocalDate today) {
        return new DoctorForm(typed.copy(), List.of()).service(counting, today).orElse(null);
    }
}
