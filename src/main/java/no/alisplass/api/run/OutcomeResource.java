package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import no.alisplass.allocation.outcome.ApprovedOutcomes;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Languages;
import no.alisplass.api.http.Paging;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Rounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an approved round gave a municipality's own doctors; nobody else's are in the answer. */
@Path("/api/v1/rounds/{round}/outcomes")
@Tag(name = "Utfall")
class OutcomeResource {
    private final ApprovedOutcomes outcomes;
    private final Rounds rounds;
    private final Caller caller;

    OutcomeResource(ApprovedOutcomes outcomes, Rounds rounds, Caller caller) {
        this.outcomes = outcomes;
        this.rounds = rounds;
        this.caller = caller;
    }

    /**
     * @param problemHash SHA-256 of what the decision was based on, as the exported folder's run.json and {@code alis verify} say it
     * @param proposalHash SHA-256 of the allocation, likewise
     */
    record OutcomesAnswer(
            RoundId round,
            AreaCode area,
            String problemHash,
            String proposalHash,
            List<AllocationResponse.Line> doctors,
            List<AllocationResponse.Outside> notEligible,

            @Schema(description = "Leger på alle sidene, de som ikke kan delta, medregnet")
            long total) {}

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OUTCOME)
    @Operation(
            summary = "Utfallet for kommunens egne leger, når runden er godkjent",
            description = "Side for side, først «doctors», så «notEligible».")
    public RestResponse<OutcomesAnswer> outcomes(
            RoundId round, @BeanParam @Valid Paging paging, @Context HttpHeaders headers) {
        Answers.of(rounds.read(round));
        AreaCode area = caller.ownArea();
        ApprovedOutcomes.OfArea own = Answers.of(outcomes.ofArea(round, area)
                .map(Result::done)
                .orElseGet(() -> Result.conflict(Finding.of("round", round, "allocation.not-approved", round))));
        Locale locale = Languages.of(headers);
        Paging.Window page = paging.window();
        OutcomesAnswer answer = new OutcomesAnswer(
                round,
                area,
                own.run().problemHash(),
                own.run().proposalHash(),
                page.take(own.doctors()).stream()
                        .map(placed -> AllocationResponse.line(placed, List.of(), locale))
                        .toList(),
                page.take(own.notEligible()).stream()
                        .map(one -> AllocationResponse.outside(one, locale))
                        .toList(),
                page.total());
        return paging.answer(answer, answer.total());
    }
}
