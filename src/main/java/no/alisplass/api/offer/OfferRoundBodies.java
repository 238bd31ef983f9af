package no.alisplass.api.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.alisplass.api.json.Lines;
import no.alisplass.offer.OfferRound;
import no.alisplass.offer.calendar.OfferCourse;
import no.alisplass.offer.calendar.OfferDates;
import no.alisplass.offer.life.RecallReason;
import no.alisplass.offer.life.SeatLife;
import no.alisplass.offer.life.SeatState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent and answered of the offer rounds of a round. */
final class OfferRoundBodies {
    private static final int MAX_TEXT = 4000;

    private OfferRoundBodies() {}

    @Schema(name = "OfferRoundAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            @Schema(description = "Fra 1") int number,
            OfferRound.Kind kind,
            Instant preparedAt,

            @Schema(description = "Utelatt før den er sendt")
            Instant releasedAt,

            @Schema(description = "Svarfristen; utelatt før den er sendt")
            Instant answerBy,

            @Schema(description = "Fra da er det kjent hva som ble tatt, og den neste kan sendes")
            Instant marking,

            @Schema(description = "Antall tilbud") int offers) {
        static One of(OfferRound round) {
            return new One(
                    round.number(),
                    round.kind(),
                    round.preparedAt(),
                    round.releasedAt(),
                    round.answerBy(),
                    round.marking(),
                    round.offers());
        }
    }

    @Schema(name = "OfferDatesAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dates(
            @Schema(description = "De ordinære tilbudsrundene det er tid til")
            List<OfferDates.OfferRoundDates> rounds,

            @Schema(description = "Fra kl. 12 denne dagen flyttes ingen som har sagt ja")
            LocalDate upgradeStop,

            @Schema(description = "Kl. 12 denne dagen slippes det som er ledig")
            LocalDate lateStop,

            @Schema(description = "Stoppene som gjelder, fra de første tilbudene er laget; utelatt før det")
            Stops fixed) {
        static Dates of(OfferDates dates, Optional<OfferCourse> course) {
            return new Dates(
                    dates.rounds(),
                    dates.upgradeStop(),
                    dates.lateStop(),
                    course.map(each -> new Stops(each.upgradeStop(), each.lateStop()))
                            .orElse(null));
        }
    }

    @Schema(name = "OfferStopsAnswer")
    record Stops(Instant upgradeStop, Instant lateStop) {}

    /** Why it is not waited for departments that have not decided. */
    @Schema(name = "OfferReleaseBody")
    record Release(
            @Schema(
                    description =
                            "Hvorfor tilbud som avdelingen ikke har vurdert, sendes likevel; utelatt for å vente på den")
            @Lines
            @Size(max = MAX_TEXT) String deviation) {}

    @Schema(name = "OfferRecallAllBody")
    record RecallAll(
            @Schema(examples = "WRONG_RUN") @NotNull RecallReason reason,

            @Schema(description = "Hvorfor, med ord") @Lines @Size(max = MAX_TEXT) String text) {}

    /** @param offers how many */
    @Schema(name = "OfferCountAnswer")
    record Count(int offers) {}

    @Schema(name = "SeatAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seat(
            String position,
            String halfYear,

            @Schema(description = "Hvilken av stillingens plasser, fra 1")
            int number,

            SeatState state,

            @Schema(description = "Tilbudet som har den; utelatt når ingen har det")
            Long offer) {
        static Seat of(SeatLife seat) {
            return new Seat(
                    seat.position().value(), seat.halfYear().toString(), seat.number(), seat.state(), seat.offer());
        }
    }
}
