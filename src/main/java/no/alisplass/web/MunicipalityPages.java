package no.alisplass.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a chief physician begins. */
@Path("/kommune")
@Blocking
public class MunicipalityPages {
    private static final int SHOWN = 10;

    private final Rounds rounds;
    private final Catchment catchment;
    private final Caller caller;

    @Inject
    MunicipalityPages(Rounds rounds, Catchment catchment, Caller caller) {
        this.rounds = rounds;
        this.catchment = catchment;
        this.caller = caller;
    }

    record Start(String area, List<Round> open) implements TemplateInstance {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(hidden = true)
    public Response start() {
        String area = caller.area()
                .map(code -> catchment.area(code).map(Area::name).orElse(code.value()))
                .orElse("");
        return Pages.show(new Start(
                area, rounds.page(null, EnumSet.of(RoundState.OPEN), 0, SHOWN).rounds()));
    }
}
