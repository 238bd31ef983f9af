package no.alisplass.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.api.http.Answers;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.platform.Caller;
import no.alisplass.platform.Roles;

/** A resource as the real ones are, to show how requests fail. */
@Path("/api/v1/test-samples")
public class SampleResource {
    public record Sample(
            @NotNull @Size(min = 1, max = 5) String name,
            @Min(0) @Max(60) int months,
            LocalDate start) {}

    public record Samples(@NotNull @Size(max = 3) List<@Valid @NotNull Sample> entries) {}

    private final Caller caller;

    SampleResource(Caller caller) {
        this.caller = caller;
    }

    @POST
    @PermitAll
    public Samples post(@Valid @NotNull Samples samples) {
        return samples;
    }

    @GET
    @Path("refused/{kind}")
    @PermitAll
    public String refused(@PathParam("kind") Result.Kind kind) {
        return Answers.of(new Result.Refused<>(
                kind, List.of(Finding.of("name", "Ås", "api.max", 0, 60), Finding.of("x", null, "api.unheard-of"))));
    }

    @GET
    @Path("fault")
    @PermitAll
    public String fault() {
        throw new IllegalStateException("the secret of the house");
    }

    @GET
    @Path("caller")
    @RolesAllowed(Roles.MUNICIPALITY)
    public String caller() {
        return caller.name() + " " + caller.area().map(Object::toString).orElse("-");
    }
}
