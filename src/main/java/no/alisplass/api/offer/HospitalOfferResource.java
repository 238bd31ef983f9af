package no.alisplass.api.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import no.alisplass.access.HospitalAccess;
import no.alisplass.access.OfferAccess;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Paging;
import no.alisplass.api.http.Whole;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.Offers;
import no.alisplass.offer.life.OfferState;
import no.alisplass.platform.Roles;
import no.alisplass.platform.seen.Seen;
import no.alisplass.platform.seen.ShowsNobody;
import no.alisplass.platform.seen.ShowsPersons;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The offers of a hospital, or of one of its departments. */
@Path("/api/v1/hospitals/{hospital}")
@Tag(name = "Tilbud")
class HospitalOfferResource {
    private final OfferLists lists;
    private final Offers offers;
    private final OfferAccess access;
    private final HospitalAccess hospitals;

    HospitalOfferResource(OfferLists lists, Offers offers, OfferAccess access, HospitalAccess hospitals) {
        this.lists = lists;
        this.offers = offers;
        this.access = access;
        this.hospitals = hospitals;
    }

    @GET
    @Path("/offers")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsPersons(Seen.OFFERS)
    @Operation(
            summary = "Tilbudene til et sykehus, etter runde og lege, side for side",
            description = "En avdeling ser bare hvem som kommer til den, og med «state=DRAFT» det den skal vurdere.")
    public RestResponse<List<OfferResponse>> ofHospital(
            HospitalId hospital, @BeanParam @Valid OfferChoice which, @BeanParam @Valid Paging paging) {
        return lists.page(Answers.of(access.of(hospital)), which, paging);
    }

    @GET
    @Path("/offers-without-months")
    @RolesAllowed({Roles.COORDINATOR, Roles.DEPARTMENT})
    @ShowsPersons(Seen.OFFERS)
    @Operation(
            summary = "Tilbudene der tjenesten er over og månedene ikke er bekreftet, side for side",
            description = "En avdeling får dem der dens egen del mangler.")
    public RestResponse<List<OfferResponse>> withoutMonths(
            HospitalId hospital, @BeanParam @Valid OfferChoice which, @BeanParam @Valid Paging paging) {
        return lists.withoutMonths(Answers.of(access.of(hospital)), which, paging);
    }

    /** @param total of them all */
    @Schema(name = "OfferCountsAnswer")
    record Counts(Map<OfferState, Long> states, long total) {}

    @GET
    @Path("/offer-counts")
    @Whole("As many counts as there are states.")
    @RolesAllowed({Roles.COORDINATOR, Roles.PLANNER, Roles.ADMIN})
    @ShowsNobody
    @Operation(summary = "Hvor mange av tilbudene til et sykehus som står hvor")
    public Counts counts(HospitalId hospital, @BeanParam @Valid OfferChoice which) {
        Map<OfferState, Long> states = offers.counts(which.of(Answers.of(hospitals.known(hospital))));
        return new Counts(
                states, states.values().stream().mapToLong(each -> each).sum());
    }
}
