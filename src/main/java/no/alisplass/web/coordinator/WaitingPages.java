package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.alisplass.access.HospitalAccess;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Counting;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.planning.Jobs;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.AreaCount;
import no.alisplass.register.DoctorFilter;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.DoctorRecord;
import no.alisplass.register.MonthsLeft;
import no.alisplass.register.RegisterLists;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.move.MoveRequest;
import no.alisplass.register.move.Moves;
import no.alisplass.web.shell.Choice;
import no.alisplass.web.shell.Csv;
import no.alisplass.web.shell.Cut;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Everyone who waits in the areas a hospital serves, by what their municipalities have registered. */
@Path("/koordinator/leger")
@Blocking
public class WaitingPages {
    private static final String BASE = "/koordinator/leger/";

    /** How many half-years ahead one can ask for. */
    private static final int AHEAD = 6;

    /** More than there are doctors in training. */
    private static final int MOST = 20_000;

    private final RegisterLists lists;
    private final Moves moves;
    private final Jobs jobs;
    private final HospitalAccess access;
    private final Clock clock;

    @Inject
    WaitingPages(RegisterLists lists, Moves moves, Jobs jobs, HospitalAccess access, Clock clock) {
        this.lists = lists;
        this.moves = moves;
        this.jobs = jobs;
        this.access = access;
        this.clock = clock;
    }

    /** @param confirmed null when never, which is old too */
    @TemplateData
    public record Row(
            String name,
            String hpr,
            String area,
            String neededFrom,
            String scheme,
            Months left,
            Months service,
            boolean interrupted,
            LocalDate confirmed,
            boolean old) {}

    @TemplateData
    public record Count(AreaCount of, String href) {}

    /** Something to choose by. @param all what stands for everyone */
    @TemplateData
    public record Narrowing(String name, String label, String all, List<Choice> choices) {}

    /** @param sum of all areas; its area is null. @param likely null where the hospital shares no forecast */
    record Waiting(
            List<Link> hospitals,
            String hospital,
            List<Count> counts,
            AreaCount sum,
            Form form,
            boolean narrowed,
            List<Narrowing> choices,
            Cut<Row> doctors,
            String address,
            String href,
            String csv,
            Link moves,
            Link likely)
            implements TemplateInstance {}

    record None() implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response first() {
        return HospitalPick.first(access.hospitals(), BASE).orElseGet(() -> Pages.show(new None()));
    }

    @GET
    @Path("{hospital}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WAITING)
    @Operation(hidden = true)
    public Response all(
            HospitalId hospital,
            @BeanParam @Valid WaitingChoice which,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        Pages.of(access.known(hospital));
        List<AreaCount> counts = Pages.of(lists.counts(hospital));
        DoctorFilter filter = which.filter();
        DoctorPage found = Pages.of(lists.doctors(hospital, which.area(), filter, side - 1, Cut.PAGE));
        int page = Math.min(side, Cut.last(Cut.PAGE, found.total()));
        if (page < side) {
            found = Pages.of(lists.doctors(hospital, which.area(), filter, page - 1, Cut.PAGE));
        }
        Map<AreaCode, String> names = names(counts);
        String address = BASE + hospital;
        Form form = which.form();
        HospitalPick pick = HospitalPick.of(access.hospitals(), hospital.value(), each -> BASE + each);
        return Pages.show(new Waiting(
                pick.links(),
                pick.name(),
                counts.stream()
                        .map(each -> new Count(
                                each, address + "?omraade=" + each.area().code()))
                        .toList(),
                sum(counts),
                form,
                which.isNarrowed(),
                choices(counts),
                Cut.at(found.doctors().stream().map(each -> row(each, names)).toList(), page, found.total()),
                address,
                address + "?" + (which.isNarrowed() ? which.query() + "&" : "") + "side=",
                address + "/leger.csv" + (which.isNarrowed() ? "?" + which.query() : ""),
                moves(hospital),
                jobs.shared(hospital)
                        .map(shared -> Link.to(Texts.of("likely-link"), CatchmentLikelyPages.BASE + hospital))
                        .orElse(null)));
    }

    private Link moves(HospitalId hospital) {
        List<MoveRequest> waiting = Pages.of(moves.of(hospital));
        long overdue = waiting.stream()
                .filter(each -> CatchmentMovePages.overdue(each, today()))
                .count();
        return Link.to(Texts.of("moves-link", waiting.size(), overdue), CatchmentMovePages.BASE + hospital);
    }

    @GET
    @Path("{hospital}/leger.csv")
    @Produces("text/csv")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.WAITING)
    @Operation(hidden = true)
    public Response csv(HospitalId hospital, @BeanParam @Valid WaitingChoice which) {
        Pages.of(access.known(hospital));
        Map<AreaCode, String> names = names(Pages.of(lists.counts(hospital)));
        List<List<?>> rows = new ArrayList<>();
        rows.add(Stream.of(
                        "name",
                        "find-doctor-hpr",
                        "lists-area",
                        "waiting-needed-from",
                        "waiting-scheme",
                        "waiting-left",
                        "waiting-service",
                        "waiting-interrupted",
                        "waiting-confirmed",
                        "waiting-old")
                .map(Texts::of)
                .toList());
        Pages.of(lists.doctors(hospital, which.area(), which.filter(), 0, MOST)).doctors().stream()
                .map(each -> row(each, names))
                .forEach(row -> rows.add(Arrays.asList(
                        row.name(),
                        row.hpr(),
                        row.area(),
                        row.neededFrom(),
                        row.scheme(),
                        number(row.left()),
                        number(row.service()),
                        yes(row.interrupted()),
                        row.confirmed(),
                        yes(row.old()))));
        return Csv.of(Texts.of("waiting-file"), rows);
    }

