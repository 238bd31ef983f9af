package no.alisplass.api.offer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.settings.AnsweredBy;
import no.alisplass.offer.settings.LeaveAndLocum;
import no.alisplass.offer.settings.OfferSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a hospital offers positions, as it is sent and answered. */
record OfferSettingsBody(
        @Schema(description = "Hvem som svarer på tilbud", examples = "BOTH") @NotNull AnsweredBy answeredBy,

        @Schema(description = "Hva det gjør med et ja at permisjon og vikar ikke er krysset av", examples = "WARN")
        @NotNull LeaveAndLocum leaveAndLocum,

        @Schema(description = "Om avdelingens leder vurderer hvert tilbud før det sendes", examples = "false") @NotNull Boolean leaderDecides,

        @Schema(description = "Arbeidsdager til å svare i første tilbudsrunde", examples = "5")
        @NotNull @Min(1) @Max(OfferSettings.MAX_DAYS) Integer firstDays,

        @Schema(description = "Arbeidsdager til å svare i de neste", examples = "2")
        @NotNull @Min(1) @Max(OfferSettings.MAX_DAYS) Integer laterDays,

        @Schema(description = "Måneder før start ingen som har sagt ja, flyttes mer", examples = "4")
        @NotNull @Min(0) @Max(OfferSettings.MAX_UPGRADE_STOP_MONTHS) Integer upgradeStopMonths,

        @Schema(description = "Uker før start ledige plasser slippes", examples = "8")
        @NotNull @Min(0) @Max(OfferSettings.MAX_LATE_STOP_WEEKS) Integer lateStopWeeks,

        @Schema(description = "Høyeste antall ordinære tilbudsrunder", examples = "5")
        @NotNull @Min(1) @Max(OfferSettings.MAX_ROUNDS) Integer rounds) {
    OfferSettings of(HospitalId hospital) {
        return new OfferSettings(
                hospital,
                answeredBy,
                leaveAndLocum,
                leaderDecides,
                firstDays,
                laterDays,
                upgradeStopMonths,
                lateStopWeeks,
                rounds);
    }

    static OfferSettingsBody of(OfferSettings settings) {
        return new OfferSettingsBody(
                settings.answeredBy(),
                settings.leaveAndLocum(),
                settings.leaderDecides(),
                settings.firstDays(),
                settings.laterDays(),
                settings.upgradeStopMonths(),
                settings.lateStopWeeks(),
                settings.rounds());
    }
}
