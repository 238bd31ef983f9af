package no.alisplass.api.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Languages;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.Ranking;
import no.alisplass.snapshot.PriorityOrder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/rounds/{round}/ranking")
@Tag(name = "Rangering")
class RankingResource {
    private final FrozenRounds frozen;

    RankingResource(FrozenRounds frozen) {
        this.frozen = frozen;
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RANKING)
    @Operation(
            summary = "Rangeringen av en lukket runde, side for side",
            description =
                    "Hver lege med verdiene for hvert kriterium, og hvilket kriterium som skiller legen fra den neste.")
    public RestResponse<RankingResponse> ranking(
            RoundId round, @BeanParam @Valid Paging paging, @Context HttpHeaders headers) {
        RankingResponse answer =
                RankingResponse.of(Answers.of(frozen.order(round)), paging.window(), Languages.of(headers));
        return paging.answer(answer, answer.total());
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RANKING)
    @Path("/contradictions")
    @Operation(
            summary = "Der kommunenes egen rekkefølge er en annen enn kriteriene, side for side",
            description = "Hvert par av leger som deres kommune eller bydel har satt i motsatt rekkefølge.")
    public RestResponse<List<RankingResponse.Contrary>> contradictions(
            RoundId round, @BeanParam @Valid Paging paging, @Context HttpHeaders headers) {
        PriorityOrder order = Answers.of(frozen.order(round));
        return paging.answer(
                RankingResponse.contradictions(order, paging.window(), Languages.of(headers)),
                order.contraries().size());
    }

    @GET
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.RANKING)
    @Path("/decision")
    @Operation(summary = "Hvorfor den ene av to leger står foran den andre")
    public RankingResponse.Decided decision(
            RoundId round,
            @QueryParam("first") @Min(1) @Max(HprNumber.MAX) int first,
            @QueryParam("second") @Min(1) @Max(HprNumber.MAX) int second,
            @Context HttpHeaders headers) {
        PriorityOrder order = Answers.of(frozen.order(round));
        HprNumber one = Answers.of(ranked(order.ranking(), "first", first));
        HprNumber other = Answers.of(ranked(order.ranking(), "second", second));
        if (one.equals(other)) {
            Answers.of(Result.invalid(Finding.of("second", second, "allocation.same-doctor", other.digits())));
        }
        return RankingResponse.Decided.of(order.ranking().decide(one, other), order, Languages.of(headers));
    }

    private static Result<HprNumber> ranked(Ranking ranking, String field, int number) {
        return HprNumber.read(Integer.toString(number))
                .filter(hpr -> ranking.place(hpr).isPresent())
                .map(Result::done)
                .orElseGet(() ->
                        Result.notFound(Finding.of(field, number, "allocation.not-ranked", Integer.toString(number))));
    }
}
