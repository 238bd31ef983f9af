package no.alisplass.api.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.json.Lines;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.waitlist.TwoLists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/rounds/{round}/two-lists")
@Tag(name = "Ventelister")
class TwoListsResource {
    private final TwoLists lists;

    TwoListsResource(TwoLists lists) {
        this.lists = lists;
    }

    record SettleRequest(
            @Schema(examples = "3205") @NotNull @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,

            @Schema(examples = "Legen har flyttet til Lillestrøm.")
            @NotNull @Lines
            @Size(min = TwoLists.MIN_REASON, max = TwoLists.MAX_REASON) String reason) {}

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.TWO_LISTS)
    @Operation(
            summary = "Legene flere kommuner eller bydeler har sendt inn i runden, side for side",
            description = "Uten «settled» deltar legen ikke i fordelingen før koordinatoren har avgjort det.")
    public RestResponse<List<TwoLists.Listed>> all(RoundId round, @BeanParam @Valid Paging paging) {
        return paging.of(lists.of(round));
    }

    @PUT
    @Path("/{hprNumber}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.TWO_LISTS)
    @Operation(summary = "Avgjør hvilken kommune eller bydel legen hører til; begrunnelsen blir tatt vare på")
    public TwoLists.Listed settle(
            RoundId round, @Min(1) @Max(HprNumber.MAX) int hprNumber, @NotNull @Valid SettleRequest request) {
        return Answers.of(
                lists.settle(round, new HprNumber(hprNumber), new AreaCode(request.area()), request.reason()));
    }
}
