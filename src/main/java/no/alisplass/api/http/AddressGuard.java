package no.alisplass.api.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import no.alisplass.access.HospitalAccess;
import no.alisplass.access.OfferAccess;
import no.alisplass.access.RoundAccess;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.RoundId;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Before anything about a round, a hospital or an offer is asked or done, and before what was sent is looked at: one beyond the
 * caller's reach is 404, as if it did not exist.
 */
public class AddressGuard {
    private static final String ROUNDS = "/api/v1/rounds/";
    private static final String HOSPITALS = "/api/v1/hospitals/";
    private static final String OFFERS = "/api/v1/offers/";
    private static final Pattern OFFER = Pattern.compile("[0-9]{1,18}");
    private static final List<String> OF_HOSPITALS = List.of("hospital", "id");
    private static final List<String> NAMES = List.of("round", "id");

    private final HospitalAccess hospitals;
    private final RoundAccess rounds;
    private final OfferAccess offers;

    @Inject
    AddressGuard(HospitalAccess hospitals, RoundAccess rounds, OfferAccess offers) {
        this.hospitals = hospitals;
        this.rounds = rounds;
        this.offers = offers;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        String path = address.getRequestUri().getRawPath();
        for (String name : path.startsWith(HOSPITALS) ? OF_HOSPITALS : List.<String>of()) {
            String hospital = address.getPathParameters().getFirst(name);
            if (hospital != null && HospitalId.fits(hospital)) {
                Answers.of(hospitals.hospital(new HospitalId(hospital)));
            }
        }
        String offer = path.startsWith(OFFERS) ? address.getPathParameters().getFirst("offer") : null;
        if (offer != null && OFFER.matcher(offer).matches()) {
            Answers.of(offers.offer(Long.parseLong(offer)));
        }
        for (String name : path.startsWith(ROUNDS) ? NAMES : List.<String>of()) {
            String round = address.getPathParameters().getFirst(name);
            if (round != null && RoundId.fits(round)) {
                Answers.of(rounds.round(name, new RoundId(round)));
                return;
            }
        }
    }
}
