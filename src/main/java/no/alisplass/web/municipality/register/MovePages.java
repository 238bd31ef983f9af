package no.alisplass.web.municipality.register;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.register.move.MoveRequest;
import no.alisplass.register.move.Moves;
import no.alisplass.web.municipality.DoctorForm;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Doctors the municipality asks another for, and those it is asked for. A number that is asked for stands in no address. */
@Path(OwnRegister.BASE + "/flytting")
@Blocking
public class MovePages {
    static final String BASE = OwnRegister.BASE + "/flytting";

    private static final String ID = "[0-9]{1,18}";

    private final OwnRegister own;
    private final Moves moves;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    MovePages(OwnRegister own, Moves moves, FormRequest posted, Flash flash) {
        this.own = own;
        this.moves = moves;
        this.posted = posted;
        this.flash = flash;
    }

    /**
     * A doctor of the municipality's own whom another asks for.
     *
     * @param due from when the coordinator may let go instead; null when no hospital is known to serve the municipality
     */
    @TemplateData
    public record Ours(String name, String hpr, String doctor, String asking, Instant since, String due, String href) {}

    /** A doctor the municipality asks for. @param dialog in which it is asked whether to do so no longer */
    @TemplateData
    public record Others(String hpr, Instant since, String due, String dialog) {}

    record Moving(List<Ours> ours, List<Others> others, List<Link> trail, Form form) implements TemplateInstance {}

    record LetGo(String name, String asking, String since, String action, List<Link> trail, Form form)
            implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(hidden = true)
    public Response all() {
        return Pages.show(page(Form.empty()));
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(hidden = true)
    public Response ask() {
        Form form = posted.form();
        HprNumber hpr = DoctorForm.hpr(form);
        if (hpr == null && !form.faulty()) {
            form.refuse(Finding.of("hprNumber", null, "web.missing"));
        }
        if (form.faulty()) {
            return Pages.faulty(page(form));
        }
        if (!(moves.ask(own.area(), hpr) instanceof Result.Refused<MoveRequest> refused)) {
            flash.tell("moves-asked", hpr.digits());
            return Pages.seeOther(BASE);
        }
        if (refused.kind() == Result.Kind.NOT_FOUND) {
            form.refuse(Finding.of("hprNumber", hpr.digits(), "web-municipality.moves-nobodys", hpr.digits()));
        } else {
            refused.findings().forEach(form::refuse);
        }
        return Pages.faulty(page(form));
    }

    @POST
    @Path("trekk")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(hidden = true)
    public Response withdraw() {
        Optional<HprNumber> hpr = HprNumber.read(posted.form().value("hprNumber"));
        boolean done = hpr.filter(each -> moves.withdraw(own.area(), each) instanceof Result.Done)
                .isPresent();
        flash.tell(
                done ? "moves-withdrawn" : "moves-over",
                hpr.map(HprNumber::digits).orElse(""));
        return Pages.seeOther(BASE);
    }

    @GET
    @Path("{move : " + ID + "}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(hidden = true)
    public Response letGo(@PathParam("move") @Pattern(regexp = ID) @Size(max = 18) String move) {
        return Pages.show(page(asked(move), Form.empty()));
    }

    @POST
    @Path("{move : " + ID + "}")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.MOVES)
    @Operation(hidden = true)
    public Response goes(@PathParam("move") @Pattern(regexp = ID) @Size(max = 18) String move) {
        MoveRequest request = asked(move);
        Form form = posted.form();
        LocalDate on = form.requiredDate("on");
        if (form.faulty()) {
            return Pages.faulty(page(request, form));
        }
        Result<MoveRequest> outcome =
                moves.release(own.area(), request.hprNumber(), request.asking().code(), on);
        if (outcome instanceof Result.Refused<MoveRequest> refused && refused.kind() == Result.Kind.NOT_FOUND) {
            flash.tell("moves-over", request.hprNumber().digits());
            return Pages.seeOther(BASE);
        }
        if (form.take(outcome).isEmpty()) {
            return Pages.faulty(page(request, form));
        }
        flash.tell("moves-gone", request.name(), request.asking().name());
        return Pages.seeOther(BASE);
    }

    /** What another area asks this one for; as if there were none when it asks another. */
    private MoveRequest asked(String id) {
        return moves.of(own.area()).stream()
                .filter(each -> own.area().equals(each.holder())
                        && Long.toString(each.id()).equals(id))
                .findFirst()
                .orElseGet(() -> Pages.of(Result.notFound(Finding.of("move", id, "web.moves-unknown"))));
    }

    private Moving page(Form form) {
        List<MoveRequest> all = moves.of(own.area());
        return new Moving(
                all.stream()
                        .filter(each -> own.area().equals(each.holder()))
                        .map(each -> new Ours(
                                each.name(),
                                each.hprNumber().digits(),
                                OwnRegister.address(each.hprNumber()),
                                each.asking().name(),
                                since(each),
                                due(each, "moves-due-in"),
                                BASE + "/" + each.id()))
                        .toList(),
                all.stream()
                        .filter(each -> own.area().equals(each.asking().code()))
                        .map(each ->
                                new Others(each.hprNumber().digits(), since(each), due(each, "moves-due-earliest"), "trekk-" + each.id()))
                        .toList(),
                OwnRegister.trail(),
                form);
    }

    private static LetGo page(MoveRequest request, Form form) {
        List<Link> trail = OwnRegister.trail();
        trail.add(Link.to(Texts.of("moves-title"), BASE));
        return new LetGo(
                request.name(),
                request.asking().name(),
                Formats.longDate(since(request)),
                BASE + "/" + request.id(),
                trail,
                form);
    }

    /** As the area knows it: its own asking, or that it has been asked. */
    private static Instant since(MoveRequest request) {
        return request.holderAskedAt() == null ? request.askedAt() : request.holderAskedAt();
    }

    /** From when the coordinator may let go. @param ahead key of how it is said while it lies ahead */
    private String due(MoveRequest request, String ahead) {
        if (request.due() == null) {
            return null;
        }
        int left = (int) ChronoUnit.DAYS.between(own.today(), request.due());
        return left <= 0 ? Texts.of("moves-due-now") : Texts.of(ahead, request.due(), left);
    }
}
