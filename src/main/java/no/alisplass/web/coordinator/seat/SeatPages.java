package no.alisplass.web.coordinator.seat;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Seats;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.FormRequest;
import no.alisplass.web.shell.Page;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Names;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The seats of one position in one half-year, set where they stand in the grid. */
@Path("/koordinator/stillinger/{hospital}/{position}/{halfYear}")
@Blocking
public class SeatPages {

    private final Capacity capacity;
    private final FormRequest posted;
    private final Flash flash;

    @Inject
    SeatPages(Capacity capacity, FormRequest posted, Flash flash) {
        this.capacity = capacity;
        this.posted = posted;
        this.flash = flash;
    }

    /** @param sum of the half-year's seats, which stands elsewhere on the page; null when nothing was saved */
    record Seat(SeatCell cell, String halfYear, Integer sum) implements TemplateInstance {}

    @POST
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(hidden = true)
    public Response seats(
            HospitalId hospital,
            PositionId position,
            @Pattern(regexp = PositionPages.HALF_YEAR) @Size(max = 6) String halfYear,
            @Context HttpServerRequest request) {
        HalfYear in = HalfYear.parse(halfYear);
        Form form = posted.form();
        Optional<Integer> wanted = form.number("seats", 0, Capacity.MAX_SEATS);
        if (wanted.isEmpty() && !form.faulty()) {
            form.required("seats", 3);
        }
        Long seen = "-1".equals(form.value("version")) ? null : form.version();
        Names names = new Names(Pages.of(capacity.read(hospital)).value(), Map.of());
        SeatCell empty = SeatCell.at(hospital, position, name(hospital, position, names), in);
        String typed = form.value("seats");
        if (form.faulty()) {
            String fault = Texts.of(form.findings().get(0));
            return answer(request, empty.refused(typed, seen == null ? -1 : seen, null, fault), true, hospital, in);
        }
        Result<Versioned<Seats>> outcome = capacity.putSeats(hospital, position, in, wanted.get(), seen);
        if (outcome instanceof Result.Refused<Versioned<Seats>> refused && refused.kind() == Result.Kind.CONFLICT) {
            Versioned<Seats> now = Pages.of(capacity.seats(hospital, in, in)).stream()
                    .filter(each -> each.value().position().id().equals(position))
                    .findFirst()
                    .orElseThrow();
            if (now.value().count() == wanted.get()) {
                // The same number twice, by a double click or by two people, is no disagreement.
                return answer(request, SeatCell.of(hospital, names, now).justSaved(), false, hospital, in);
            }
            return answer(
                    request, empty.refused(typed, now.version(), now.value().count(), null), true, hospital, in);
        }
        SeatCell saved = SeatCell.of(hospital, names, Pages.of(outcome)).justSaved();
        return answer(request, saved, false, hospital, in);
    }

    private int sum(HospitalId hospital, HalfYear halfYear) {
        return capacity.seats(hospital, List.of(halfYear)).stream()
                .mapToInt(Seats::count)
                .sum();
    }

    private String name(HospitalId hospital, PositionId position, Names names) {
        return capacity.positions(hospital).stream()
                .filter(each -> each.id().equals(position))
                .findFirst()
                .map(names::position)
                .orElse(position.value());
    }

    private Response answer(
            HttpServerRequest request, SeatCell cell, boolean faulty, HospitalId hospital, HalfYear halfYear) {
        if (Page.partOnly(request)) {
            return faulty
                    ? Pages.faulty(new Seat(cell, halfYear.toString(), null))
                    : Pages.show(new Seat(cell, halfYear.toString(), sum(hospital, halfYear)));
        }
        if (faulty) {
            flash.tell("positions-not-saved", cell.label());
        } else {
            flash.tell("positions-saved", cell.label(), cell.value());
        }
        return Pages.seeOther("/koordinator/stillinger?fra=" + halfYear + "&sykehus=" + hospital);
    }
}
