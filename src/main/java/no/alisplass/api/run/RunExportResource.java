package no.alisplass.api.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import no.alisplass.allocation.RunFolder;
import no.alisplass.allocation.Runs;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Whole;
import no.alisplass.api.http.Zip;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsPersons;
import no.alisplass.policy.Policies;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rounds/{round}/runs/{number}/export")
@Tag(name = "Kjøringer")
class RunExportResource {
    private final Runs runs;
    private final Policies policies;

    RunExportResource(Runs runs, Policies policies) {
        this.runs = runs;
        this.policies = policies;
    }

    @GET
    @Whole("A file, to be checked as a whole.")
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsPersons(Seen.CODED_RUN)
    @Produces("application/zip")
    @Operation(
            summary = "Kjøringen som en mappe (zip) uten navn, til å kontrollere og regne ut på nytt andre steder",
            description = "./alis verify kontrollerer beviset, ./alis replay finner det samme forslaget på nytt.")
    public Response export(RoundId round, @Min(1) @Max(1_000_000) int number) {
        RunFolder folder = Answers.of(runs.folder(
                round, number, (id, version) -> policies.text(id, version).orElse("")));
        return Response.ok(Zip.of(folder.files()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + round + "-" + number + ".zip\"")
                .build();
    }
}
