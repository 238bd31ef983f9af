package no.alisplass.web.municipality.register;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.web.municipality.AreaTask;
import no.alisplass.web.municipality.OwnRounds;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a chief physician begins: what waits, and the doctors the municipality has, kept all year. */
@Path(OwnRegister.START)
@Blocking
public class StartPages {
    private final RegisterList list;
    private final OwnRegister own;
    private final OwnRounds rounds;
    private final OwnBegun begun;
    private final List<AreaTask.Source> tasks;

    @Inject
    StartPages(RegisterList list, OwnRegister own, OwnRounds rounds, OwnBegun begun, @All List<AreaTask.Source> tasks) {
        this.list = list;
        this.own = own;
        this.rounds = rounds;
        this.begun = begun;
        this.tasks = tasks;
    }

    /** Whoever turns the page or narrows the list looks at the doctors alone. */
    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.REGISTER)
    @Operation(hidden = true)
    public Response start(
            @QueryParam("vis") @DefaultValue(RegisterList.ALL) @Pattern(regexp = RegisterList.WHICH) @Size(max = 20) String which,
            @QueryParam("side") @DefaultValue("1") @Min(1) @Max(10_000) int side) {
        boolean all = which.equals(RegisterList.ALL) && side == 1;
        return Pages.show(list.page(which, null, Form.empty(), side, all ? waits() : null));
    }

    private RegisterList.Waits waits() {
        return new RegisterList.Waits(
                rounds.waiting(),
                tasks.stream().flatMap(each -> each.of(own.area()).stream()).toList(),
                begun.rows());
    }
}
