package no.alisplass.web.shell;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import no.alisplass.access.HospitalAccess;
import no.alisplass.access.RoundAccess;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Before any page of a round or a hospital: one beyond the caller's reach is the page that says 404, as if it did not exist.
 */
class ReachGuard {
    private final HospitalAccess hospitals;
    private final RoundAccess rounds;

    @Inject
    ReachGuard(HospitalAccess hospitals, RoundAccess rounds) {
        this.hospitals = hospitals;
        this.rounds = rounds;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        String path = address.getRequestUri().getRawPath();
        if (SecurityFilter.isApi(path)) {
            return;
        }
        String round = address.getPathParameters().getFirst("round");
        if (round != null && RoundId.fits(round)) {
            Pages.of(rounds.round("id", new RoundId(round)));
        }
        String hospital = address.getPathParameters().getFirst("hospital");
        if (hospital != null && HospitalId.fits(hospital)) {
            Pages.of(hospitals.hospital(new HospitalId(hospital)));
        }
    }
}
