package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.alisplass.access.HospitalAccess;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.move.MoveRequest;
import no.alisplass.register.move.Moves;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.HospitalPick;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Doctors whom areas in the catchment ask each other for, and those whom an area has not let go of in its time. */
@Path("/koordinator/flytting")
@Blocking
public class CatchmentMovePages {
    static final String BASE = "/koordinator/flytting/";
    private static final String ID = "[0-9]{1,18}";

    private final Moves moves;
    private final HospitalAccess access;
    private final CoordinatorQueries queries;
    private final FormRequest posted;
    private final Flash flash;
    private final Clock clock;

    @Inject
    CatchmentMovePages(
            Moves moves,
            HospitalAccess access,
            CoordinatorQueries queries,
            FormRequest posted,
            Flash flash,
            Clock clock) {
        this.moves = moves;
        this.access = access;
        this.queries = queries;
        this.posted = posted;
        this.flash = flash;
        this.clock = clock;
    }

    /**
     * @param name of the doctor, as the holder; null when an area of another hospital holds the doctor
     * @param due from when the coordinator may let go
     * @param overdue whether that is now
     */
    @TemplateData
    public record Row(
            String name,
            String hpr,
            String holder,
            String asking,
            Instant since,
            LocalDate due,
            boolean overdue,
            String href) {}

    record Moving(List<Link> hospitals, String hospital, List<Row> rows, List<Link> trail, String action, Form form)
            implements TemplateInstance {}

    record LetGo(
            String name,
            String holder,
            String asking,
            String since,
            LocalDate due,
            boolean overdue,
            String action,
            String back,
            List<Link> trail,
            Form form)
            implements TemplateInstance {}

    @GET
    @Path("{hospital}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CATCHMENT_MOVES)
    @Operation(hidden = true)
    public Response all(HospitalId hospital) {
        Pages.of(access.known(hospital));
        return Pages.show(page(hospital, Form.empty().with("days", Pages.of(moves.days(hospital)))));
    }

    @POST
    @Path("{hospital}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CATCHMENT_MOVES)
    @Operation(hidden = true)
    public Response set(HospitalId hospital) {
        Pages.of(access.known(hospital));
        Form form = posted.form();
        Optional<Integer> given = form.number("days", 0, Moves.MOST_DAYS);
        if (given.isEmpty() && !form.faulty()) {
            form.refuse(Finding.of("days", null, "web.missing"));
        }
        int days = given.orElse(0);
        if (form.faulty() || form.take(moves.setDays(hospital, days)).isEmpty()) {
            return Pages.faulty(page(hospital, form));
        }
        flash.tell("moves-days-set", days);
        return Pages.seeOther(BASE + hospital);
    }

    @GET
    @Path("{hospital}/{move : " + ID + "}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CATCHMENT_MOVES)
    @Operation(hidden = true)
    public Response letGo(HospitalId hospital, @PathParam("move") @Pattern(regexp = ID) @Size(max = 18) String move) {
        return Pages.show(page(hospital, asked(hospital, move), Form.empty()));
    }

    @POST
    @Path("{hospital}/{move : " + ID + "}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CATCHMENT_MOVES)
    @Operation(hidden = true)
    public Response goes(HospitalId hospital, @PathParam("move") @Pattern(regexp = ID) @Size(max = 18) String move) {
        MoveRequest request = asked(hospital, move);
        Form form = posted.form();
        LocalDate on = form.requiredDate("on");
        if (form.faulty()) {
            return Pages.faulty(page(hospital, request, form));
        }
        Result<MoveRequest> outcome =
                moves.releaseFor(hospital, request.hprNumber(), request.asking().code(), on);
        if (outcome instanceof Result.Refused<MoveRequest> refused && refused.kind() == Result.Kind.NOT_FOUND) {
            flash.tell("moves-over", request.hprNumber().digits());
            return Pages.seeOther(BASE + hospital);
        }
        if (form.take(outcome).isEmpty()) {
            return Pages.faulty(page(hospital, request, form));
        }
        flash.tell("moves-gone", request.name(), request.asking().name());
        return Pages.seeOther(BASE + hospital);
    }

    /** What an area of the hospital is asked for; as if there were none when it is another's. */
    private MoveRequest asked(HospitalId hospital, String id) {
        Pages.of(access.known(hospital));
        return Pages.of(moves.of(hospital)).stream()
                .filter(each ->
                        each.holder() != null && Long.toString(each.id()).equals(id))
                .findFirst()
                .orElseGet(() -> Pages.of(Result.notFound(Finding.of("move", id, "web.moves-unknown"))));
    }

    private Moving page(HospitalId hospital, Form form) {
        Names names = queries.names(hospital);
        return new Moving(
                HospitalPick.of(access.hospitals(), hospital.value(), each -> BASE + each)
                        .links(),
                names.hospital(),
                Pages.of(moves.of(hospital)).stream()
                        .sorted(Comparator.comparing(MoveRequest::due, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(each -> row(hospital, each, names))
                        .toList(),
                List.of(Link.to(Texts.of("waiting-title"), "/koordinator/leger/" + hospital)),
                BASE + hospital,
                form);
    }

    private Row row(HospitalId hospital, MoveRequest request, Names names) {
        boolean here = request.holder() != null;
        return new Row(
                request.name(),
                request.hprNumber().digits(),
                here ? names.area(request.holder()) : null,
                request.asking().name(),
                here ? request.holderAskedAt() : request.askedAt(),
                request.due(),
                overdue(request, LocalDate.now(clock)),
                BASE + hospital + "/" + request.id());
    }

    private LetGo page(HospitalId hospital, MoveRequest request, Form form) {
        return new LetGo(
                request.name(),
                queries.names(hospital).area(request.holder()),
                request.asking().name(),
                Formats.longDate(request.holderAskedAt()),
                request.due(),
                overdue(request, LocalDate.now(clock)),
                BASE + hospital + "/" + request.id(),
                BASE + hospital,
                List.of(
                        Link.to(Texts.of("waiting-title"), "/koordinator/leger/" + hospital),
                        Link.to(Texts.of("moves-title"), BASE + hospital)),
                form);
    }

    /** Whether the coordinator may let go in the holder's place. */
    static boolean overdue(MoveRequest request, LocalDate today) {
        return request.due() != null && !request.due().isAfter(today);
    }
}
