package no.alisplass.web.municipality.register;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.Counting;
import no.alisplass.domain.Months;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.AreaCount;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The doctors the municipality has, kept all year. */
@Path(OwnRegister.BASE)
@Blocking
public class RegisterPages {
    private static final String ALL = "alle";
    private static final String OLD = "gamle";
    private static final String INTERRUPTED = "avbrutt";
    private static final String CLOSED = "avsluttet";
    private static final Map<String, DoctorFilter> FILTERS = Map.of(
            ALL, DoctorFilter.WAITING,
            OLD, DoctorFilter.WAITING.old(true),
            INTERRUPTED, DoctorFilter.WAITING.interrupted(true),
            CLOSED, DoctorFilter.WAITING.closed(true));

    private final OwnRegister own;
    private final RegisterLists lists;
    private final FormRequest posted;

    @Inject
    RegisterPages(OwnRegister own, RegisterLists lists, FormRequest posted) {
        this.own = own;
        this.lists = lists;
        this.posted = posted;
    }

    /**
     * A doctor in the list.
     *
     * @param left months of institution service; null when not told
     * @param confirmed null when never
     * @param old whether that is too long ago
     * @param remarks how many there are beside that
     * @param closed when and why; null for one who waits
     */
    @TemplateData
    public record Row(
            String name,
            String hpr,
            String href,
            Months service,
            int objectives,
            String neededFrom,
            Months left,
            LocalDate confirmed,
            boolean old,
            boolean interrupted,
            int remarks,
            String closed) {}

    /** @param sought what is sought by; null when it is not */
    record Doctors(
            String area,
            List<Link> filters,
            boolean closed,
            Form form,
            String sought,
            AreaCount count,
            Cut<Row> doctors,
            String href)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER)
    @Operation(hidden = true)
    public Response all(
            @QueryParam("vis") @DefaultValue(ALL) @Pattern(regexp = "alle|gamle|avbrutt|avsluttet") @Size(max = 20) String which,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        return Pages.show(page(which, null, Form.empty(), side));
    }

    /** Where one lands who logs in again after searching. */
    @GET
    @Path("finn")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsNobody
    @Operation(hidden = true)
    public Response again() {
        return Pages.seeOther(OwnRegister.BASE);
    }

    /** Posted, so that no name comes to stand in an address. */
    @POST
    @Path("finn")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER)
    @Operation(hidden = true)
    public Response find() {
        Form form = posted.form();
        String sought = form.text("lege", 100);
        if (form.faulty()) {
            return Pages.faulty(page(ALL, null, form, 1));
        }
        return Pages.show(page(ALL, sought.isEmpty() ? null : sought, form, 1));
    }

    private Doctors page(String which, String sought, Form form, int side) {
        DoctorFilter filter = FILTERS.get(which).text(sought);
        DoctorPage found = Pages.of(lists.checked(own.area(), filter, side - 1, Cut.PAGE));
        int page = Math.min(side, Cut.last(Cut.PAGE, found.total()));
        if (page < side) {
            found = Pages.of(lists.checked(own.area(), filter, page - 1, Cut.PAGE));
        }
        AreaCount count = Pages.of(lists.count(own.area()));
        return new Doctors(
                count.area().name(),
                List.of(
                        filter(which, ALL, count.waiting()),
                        filter(which, OLD, count.old()),
                        filter(which, INTERRUPTED, count.interrupted()),
                        new Link(
                                Texts.of("register-show-avsluttet"),
                                OwnRegister.BASE + "?vis=" + CLOSED,
                                which.equals(CLOSED))),
                which.equals(CLOSED),
                form,
                sought,
                count,
                Cut.at(found.doctors().stream().map(this::row).toList(), page, found.total()),
                OwnRegister.BASE + "?vis=" + which + "&side=");
    }

    private static Link filter(String which, String each, long count) {
        return new Link(
                Texts.of("register-show-" + each, count), OwnRegister.BASE + "?vis=" + each, which.equals(each));
    }

    private Row row(DoctorRecord known) {
        RegisteredDoctor doctor = known.doctor();
        WaitlistEntry entry = doctor.facts().entry();
        LocalDate today = own.today();
        return new Row(
                entry.name(),
                doctor.hpr().digits(),
                OwnRegister.address(doctor.hpr()),
                entry.service().counted(new Counting(today, true), today).months(),
                entry.progress().objectives(),
                DoctorInWords.earliest(entry.wishes()),
                entry.institution().monthsLeft(),
                doctor.confirmed() == null ? null : doctor.confirmed().on(),
                known.isOld(),
                entry.institution().interrupted(),
                known.remarks().size() - (known.isOld() ? 1 : 0),
                DoctorInWords.closed(doctor));
    }
}
