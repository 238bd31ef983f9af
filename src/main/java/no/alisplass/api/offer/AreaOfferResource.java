package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.AreaCode;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an area's own doctors are offered. */
@Path("/api/v1/areas/{area}/offers")
@Tag(name = "Tilbud")
class AreaOfferResource {
    private final OfferLists lists;
    private final OfferAccess access;

    AreaOfferResource(OfferLists lists, OfferAccess access) {
        this.lists = lists;
        this.access = access;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OWN_OFFERS)
    @Operation(
            summary = "Tilbudene til et områdes egne leger, etter runde og lege, side for side",
            description = "Fra de er sendt.")
    public RestResponse<List<OfferResponse>> ofArea(
            AreaCode area, @BeanParam @Valid OfferChoice which, @BeanParam @Valid Paging paging) {
        return lists.page(Answers.of(access.of(area)), which, paging);
    }
}
