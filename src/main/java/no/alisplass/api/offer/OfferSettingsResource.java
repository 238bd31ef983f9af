package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import no.alisplass.access.HospitalAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.ETags;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Versioned;
import no.alisplass.offer.settings.HospitalOffers;
import no.alisplass.offer.settings.OfferSettings;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.ShowsNobody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How a hospital offers positions. */
@Path("/api/v1/hospitals/{hospital}/offer-settings")
@Tag(name = "Tilbud")
class OfferSettingsResource {
    private final HospitalOffers settings;
    private final HospitalAccess access;

    OfferSettingsResource(HospitalOffers settings, HospitalAccess access) {
        this.settings = settings;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(
            summary = "Hvordan sykehuset gir tilbud",
            description = "De vanlige innstillingene der ingen er skrevet. ETag er versjonen en endring må vise til.")
    public RestResponse<OfferSettingsBody> read(HospitalId hospital) {
        return answer(settings.of(Answers.of(access.known(hospital))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    @ShowsNobody
    @Operation(
            summary = "Skriver innstillingene på nytt",
            description = "Krever If-Match. Tilbud som er sendt, beholder fristen sin, og en runde stoppene sine.")
    public RestResponse<OfferSettingsBody> put(
            HospitalId hospital,
            @Parameter(description = "ETag for versjonen som endres", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Size(max = 40) String ifMatch,
            @NotNull @Valid OfferSettingsBody body) {
        return answer(
                Answers.of(access.known(hospital).then(known -> settings.put(body.of(known), ETags.seen(ifMatch)))));
    }

    private static RestResponse<OfferSettingsBody> answer(Versioned<OfferSettings> known) {
        return ETags.answer(known, OfferSettingsBody.of(known.value()));
    }
}
