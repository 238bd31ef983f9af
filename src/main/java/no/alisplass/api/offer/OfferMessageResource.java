package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Paging;
import no.alisplass.offer.News;
import no.alisplass.offer.OfferNews;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What waits for whom. */
@Path("/api/v1/offer-messages")
@Tag(name = "Tilbud")
class OfferMessageResource {
    private final OfferNews news;
    private final OfferAccess access;
    private final Asker asker;

    OfferMessageResource(OfferNews news, OfferAccess access, Asker asker) {
        this.news = news;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.MUNICIPALITY})
    @ShowsNobody
    @Operation(
            summary = "Det som er sagt om tilbud til den som spør, det siste først, side for side",
            description =
                    "Med «waiting=true» bare det som venter på et svar eller en avgjørelse. Ingen e-post er lovet.")
    public RestResponse<List<OfferTold.Message>> messages(
            @Parameter(description = "true: bare det som venter")
                    @QueryParam("waiting")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false") @Size(max = 5) String waiting,
            @BeanParam @Valid Paging paging) {
        News.Page page = news.of(access.first(), Boolean.parseBoolean(waiting), paging.page(), paging.size());
        return paging.answer(
                page.news().stream()
                        .map(each -> OfferTold.Message.of(each, asker.language()))
                        .toList(),
                page.total());
    }
}
