package no.alisplass.api.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.alisplass.domain.HalfYear;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.ForecastResult.AreaRow;
import no.alisplass.forecast.ForecastResult.Assumed;
import no.alisplass.forecast.ForecastResult.DoctorRow;
import no.alisplass.forecast.ForecastResult.PositionRow;
import no.alisplass.forecast.ForecastResult.ReasonRow;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.planning.Jobs;
import no.alisplass.register.RegisterLists.Named;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a forecast came to, in numbers alone. @param backwards null where no goal was set */
@Schema(name = "ForecastTold")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForecastTold(
        @Schema(examples = "ahus-2020") String policy,
        @Schema(examples = "2") int policyVersion,
        @Schema(examples = "1") long seed,
        @Schema(examples = "1000") int replications,

        @Schema(description = "Hvor mange som venter i dag", examples = "62")
        int queued,

        @Schema(description = "Hvor mange av dem som ikke kan være med i den første runden", examples = "3")
        int notEligible,

        @Schema(
                description =
                        "Hvor mange av dem av hver grunn, etter regelsettets koder; den som har flere, er talt ved hver. Utelatt for"
                                + " svar fra før det ble tatt vare på")
        List<ReasonRow> notEligibleBy,

        String arrivals,
        @Schema(examples = "1") int furtherOffers,
        List<Assumed> assumptions,

        @Schema(
                description =
                        "Plassene i hver stilling, halvår for halvår; utelatt for svar fra før de ble tatt vare på")
        List<PositionRow> positions,

        List<ForecastResult.Row> halfYears,
        List<AreaRow> areas,
        BackwardsResult backwards) {
    static ForecastTold of(ForecastFiles.Whole whole) {
        ForecastResult result = whole.forecast();
        return new ForecastTold(
                result.policy(),
                result.policyVersion(),
                result.seed(),
                result.replications(),
                result.queued(),
                result.notEligible(),
                result.notEligibleBy(),
                result.arrivals(),
                result.furtherOffers(),
                result.assumptions(),
                result.positions(),
                result.halfYears(),
                result.areas(),
                whole.backwards());
    }

    /**
     * When a doctor is likely to begin.
     *
     * @param name null where it is not known
     * @param from in nine of ten courses not before; null where it is not within the plan
     */
    @Schema(name = "LikelyStart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Likely(
            @Schema(examples = "990000011") int hprNumber,
            @Schema(examples = "Oda Seljelundmo") String name,
            @Schema(examples = "3205") String area,
            @Schema(examples = "2028-V") HalfYear from,
            @Schema(examples = "2028-H") HalfYear middle,
            @Schema(examples = "2029-V") HalfYear to,

            @Schema(description = "I hvor stor andel av forløpene legen begynner", examples = "0.93")
            double placed,

            @Schema(description = "I hvor stor andel legen slutter å vente før", examples = "0.04")
            double left) {
        static Likely of(DoctorRow row, String name) {
            return of(row, new Named(row.hpr(), row.area(), name));
        }

        /** @param doctor as known now: the area may be another than when the forecast was asked */
        static Likely of(DoctorRow row, Named doctor) {
            return new Likely(
                    doctor.hpr().value(),
                    doctor.name(),
                    doctor.area().value(),
                    row.low(),
                    row.middle(),
                    row.high(),
                    row.placed(),
                    row.left());
        }
    }

    /** What a hospital's coordinators are told of those who wait there. @param last the last half-year the forecast is about */
    @Schema(name = "HospitalForecast")
    record OfHospital(
            @Schema(examples = "To plasser til fra 2030") String title,
            Instant askedAt,
            @Schema(examples = "2037-H") HalfYear last,

            @Schema(description = "Hvor mange som venter nå, og som ikke var med i prognosen", examples = "2")
            int untold,

            List<Assumed> assumptions,
            List<Likely> doctors) {
        static OfHospital of(Jobs.OfHospital forecast) {
            return new OfHospital(
                    forecast.job().title(),
                    forecast.job().askedAt(),
                    forecast.last(),
                    forecast.untold(),
                    forecast.assumed(),
                    forecast.doctors().stream()
                            .map(each -> Likely.of(each.row(), each.doctor()))
                            .toList());
        }
    }

    /** What an area is told. @param last the last half-year the forecast is about */
    @Schema(name = "OwnForecast")
    record Own(
            @Schema(examples = "ahus") String hospital,
            @Schema(examples = "To plasser til fra 2030") String title,
            Instant askedAt,
            @Schema(examples = "2037-H") HalfYear last,
            List<Assumed> assumptions,
            List<Likely> doctors) {}
}
