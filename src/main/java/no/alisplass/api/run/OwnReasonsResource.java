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
import no.alisplass.allocation.Run;
import no.alisplass.allocation.RunState;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Languages;
import no.alisplass.api.http.Whole;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.Finding;
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
    private final Runs runs;
    private final Rounds rounds;
    private final Capacity capacity;
    private final Explanations explanations;
    private final Caller caller;

    OwnReasonsResource(Runs runs, Rounds rounds, Capacity capacity, Explanations explanations, Caller caller) {
        this.runs = runs;
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
            RoundId round, @Min(1) @Max(999_999_999) int hprNumber, @Context HttpHeaders headers) {
        AreaCode area = caller.ownArea();
        Hospital hospital = Answers.of(rounds.read(round)
                .map(found -> capacity.hospital(found.hospital()).orElseThrow()));
        Optional<Run> approved = runs.latestProposal(round).filter(run -> run.state() == RunState.APPROVED);
        Optional<ReasonsResponse> answer =
                approved.flatMap(run -> answer(round, run.number(), hprNumber, area, hospital, Languages.of(headers)));
        return Answers.of(answer.map(Result::done)
                .orElseGet(() ->
                        Result.notFound(Finding.of("hprNumber", hprNumber, "api.unknown-own-doctor", hprNumber))));
    }

    private Optional<ReasonsResponse> answer(
            RoundId round, int number, int hprNumber, AreaCode area, Hospital hospital, Locale locale) {
        SolvedRun run = Answers.of(runs.solved(round, number));
        Roster roster = run.snapshot().roster();
        return roster.entries().stream()
                .filter(entry -> own(entry.facts(), hprNumber, area))
                .findFirst()
                .map(entry -> ReasonsResponse.of(
                        explanations.of(run.snapshot(), run.proposal(), run.certificate(), entry.doctor()),
                        roster,
                        hospital,
                        Audience.MUNICIPALITY,
                        locale))
                .or(() -> roster.notEligible().stream()
                        .filter(one -> own(one.facts(), hprNumber, area))
                        .findFirst()
                        .map(one -> ReasonsResponse.of(one, roster, hospital, Audience.MUNICIPALITY, locale)));
    }

    private static boolean own(Candidate facts, int hprNumber, AreaCode area) {
        return facts.hpr().value() == hprNumber && facts.area().equals(area);
    }
}
