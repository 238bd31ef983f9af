package no.alisplass.api.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import no.alisplass.access.HospitalAccess;
import no.alisplass.access.RoundAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.ETags;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.round.Round;
import no.alisplass.round.RoundChange;
import no.alisplass.round.RoundState;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The life of rounds. A draft is seen by those who make it and by planners, and by a department of its hospital. Who reaches which: {@link RoundAccess}. */
@Path("/api/v1/rounds")
@Tag(name = "Runder")
public class RoundResource {
    private final Rounds rounds;
    private final HospitalAccess hospitals;
    private final RoundAccess access;
    private final Asker asker;

    @Inject
    RoundResource(Rounds rounds, HospitalAccess hospitals, RoundAccess access, Asker asker) {
        this.rounds = rounds;
        this.hospitals = hospitals;
        this.access = access;
        this.asker = asker;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Runder, side for side",
            description =
                    "Det seneste halvåret først. En kommune ser ikke utkast; de som er bundet til et sykehus, ser bare dets runder.")
    public RestResponse<RoundResponse.Page> all(
            @Parameter(example = "ahus") @QueryParam("hospital") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,
            @Parameter(description = "Bare disse", example = "OPEN") @QueryParam("state") RoundState state,
            @BeanParam @Valid Paging paging) {
        HospitalId asked = hospital == null ? null : Answers.of(hospitals.hospital(new HospitalId(hospital)));
        Set<RoundState> states = state == null ? EnumSet.allOf(RoundState.class) : EnumSet.of(state);
        RoundResponse.Page page =
                RoundResponse.Page.of(access.page(asked, states, paging.page(), paging.size()), asker.language());
        return paging.answer(page, page.total());
    }

    @GET
    @Whole("One round; four half-years at most.")
    @Path("{id}")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "En runde", description = "ETag er versjonen en endring må vise til.")
    public RestResponse<RoundResponse> one(
            @Parameter(example = "ahus-2027-v") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id) {
        Round round = Answers.of(rounds.read(new RoundId(id)));
        return ETags.answer(RoundResponse.of(round, asker.language()), round.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Planlegger en runde",
            description = "Et utkast, som kommunene ikke ser. Svaret kan ha advarsler, for eksempel om sen utlysning.")
    public RestResponse<RoundResponse> create(@Valid @NotNull RoundRequest body) {
        if (hospitals.only().filter(own -> !own.value().equals(body.hospital())).isPresent()) {
            return Answers.of(
                    Result.invalid(Finding.of("hospital", body.hospital(), "round.hospital-unknown", body.hospital())));
        }
        RoundChange created = Answers.of(rounds.create(body.plan()));
        return RestResponse.ResponseBuilder.<RoundResponse>created(
                        URI.create("/api/v1/rounds/" + created.round().id()))
                .entity(RoundResponse.of(created, asker.language()))
                .tag(Long.toString(created.round().version()))
                .build();
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Endrer en runde",
            description = "Alt i et utkast; bare tittel og frist når runden er åpen. Krever If-Match.")
    public RestResponse<RoundResponse> change(
            @Parameter(example = "ahus-2027-v") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(description = "ETag for versjonen som endres", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull RoundRequest.Change body) {
        return answer(rounds.change(new RoundId(id), body.change(), ETags.seen(ifMatch)));
    }

    @POST
    @Path("{id}/open")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Åpner en runde for lister",
            description = "Loddtrekningsfrøet, halvårene, reglene og målet er offentlige og står fast fra nå av.")
    public RestResponse<RoundResponse> open(
            @Parameter(example = "ahus-2027-v") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(description = "ETag for versjonen som ble sett; kan utelates", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch) {
        return answer(rounds.open(new RoundId(id), ETags.seen(ifMatch)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/close")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Lukker en runde for lister",
            description = "Før fristen er ute bare med en begrunnelse, som blir tatt vare på; etter fristen holder {}.")
    public RestResponse<RoundResponse> close(
            @Parameter(example = "ahus-2027-v") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(description = "ETag for versjonen som ble sett; kan utelates", example = "\"1\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull RoundRequest.Reason body) {
        return answer(rounds.close(new RoundId(id), body.reason(), ETags.seen(ifMatch)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/reopen")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Åpner en lukket runde igjen",
            description = "Med en begrunnelse, som blir tatt vare på. En godkjent runde kan ikke åpnes igjen.")
    public RestResponse<RoundResponse> reopen(
            @Parameter(example = "ahus-2027-v") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(description = "ETag for versjonen som ble sett; kan utelates", example = "\"2\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @Valid @NotNull RoundRequest.Reason body) {
        return answer(rounds.reopen(new RoundId(id), body.reason(), ETags.seen(ifMatch)));
    }

    private RestResponse<RoundResponse> answer(Result<RoundChange> outcome) {
        RoundChange change = Answers.of(outcome);
        return ETags.answer(
                RoundResponse.of(change, asker.language()), change.round().version());
    }
}
