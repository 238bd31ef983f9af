package no.alisplass.api.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.alisplass.offer.refill.Claim;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose claim a no to sending an offer sets aside, and who would be next. */
@Schema(name = "OfferClaimAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferClaim(
        String hprNumber,

        @Schema(description = "Plassen i rundens rekkefølge; utelatt for en lege runden ikke rangerte")
        Integer place,

        List<Seat> seats) {

    @Schema(name = "OfferClaimSeatAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seat(
            String position,
            String halfYear,

            @Schema(description = "Den som ville fått plassen etter et nei, og ikke uten; utelatt når det er ingen")
            Next next) {}

    @Schema(name = "OfferClaimNextAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Next(
            @Schema(description = "Bare for koordinatorer") String hprNumber,

            @Schema(description = "Bare for koordinatorer") String name,

            @Schema(description = "Plassen i rundens rekkefølge")
            int place,

            @Schema(description = "Om legen forlater en annen plass for denne")
            boolean moves) {}

    static OfferClaim of(Claim claim) {
        return new OfferClaim(
                claim.hpr().digits(),
                claim.place(),
                claim.seats().stream()
                        .map(each -> new Seat(
                                each.position().value(), each.halfYear().toString(), of(each.next())))
                        .toList());
    }

    private static Next of(Claim.Next next) {
        return next == null
                ? null
                : new Next(next.hpr() == null ? null : next.hpr().digits(), next.name(), next.place(), next.moves());
    }
}
