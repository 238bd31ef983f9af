package no.alisplass.api.round;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import no.alisplass.api.http.Day;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.json.Lines;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Objective;
import no.alisplass.domain.RoundId;
import no.alisplass.round.RoundPlan;
import no.alisplass.round.RoundRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round as the coordinator plans it. */
public record RoundRequest(
        @Schema(description = "Utelatt: av sykehuset og det første halvåret", examples = "ahus-2027-v", nullable = true)
        @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,

        @Schema(examples = "ahus") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String hospital,

        @Schema(examples = "Ahus vår 2027") @NotNull @Size(min = 1, max = RoundRules.TITLE_LENGTH) String title,

        @Schema(description = "Ett til fire halvår på rad", examples = "[\"2027-V\", \"2027-H\"]")
        @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String> halfYears,

        @Schema(examples = "ahus-2020") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String policyId,

        @Schema(description = "Utelatt: den nyeste", examples = "1") @Min(1) @Max(10_000) Integer policyVersion,

        @Schema(description = "Utelatt: reglenes egen", examples = "WISHES_FIRST")
        Objective objective,

        @Schema(description = "Sendes ikke: trekkes når runden åpnes", nullable = true) @Size(max = 80) String lotterySeed,

        @Schema(description = "Siste dag for å sende lister", examples = "2026-12-15") @NotNull @Day
        LocalDate deadline) {

    RoundPlan plan() {
        return new RoundPlan(
                id == null ? null : new RoundId(id),
                new HospitalId(hospital),
                title,
                parse(halfYears),
                policyId,
                policyVersion,
                objective,
                lotterySeed,
                deadline);
    }

    private static List<HalfYear> parse(List<String> halfYears) {
        return halfYears == null
                ? null
                : halfYears.stream().map(HalfYear::parse).toList();
    }

    /** What is to change; what is left out stays. */
    @Schema(name = "RoundChangeBody")
    public record Change(
            @Schema(examples = "Ahus vår 2027") @Size(min = 1, max = RoundRules.TITLE_LENGTH) String title,

            @Schema(examples = "[\"2027-V\"]") @Size(max = 20) List<@NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String> halfYears,

            @Schema(examples = "ahus-2020") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String policyId,

            @Schema(examples = "1") @Min(1) @Max(10_000) Integer policyVersion,

            @Schema(examples = "PLACEMENTS_FIRST") Objective objective,

            @Schema(description = "Sendes ikke: trekkes når runden åpnes", nullable = true) @Size(max = 80) String lotterySeed,

            @Schema(examples = "2026-12-20") @Day LocalDate deadline) {
        RoundPlan.Change change() {
            return new RoundPlan.Change(
                    title, parse(halfYears), policyId, policyVersion, objective, lotterySeed, deadline);
        }
    }

    /** Why a step is taken. */
    @Schema(name = "ReasonBody")
    public record Reason(
            @Schema(examples = "Alle kommunene har svart.") @Lines @Size(max = RoundRules.REASON_LENGTH) String reason) {}
}
