package no.alisplass.api.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.alisplass.offer.News;
import no.alisplass.offer.Receipt;
import no.alisplass.offer.Told;
import no.alisplass.offer.life.Actor;
import no.alisplass.offer.life.OfferEvent;
import no.alisplass.offer.life.OfferState;
import no.alisplass.offer.life.OfferStep;
import no.alisplass.offer.life.Whom;
import no.alisplass.platform.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is told of steps that were taken. */
final class OfferTold {
    private OfferTold() {}

    @Schema(name = "OfferEventAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            @Schema(description = "Versjonen av tilbudet som steget ga")
            long number,

            OfferStep step,

            @Schema(description = "Utelatt for steget som laget tilbudet")
            OfferState from,

            OfferState to,
            Actor actor,

            @Schema(description = "Brukeren; utelatt for andre enn koordinatorer, om det ikke var en i egen rolle")
            String who,

            Instant at,

            @Schema(description = "Fra listen steget har") String reason,

            @Schema(description = "Det som ble skrevet; bare for sykehuset")
            String text,

            @Schema(description = "Fristen som ble satt eller bedt om")
            Instant until,

            Boolean leave,
            Boolean locum,

            @Schema(description = "Om referansene var innhentet da det ble sagt ja eller nei; bare for sykehuset")
            Boolean references,

            @Schema(description = "Om et ja som ble trukket sent, får følger i neste runde; false når det er opphevet")
            Boolean late) {
        static Event of(OfferEvent event) {
            return new Event(
                    event.number(),
                    event.step(),
                    event.from(),
                    event.to(),
                    event.actor(),
                    event.who(),
                    event.at(),
                    event.reason(),
                    event.text(),
                    event.until(),
                    event.leave(),
                    event.locum(),
                    event.references(),
                    event.late());
        }
    }

    @Schema(name = "OfferMessageAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            @Schema(description = "Utelatt der det er ønsker i en runde som er endret")
            Long offer,

            @Schema(description = "Steget det gjelder; utelatt der det er ønsker som er endret")
            Long event,

            @Schema(description = "Runden ønsker er endret i; utelatt der det gjelder et tilbud")
            String round,

            Whom whom,

            @Schema(examples = "offer.told-release") String code,

            @Schema(description = "På leserens språk") String text,

            @Schema(description = "Avdelingen som får vite det")
            String department,

            @Schema(description = "Når noe må være gjort; utelatt når ingenting må")
            Instant answerBy,

            Instant at,

            @Schema(description = "Om det venter på den som spør; utelatt i listen for ett tilbud")
            Boolean waits) {
        static Message of(Told told, Locale locale) {
            return of(told, null, locale);
        }

        static Message of(News news, Locale locale) {
            return of(news.told(), news.waits(), locale);
        }

        private static Message of(Told told, Boolean waits, Locale locale) {
            return new Message(
                    told.offer(),
                    told.event(),
                    told.round() == null ? null : told.round().value(),
                    told.whom(),
                    told.code(),
                    Messages.text(told.code(), locale),
                    told.department() == null ? null : told.department().value(),
                    told.answerBy(),
                    told.at(),
                    waits);
        }
    }

    @Schema(name = "OfferReceiptAnswer")
    record Given(
            @Schema(description = "Det folk viser til", examples = "41-5")
            String number,

            long offer,
            OfferStep answer,
            Instant at,

            @Schema(description = "Det som ikke er ordnet ennå")
            List<String> warnings) {
        static Given of(Receipt receipt, Locale locale) {
            return new Given(
                    receipt.number(),
                    receipt.offer(),
                    receipt.answer(),
                    receipt.at(),
                    receipt.warnings().stream()
                            .map(each -> Messages.text(each, locale))
                            .toList());
        }
    }
}