    private static Number number(Months months) {
        return months == null ? null : months.value();
    }

    private static String yes(boolean is) {
        return Texts.of(is ? "waiting-yes" : "waiting-no");
    }

    private static Map<AreaCode, String> names(List<AreaCount> counts) {
        return counts.stream().collect(Collectors.toMap(each -> each.area().code(), each -> each.area()
                .name()));
    }

    private List<Narrowing> choices(List<AreaCount> counts) {
        String any = Texts.of("waiting-any");
        Stream<HalfYear> halfYears = Stream.iterate(HalfYear.startingOnOrAfter(today()), HalfYear::next)
                .limit(AHEAD);
        return List.of(
                new Narrowing(
                        "omraade",
                        Texts.of("lists-area"),
                        Texts.of("ranking-all-areas"),
                        counts.stream()
                                .map(each -> new Choice(
                                        each.area().code().value(), each.area().name()))
                                .toList()),
                new Narrowing(
                        "halvaar",
                        Texts.of("waiting-needed-in"),
                        any,
                        halfYears
                                .map(each -> new Choice(each.toString(), Formats.halfYear(each)))
                                .toList()),
                new Narrowing(
                        "ordning",
                        Texts.of("waiting-scheme"),
                        any,
                        Stream.of(Scheme.NEW, Scheme.OLD)
                                .map(each -> new Choice(each.name(), Texts.of("choice-scheme-" + each)))
                                .toList()),
                new Narrowing(
                        "igjen",
                        Texts.of("waiting-left"),
                        any,
                        Arrays.stream(MonthsLeft.values())
                                .map(each -> new Choice(each.name(), Texts.of("waiting-left-" + each)))
                                .toList()));
    }

    private static AreaCount sum(List<AreaCount> counts) {
        return new AreaCount(
                null,
                counts.stream().mapToLong(AreaCount::waiting).sum(),
                counts.stream().mapToLong(AreaCount::newScheme).sum(),
                counts.stream().mapToLong(AreaCount::oldScheme).sum(),
                counts.stream().mapToLong(AreaCount::interrupted).sum(),
                counts.stream().mapToLong(AreaCount::old).sum(),
                counts.stream().mapToLong(AreaCount::neverListed).sum());
    }

    private Row row(DoctorRecord known, Map<AreaCode, String> names) {
        RegisteredDoctor doctor = known.doctor();
        WaitlistEntry entry = doctor.facts().entry();
        return new Row(
                entry.name(),
                doctor.hpr().digits(),
                names.getOrDefault(doctor.area(), doctor.area().value()),
                entry.wishes().earliestStart() == null
                        ? Texts.of("as-soon-as-may-be")
                        : Formats.halfYear(entry.wishes().earliestStart()),
                entry.training().scheme() == null
                        ? null
                        : Texts.of("choice-scheme-" + entry.training().scheme()),
                entry.institution().monthsLeft(),
                entry.service().counted(new Counting(today(), true), today()).months(),
                entry.institution().interrupted(),
                doctor.confirmed() == null ? null : doctor.confirmed().on(),
                known.isOld());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
