package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.allocation.outcome.ApprovedOutcomes;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Languages;
import no.alisplass.api.http.Whole;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.explanation.Audience;
import no.alisplass.explanation.Explanations;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Roster;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A municipality's reasons for its own doctors: of a doctor elsewhere, and before the approval, it learns nothing at all. */
@Path("/api/v1/rounds/{round}/outcomes/{hprNumber}/reasons")
@Tag(name = "Begrunnelser")
class OwnReasonsResource {
    private final ApprovedOutcomes outcomes;
    private final Rounds rounds;
    private final Capacity capacity;
    private final Explanations explanations;
    private final Caller caller;

    OwnReasonsResource(
            ApprovedOutcomes outcomes, Rounds rounds, Capacity capacity, Explanations explanations, Caller caller) {
        this.outcomes = outcomes;
        this.rounds = rounds;
        this.capacity = capacity;
        this.explanations = explanations;
        this.caller = caller;
    }

    @GET
    @Whole("What there is to say of one doctor.")
    @RolesAllowed(Roles.MUNICIPALITY)
    @ShowsPersons(Seen.OWN_REASONS)
    @Operation(
            summary = "Hvorfor en av kommunens egne leger fikk det utfallet legen fikk, når runden er godkjent",
            description = "Andre leger er aldri nevnt ved navn, nummer eller kommune.")
    public ReasonsResponse reasons(
            RoundId round, @Min(1) @Max(HprNumber.MAX) int hprNumber, @Context HttpHeaders headers) {
        AreaCode area = caller.ownArea();
        Hospital hospital = Answers.of(rounds.read(round)
                .map(found -> capacity.hospital(found.hospital()).orElseThrow()));
        Optional<ReasonsResponse> answer = HprNumber.read(Integer.toString(hprNumber))
                .flatMap(hpr -> outcomes.withProof(round, area)
                        .flatMap(approved -> answer(approved, hpr, hospital, Languages.of(headers))));
        return Answers.of(answer.map(Result::done)
                .orElseGet(() -> Result.notFound(
                        Finding.of("hprNumber", hprNumber, "api.unknown-own-doctor", Integer.toString(hprNumber)))));
    }

    private Optional<ReasonsResponse> answer(
            ApprovedOutcomes.WithProof approved, HprNumber hpr, Hospital hospital, Locale locale) {
        SolvedRun run = approved.run();
        Roster roster = run.snapshot().roster();
        return approved.own()
                .doctor(hpr)
                .map(own -> ReasonsResponse.of(
                        explanations.of(
                                run.snapshot(),
                                run.proposal(),
                                run.certificate(),
                                own.doctor().doctor()),
                        roster,
                        hospital,
                        Audience.MUNICIPALITY,
                        locale))
                .or(() -> approved.own()
                        .notEligible(hpr)
                        .map(one -> ReasonsResponse.of(one, roster, hospital, Audience.MUNICIPALITY, locale)));
    }
}
