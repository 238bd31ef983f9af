package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.capacity.Department;
import no.alisplass.chance.AreaChances;
import no.alisplass.chance.AreaChances.OfDoctor;
import no.alisplass.chance.AreaChances.OfWish;
import no.alisplass.chance.Chance;
import no.alisplass.chance.Chances;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.refill.Reserve.LastServed;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Round;
import no.alisplass.web.shell.Link;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What chances the municipality's own doctors have before the deadline, with the lists as they are sent. */
@Path("/kommune/runder/{round}/utsikter")
@Blocking
public class ChancePages {
    private final OwnMunicipality own;
    private final Chances chances;

    @Inject
    ChancePages(OwnMunicipality own, Chances chances) {
        this.own = own;
        this.chances = chances;
    }

    /**
     * @param why why there is nothing to show; null where there is
     * @param working whether that is since it is being worked out: the page looks again by itself
     * @param unsent whether the draft says something else than what was sent
     */
    record Shown(
            Round round,
            List<Link> trail,
            String why,
            boolean working,
            boolean unsent,
            List<String> about,
            List<Doctor> doctors)
            implements TemplateInstance {}

    /**
     * One doctor.
     *
     * @param place a place, wherever
     * @param cannot why the doctor cannot take part by this list
     * @param otherList whether that is since the doctor is on another area's list too
     */
    @TemplateData
    public record Doctor(
            String name, String hpr, String place, List<Wish> wishes, List<String> cannot, boolean otherList) {}

    /**
     * @param note that the lists that are missing have no say in it; null where they have
     * @param last how far the department came in the round before; null where nobody got it
     */
    @TemplateData
    public record Wish(int wish, String department, String chance, String note, String last) {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.CHANCES)
    @Operation(hidden = true)
    public Response chances(@PathParam("round") RoundId id) {
        Round round = own.round(id);
        Result<AreaChances> found = chances.of(id, own.area());
        if (found instanceof Result.Refused<AreaChances> refused && refused.kind() != Result.Kind.NOT_FOUND) {
            String why = Texts.of(refused.findings().get(0));
            boolean working = refused.kind() == Result.Kind.BUSY;
            return Pages.show(new Shown(round, own.trail(round), why, working, false, List.of(), List.of()));
        }
        AreaChances known = Pages.of(found);
        Map<DepartmentId, String> names =
                own.hospital(round).departments().collect(Collectors.toMap(Department::id, Department::name));
        Map<DepartmentId, LastServed> last =
                known.lastServed().stream().collect(Collectors.toMap(LastServed::department, each -> each));
        return Pages.show(new Shown(
                round,
                own.trail(round),
                null,
                false,
                own.draft(round).isUnsent(own.sent(round)),
                known.about().stream().map(Texts::of).toList(),
                known.doctors().stream()
                        .map(doctor -> doctor(doctor, names, last))
                        .toList()));
    }

    private static Doctor doctor(OfDoctor doctor, Map<DepartmentId, String> names, Map<DepartmentId, LastServed> last) {
        Chance.Told told = doctor.place().chance().told();
        return new Doctor(
                doctor.name(),
                doctor.hpr().digits(),
                Texts.of(doctor.place().chance().inWords()),
                // Who can be offered nothing need not be told so once for each wish.
                told == Chance.Told.IMPOSSIBLE
                        ? List.of()
                        : doctor.wishes().stream()
                                .map(wish -> wish(wish, names, last.get(wish.department())))
                                .toList(),
                doctor.cannot().stream().map(Texts::of).toList(),
                told == Chance.Told.OTHER_LIST);
    }

    private static Wish wish(OfWish wish, Map<DepartmentId, String> names, LastServed last) {
        return new Wish(
                wish.wish(),
                names.getOrDefault(wish.department(), wish.department().value()),
                Texts.of(wish.line().chance().inWords()),
                wish.line().guesses() || wish.line().chance().from() == null
                        ? null
                        : Texts.of("chance-without-missing"),
                last == null ? null : Texts.of("chance-last", last.title(), last.place(), last.inRound()));
    }
}
