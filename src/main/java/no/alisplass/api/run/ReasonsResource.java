package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import no.alisplass.allocation.Runs;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Languages;
import no.alisplass.api.http.Whole;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.explanation.Audience;
import no.alisplass.explanation.Explanations;
import no.alisplass.explanation.Reasons;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.round.Rounds;
import no.alisplass.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rounds/{round}/runs/{number}/reasons")
@Tag(name = "Begrunnelser")
class ReasonsResource {
    private final Runs runs;
    private final Rounds rounds;
    private final Capacity capacity;
    private final Explanations explanations;

    ReasonsResource(Runs runs, Rounds rounds, Capacity capacity, Explanations explanations) {
        this.runs = runs;
        this.rounds = rounds;
        this.capacity = capacity;
        this.explanations = explanations;
    }

    @GET
    @Whole("What there is to say of one doctor.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.REASONS)
    @Path("/{doctor}")
    @Operation(
            summary = "Hvorfor en lege fikk det utfallet legen fikk",
            description = "Utfallet, hvem som står foran og ved hvilket kriterium, hva som ikke kunne tilbys,"
                    + " og de nærmeste endringene som ville gitt noe bedre. Hver endring er regnet gjennom på nytt.")
    public ReasonsResponse reasons(
            RoundId round, @Min(1) @Max(1_000_000) int number, DoctorId doctor, @Context HttpHeaders headers) {
        SolvedRun run = Answers.of(runs.solved(round, number));
        Snapshot snapshot = run.snapshot();
        if (snapshot.roster().entries().stream()
                .noneMatch(entry -> entry.doctor().equals(doctor))) {
            Answers.of(Result.notFound(
                    Finding.of("doctor", doctor, "api.unknown-doctor", doctor, Integer.toString(number))));
        }
        Reasons reasons = explanations.of(snapshot, run.proposal(), run.certificate(), doctor);
        Hospital hospital = Answers.of(rounds.read(round)
                .map(found -> capacity.hospital(found.hospital()).orElseThrow()));
        return ReasonsResponse.of(reasons, snapshot.roster(), hospital, Audience.COORDINATOR, Languages.of(headers));
    }
}
