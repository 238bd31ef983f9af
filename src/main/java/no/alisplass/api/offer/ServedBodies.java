package no.alisplass.api.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.api.http.Day;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.offer.Served;
import no.alisplass.offer.served.FewerReason;
import no.alisplass.offer.served.Leg;
import no.alisplass.offer.served.Said;
import no.alisplass.offer.served.ServedLeg;
import no.alisplass.offer.served.Service;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent and answered of service: months that count, and what breaking off comes to. */
final class ServedBodies {
    private ServedBodies() {}

    @Schema(name = "ServedLegAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LegAnswer(
            String position,
            String halfYear,
            String department,
            LocalDate from,

            @Schema(description = "Siste dag der, til og med")
            LocalDate to,

            @Schema(description = "Månedene som teller, eller som foreslås bekreftet")
            BigDecimal months,

            @Schema(description = "Hvorfor det er færre enn dagene tilsier; utelatt når det ikke er det")
            FewerReason fewer,

            boolean confirmed,

            @Schema(description = "Når det ble bekreftet; utelatt når det bare er foreslått")
            Instant at,

            @Schema(description = "Hvem som bekreftet det; bare for sykehuset")
            String by) {
        static LegAnswer of(ServedLeg leg, Served.Confirmed confirmed) {
            return new LegAnswer(
                    leg.leg().position().value(),
                    leg.leg().halfYear().toString(),
                    leg.leg().department().value(),
                    leg.leg().from(),
                    leg.to(),
                    leg.months().value(),
                    leg.reason(),
                    leg.isConfirmed(),
                    confirmed == null ? null : confirmed.at(),
                    confirmed == null ? null : confirmed.by());
        }
    }

    @Schema(name = "OfferServiceAnswer")
    record ServiceAnswer(
            long offer,
            String hprNumber,

            @Schema(description = "Om alt er bekreftet") boolean whole,

            @Schema(description = "Færrest måneder som teller i én avdeling")
            int least,

            List<LegAnswer> legs) {
        static ServiceAnswer of(Served.Certificate found, Service rule) {
            return new ServiceAnswer(
                    found.offer(),
                    found.hpr().digits(),
                    found.isWhole(),
                    rule.least(),
                    found.legs().stream()
                            .map(leg -> LegAnswer.of(
                                    leg, leg.isConfirmed() ? found.confirmed().get(leg.event()) : null))
                            .toList());
        }
    }

    @Schema(name = "ServedLegBody")
    record LegBody(
            @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String position,

            @Schema(examples = "2027-V") @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,

            @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(description = "Ingen, eller så mange at de teller", examples = "6") @NotNull @Min(0) @Max(60) Integer months,

            @Schema(description = "Kreves når det er færre enn dagene tilsier, og bare da")
            FewerReason fewer) {
        Said said() {
            return new Said(
                    new Leg.Key(new PositionId(position), HalfYear.parse(halfYear), new DepartmentId(department)),
                    months,
                    fewer);
        }
    }

    @Schema(name = "OfferServiceBody")
    record Confirm(@NotEmpty @Size(max = 24) List<@NotNull @Valid LegBody> legs) {}

    @Schema(name = "OfferInterruptionBody")
    record Interrupt(
            @Schema(description = "Siste dag i tjenesten; ikke fram i tid", examples = "2027-05-31") @NotNull @Day
            LocalDate last) {}

    @Schema(name = "ServiceRestAnswer")
    record RestAnswer(
            String department,
            LocalDate from,
            LocalDate to,

            @Schema(description = "Om det er langt nok til å telle, og meldes som vikariat")
            boolean vacancy) {}

    @Schema(name = "OfferInterruptionAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Interruption(
            LocalDate last,

            @Schema(description = "Det som teller i hver avdeling legen kom til")
            List<LegAnswer> served,

            @Schema(description = "Det ingen tjenestegjør i lenger")
            List<RestAnswer> rests,

            @Schema(description = "Måneder legen har igjen etterpå; utelatt når det ikke er kjent")
            BigDecimal left) {
        static Interruption of(Served.Interruption told) {
            Months left = told.left();
            return new Interruption(
                    told.last(),
                    told.served().stream().map(leg -> LegAnswer.of(leg, null)).toList(),
                    told.rests().stream()
                            .map(each ->
                                    new RestAnswer(each.department().value(), each.from(), each.to(), each.counts()))
                            .toList(),
                    left == null ? null : left.value());
        }
    }
}
