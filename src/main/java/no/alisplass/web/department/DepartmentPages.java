package no.alisplass.web.department;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.Position;
import no.alisplass.capacity.Seats;
import no.alisplass.capacity.Vacancies;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyState;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.vacancy.VacancyWay;
import no.alisplass.web.offer.VacancyForm;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.PageRefused;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Directory;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A hospital department's own positions, and the vacancies it reports. */
@Path("/avdeling")
@Blocking
public class DepartmentPages {
    private static final int HALF_YEARS = 4;
    private static final Set<VacancyState> WITHDRAWABLE =
            EnumSet.of(VacancyState.OPEN, VacancyState.RELEASED, VacancyState.OWN);

    private final Capacity capacity;
    private final Vacancies vacancies;
    private final VacancyWay way;
    private final VacancyForm reports;
    private final Directory directory;
    private final Caller caller;
    private final OwnDepartment own;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    DepartmentPages(
            Capacity capacity,
            Vacancies vacancies,
            VacancyWay way,
            VacancyForm reports,
            Directory directory,
            Caller caller,
            OwnDepartment own,
            FormRequest posted,
            Flash flash,
            Clock clock) {
        this.capacity = capacity;
        this.vacancies = vacancies;
        this.way = way;
        this.reports = reports;
        this.directory = directory;
        this.caller = caller;
        this.own = own;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    /** @param href of its page @param withdraw where a POST withdraws it */
    @TemplateData
    public record VacancyRow(Vacancy vacancy, long version, String department, String href, String withdraw) {
        public String getStateKey() {
            return "vacancy-state-" + vacancy.state();
        }

        public String getDialog() {
            return "trekk-" + vacancy.id();
        }
    }

    @TemplateData
    public record PositionRow(String name, List<Integer> seats) {}

    /** @param undecided doctors of whom the department has to decide */
    record Start(
            String hospital,
            long undecided,
            List<VacancyRow> open,
            List<VacancyRow> earlier,
            List<HalfYear> halfYears,
            List<PositionRow> positions)
            implements TemplateInstance {}

    record Report(Form form, List<Choice> departments) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsNobody
    @Operation(hidden = true)
    public Response start() {
        Hospital hospital = hospital();
        List<VacancyRow> all = Pages.of(vacancies.all(hospital.id(), null)).stream()
                .filter(each -> isOwn(each.value().department()))
                .map(each -> new VacancyRow(
                        each.value(),
                        each.version(),
                        hospital.departmentName(each.value().department()),
                        "/avdeling/ledige/" + each.value().id(),
                        "/avdeling/vikariater/" + each.value().id() + "/trekk"))
                .toList();
        List<HalfYear> halfYears = Stream.iterate(HalfYear.containing(LocalDate.now(clock)), HalfYear::next)
                .limit(HALF_YEARS)
                .toList();
        List<Seats> seats = capacity.seats(hospital.id(), halfYears);
        return Pages.show(new Start(
                hospital.name(),
                own.undecided(),
                all.stream().filter(each -> isOpen(each.vacancy())).toList(),
                all.stream().filter(each -> !isOpen(each.vacancy())).toList(),
                halfYears,
                capacity.positions(hospital.id()).stream()
                        .filter(position -> position.parts().stream().anyMatch(part -> isOwn(part.department())))
                        .map(position -> row(position, hospital, halfYears, seats))
                        .toList()));
    }

    @GET
    @Path("vikariater/nytt")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsNobody
    @Operation(hidden = true)
    public Response report() {
        return Pages.show(new Report(VacancyForm.empty(), departments()));
    }

    @POST
    @Path("vikariater/nytt")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsNobody
    @Operation(hidden = true)
    public Response reported() {
        Form form = posted.form();
        Hospital hospital = hospital();
        Optional<VacancyWay.Reported> reported = reports.report(hospital.id(), form, own.by());
        if (reported.isEmpty()) {
            return Pages.faulty(new Report(form, departments()));
        }
        reports.tell(reported.get(), directory.names(hospital.id()));
        return Pages.seeOther("/avdeling");
    }

    @POST
    @Path("vikariater/{id}/trekk")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsNobody
    @Operation(hidden = true)
    public Response withdraw(@PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        Vacancy vacancy = become(id, VacancyState.WITHDRAWN);
        flash.tellWithUndo(
                "/avdeling/vikariater/" + id + "/apne",
                "vacancy-withdrawn",
                hospital().departmentName(vacancy.department()));
        return Pages.seeOther("/avdeling");
    }

    @POST
    @Path("vikariater/{id}/apne")
    @RolesAllowed(Roles.DEPARTMENT)
    @ShowsNobody
    @Operation(hidden = true)
    public Response reopen(@PathParam("id") @Min(1) @Max(999_999_999_999L) long id) {
        Vacancy vacancy = become(id, VacancyState.OPEN);
        flash.tell("vacancy-reopened", hospital().departmentName(vacancy.department()));
        return Pages.seeOther("/avdeling");
    }

    private Vacancy become(long id, VacancyState state) {
        Hospital hospital = hospital();
        Versioned<Vacancy> before = Pages.of(vacancies.read(hospital.id(), id));
        if (!isOwn(before.value().department())) {
            Pages.of(Result.notFound(
                    Finding.of("id", id, "capacity.vacancy-unknown", Long.toString(id), hospital.id())));
        }
        if (before.value().state() == state) {
            // A second click, or another's: it is so already.
            return before.value();
        }
        Vacancy.Change change = new Vacancy.Change(null, null, null, null, state);
        return Pages.of(way.change(hospital.id(), id, change, own.by(), before.version()))
                .vacancy()
                .value();
    }

    private boolean isOpen(Vacancy vacancy) {
        return WITHDRAWABLE.contains(vacancy.state()) && !vacancy.to().isBefore(LocalDate.now(clock));
    }

    private Hospital hospital() {
        return caller.hospital()
                .flatMap(capacity::hospital)
                .orElseThrow(() -> new PageRefused(
                        Result.Kind.NOT_FOUND, List.of(Finding.of("hospital", null, "platform.hospital-missing"))));
    }

    /** A user of one department has that one only; others have all of the hospital. */
    private boolean isOwn(DepartmentId department) {
        return caller.department().map(department::equals).orElse(true);
    }

    private List<Choice> departments() {
        return hospital()
                .departments()
                .filter(each -> isOwn(each.id()))
                .map(each -> new Choice(each.id().value(), each.name()))
                .toList();
    }

    private static PositionRow row(Position position, Hospital hospital, List<HalfYear> halfYears, List<Seats> seats) {
        String name = position.parts().stream()
                .map(part -> Texts.of("own-position-part", hospital.departmentName(part.department()), part.months()))
                .collect(Collectors.joining(" + "));
        return new PositionRow(
                name,
                halfYears.stream()
                        .map(half -> seats.stream()
                                .filter(each -> each.position().equals(position)
                                        && each.halfYear().equals(half))
                                .mapToInt(Seats::count)
                                .sum())
                        .toList());
    }
}
