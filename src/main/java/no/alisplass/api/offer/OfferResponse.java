package no.alisplass.api.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.HprNumber;
import no.alisplass.offer.Acting;
import no.alisplass.offer.Offer;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.OfferTable;
import no.alisplass.offer.life.WithdrawalReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a doctor is offered, as the one who asks may see it. */
@Schema(name = "OfferAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferResponse(
        long id,

        @Schema(description = "Runden som ga plassen; utelatt for et vikariat")
        String round,

        @Schema(description = "Utelatt for et vikariat") Integer offerRound,

        @Schema(description = "Vikariatet det gjelder; utelatt for det en runde ga")
        Long vacancy,

        String hospital,
        String hprNumber,

        @Schema(description = "Utelatt for en lege som ikke er registrert, og for et område som ikke har legen nå")
        String name,

        @Schema(description = "Kommunen eller bydelen som sendte legen", examples = "3205")
        String area,

        OfferState state,

        @Schema(description = "Svarfristen; utelatt før tilbudet er sendt")
        Instant answerBy,

        @Schema(description = "Om det kan besvares nå") boolean open,

        @Schema(description = "Om kommunen har sagt at permisjon er ordnet")
        boolean leave,

        @Schema(description = "Om kommunen har sagt at vikar er ordnet")
        boolean locum,

        @Schema(description = "Fristen noen har bedt om og som ikke er avgjort")
        Instant timeAsked,

        @Schema(description = "Hvem som har bedt om at det trekkes tilbake; bare for koordinatorer")
        String recallAskedBy,

        @Schema(description = "Hvorfor noen har bedt om å trekke svaret, mens det ikke er avgjort")
        WithdrawalReason withdrawalAsked,

        @Schema(description = "Om noen har bedt om å utsette tjenesten et halvår, mens det ikke er avgjort")
        boolean deferralAsked,

        @Schema(description = "Hvorfor noen har bedt om å gi fra seg det siste av to halvår, mens det ikke er avgjort")
        WithdrawalReason giveUpAsked,

        @Schema(description = "Det avdelingen har sagt at den mangler for å avgjøre; bare for sykehuset")
        String needed,

        @Schema(description = "Første dag") LocalDate start,

        @Schema(description = "Siste dag, til og med") LocalDate end,

        List<Seat> seats,

        @Schema(description = "Det den som spør, kan gjøre slik tilbudet står, om det andre som kreves, er oppfylt")
        List<OfferStep> steps,

        long version) {

    @Schema(name = "OfferSeatAnswer")
    record Seat(
            String position,
            String halfYear,

            @Schema(description = "Hvilken av stillingens plasser, fra 1")
            int number,

            LocalDate from,
            LocalDate to,
            List<Part> parts) {
        static Seat of(Offer.Seat seat) {
            return new Seat(
                    seat.position().value(),
                    seat.halfYear().toString(),
                    seat.number(),
                    seat.from(),
                    seat.to(),
                    seat.parts().stream().map(Part::of).toList());
        }
    }

    @Schema(name = "OfferPartAnswer")
    record Part(String department, int months) {
        static Part of(GivenStay.Part part) {
            return new Part(part.department().value(), part.months());
        }
    }

    /** @param names of the doctors who have one */
    static OfferResponse of(Offer offer, Acting by, Map<HprNumber, String> names, Instant now) {
        Long vacancy = offer.vacancy().isPresent() ? offer.vacancy().getAsLong() : null;
        return new OfferResponse(
                offer.id(),
                vacancy == null ? offer.round().value() : null,
                vacancy == null ? offer.offerRound() : null,
                vacancy,
                offer.hospital().value(),
                offer.hpr().digits(),
                names.get(offer.hpr()),
                offer.area().value(),
                offer.state(),
                offer.facts().answerBy(),
                offer.isOpen(now),
                offer.facts().leave(),
                offer.facts().locum(),
                offer.facts().timeAsked(),
                by.actor() == Actor.COORDINATOR ? offer.facts().recallAskedBy() : null,
                offer.facts().withdrawalAsked(),
                offer.facts().deferralAsked(),
                offer.facts().giveUpAsked(),
                offer.facts().needed(),
                offer.start(),
                offer.end(),
                offer.seats().stream().map(Seat::of).toList(),
                OfferTable.steps(offer.state(), by.actor()).stream()
                        .filter(step -> vacancy == null || step != OfferStep.ACCEPT_UPGRADABLE)
                        .toList(),
                offer.version());
    }
}
