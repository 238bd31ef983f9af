package no.alisplass.web.shell;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;
import no.alisplass.round.Reach;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Before any page of a round or a hospital: one beyond the caller's reach is the page that says 404, as if it did not exist.
 * A municipality's pages know only its own area.
 */
class ReachGuard {
    private static final String MUNICIPALITY = "/kommune/";

    private final Reach reach;

    @Inject
    ReachGuard(Reach reach) {
        this.reach = reach;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        String path = address.getRequestUri().getRawPath();
        if (SecurityFilter.isApi(path) || path.startsWith(MUNICIPALITY)) {
            return;
        }
        String round = address.getPathParameters().getFirst("round");
        if (round != null && RoundId.fits(round)) {
            Pages.of(reach.round("id", new RoundId(round)));
        }
        String hospital = address.getPathParameters().getFirst("hospital");
        if (hospital != null && HospitalId.fits(hospital)) {
            Pages.of(reach.hospital(new HospitalId(hospital)));
        }
    }
}
