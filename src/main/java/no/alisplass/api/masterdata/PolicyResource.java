package no.alisplass.api.masterdata;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.stream.Collectors;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Asker;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.policy.Policies;
import no.alisplass.policy.Policy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The criteria doctors are ranked by, open to everyone who takes part. */
@Path("/api/v1/policies")
@Tag(name = "Prioriteringsregler")
public class PolicyResource {
    private final Policies policies;
    private final Asker asker;

    @Inject
    PolicyResource(Policies policies, Asker asker) {
        this.policies = policies;
        this.asker = asker;
    }

    @GET
    @Whole("Published files; a handful.")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "Alle prioriteringsregler", description = "Alle versjoner, med kriteriene i rekkefølge.")
    public List<PolicyResponse> all() {
        return policies.all().stream().map(this::answer).toList();
    }

    @GET
    @Whole("One file with its criteria.")
    @Path("{id}/{version}")
    @RolesAllowed({Roles.COORDINATOR, Roles.MUNICIPALITY, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "En versjon av prioriteringsreglene", description = "En gammel runde følger alltid sin egen.")
    public PolicyResponse one(
            @Parameter(example = "ahus-2020") @PathParam("id") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,
            @Parameter(example = "1") @PathParam("version") @Min(1) @Max(10_000) int version) {
        String known = policies.all().stream()
                .map(policy -> policy.id() + "/" + policy.version())
                .collect(Collectors.joining(", "));
        return Answers.of(policies.get(id, version)
                .map(policy -> Result.done(answer(policy)))
                .orElseGet(() -> Result.notFound(
                        Finding.of("id", id, "round.policy-unknown", id, Integer.toString(version), known))));
    }

    private PolicyResponse answer(Policy policy) {
        return PolicyResponse.of(policy, policies.supersededBy(policy).orElse(null), asker.language());
    }
}
