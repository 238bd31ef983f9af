package no.alisplass.api.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.PositionId;
import no.alisplass.domain.Slug;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.given.Arrivals;
import no.alisplass.forecast.given.Assumptions;
import no.alisplass.forecast.given.Plan;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.policy.Policy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked of a forecast; what is left out is as usual. */
@Schema(name = "ForecastRequest")
record ForecastRequest(
        @Schema(examples = "To plasser til fra 2030") @NotBlank @Size(max = ForecastQuestion.LONGEST_TEXT) String title,

        @Schema(
                description = "Utelatt: det første som begynner i dag eller senere",
                examples = "2028-V",
                nullable = true)
        @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String first,

        @Schema(examples = "20") @NotNull @Min(1) @Max(ForecastQuestion.MOST_HALF_YEARS) Integer halfYears,

        @Schema(description = "Hvor mange halvår en runde gjelder. Utelatt: 1", examples = "2", nullable = true)
        @Min(1) @Max(Plan.MOST_PER_ROUND) Integer halfYearsPerRound,

        @Schema(examples = "ahus-2020") @NotNull @Pattern(regexp = Slug.FORM) @Size(max = 60) String policy,

        @Schema(description = "Utelatt: den nyeste", examples = "2", nullable = true) @Min(1) @Max(10_000) Integer policyVersion,

        @Schema(description = "Utelatt: 1", examples = "1", nullable = true) @Min(0) @Max(ForecastQuestion.MOST_SEED) Integer seed,

        @Schema(description = "Hvor mange forløp. Utelatt: 1000", examples = "1000", nullable = true)
        @Min(1) @Max(ForecastQuestion.MOST_REPLICATIONS) Integer replications,

        @Schema(
                description =
                        "I stedet for det som er registrert om stillingene som er nevnt her, fra det første halvåret som er nevnt",
                nullable = true)
        @Size(max = 4_000) List<@NotNull @Valid Seats> seats,

        @Schema(description = "Det registeret ikke vet om områder", nullable = true) @Size(max = 500) List<@NotNull @Valid Figures> areas,

        @Schema(description = "Det som antas annerledes enn vanlig; resten står i docs/forecast.md", nullable = true)
        @Size(max = 600) List<@NotNull @Valid Assumed> assumptions,

        @Schema(description = "Utelatt: RANDOM", nullable = true)
        Arrivals arrivals,

        @Schema(description = "Utelatt: 1", examples = "1", nullable = true)
        @Min(0) @Max(Assumptions.MOST_FURTHER_OFFERS) Integer furtherOffers,

        @Schema(description = "Et mål: hvor mange plasser til trengs?", nullable = true) @Valid Wanted goal) {

    @Schema(name = "PlannedSeats")
    record Seats(
            @Schema(examples = "ahus-geriatri-1") @NotNull @Pattern(regexp = Slug.FORM) @Size(max = 60) String position,

            @Schema(description = "Fra dette halvåret, til et annet antall er oppgitt", examples = "2028-V")
            @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String from,

            @Schema(examples = "2") @NotNull @Min(0) @Max(ForecastQuestion.MOST_SEATS) Integer seats) {}

    @Schema(name = "AreaFigures")
    record Figures(
            @Schema(examples = "3205") @NotNull @Pattern(regexp = AreaCode.FORM) @Size(max = 6) String area,

            @Schema(
                    description = "Hvor mange leger det kan avse på en gang. Utelatt: alle",
                    examples = "3",
                    nullable = true)
            @Min(0) @Max(ForecastQuestion.MOST_IN_AN_AREA) Integer spares,

            @Schema(description = "Hvor mange spesialister det har. Utelatt: ukjent", examples = "60", nullable = true)
            @Min(0) @Max(ForecastQuestion.MOST_IN_AN_AREA) Integer specialists) {}

    @Schema(name = "AssumedRange")
    record Assumed(
            @Schema(examples = "decline") @NotNull @Size(min = 1, max = 60) String name,

            @Schema(
                    description = "Bare for «new-doctors-per-year»: et område for seg",
                    examples = "3205",
                    nullable = true)
            @Pattern(regexp = AreaCode.FORM) @Size(max = 6) String area,

            @Schema(examples = "0.02") @NotNull @Digits(integer = 5, fraction = 6) @DecimalMin("0") @DecimalMax("5000") BigDecimal low,

            @Schema(examples = "0.08") @NotNull @Digits(integer = 5, fraction = 6) @DecimalMin("0") @DecimalMax("5000") BigDecimal likely,

            @Schema(examples = "0.2") @NotNull @Digits(integer = 5, fraction = 6) @DecimalMin("0") @DecimalMax("5000") BigDecimal high,

            @Schema(description = "Hvor tallene er fra", examples = "Vår egen antakelse")
            @NotBlank @Size(max = ForecastQuestion.LONGEST_TEXT) String source) {}

    @Schema(name = "ForecastGoal")
    record Wanted(
            @Schema(examples = "2033-H") @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String by,

            @Schema(description = "Utelatt: at køen ikke vokser", examples = "24", nullable = true)
            @Min(1) @Max(Goal.MOST_MONTHS) Integer waitUnderMonths,

            @Schema(description = "Utelatt: 0,9", examples = "0.9", nullable = true)
            @Digits(integer = 1, fraction = 6) @DecimalMin("0.01") @DecimalMax("1") BigDecimal share,

            @Schema(description = "I hvor stor andel av forløpene. Utelatt: 0,8", examples = "0.8", nullable = true)
            @Digits(integer = 1, fraction = 6) @DecimalMin("0.01") @DecimalMax("1") BigDecimal certainty,

            @Schema(
                    description = "Hvor mange forløp som prøves for hvert antall. Utelatt: 200",
                    examples = "200",
                    nullable = true)
            @Min(1) @Max(ForecastQuestion.MOST_GOAL_REPLICATIONS) Integer replications) {
        private ForecastQuestion.GoalAsked asked() {
            boolean ofQueue = waitUnderMonths == null;
            return new ForecastQuestion.GoalAsked(
                    HalfYear.parse(by),
                    ofQueue ? 0 : waitUnderMonths,
                    share == null ? ofQueue ? 1 : 0.9 : share.doubleValue(),
                    certainty == null ? 0.8 : certainty.doubleValue(),
                    replications == null ? ForecastQuestion.USUAL_GOAL_REPLICATIONS : replications);
        }
    }

    /** @param usual the first half-year where none is told. @param newest of the policy */
    ForecastQuestion question(HalfYear usual, Policy newest) {
        return new ForecastQuestion(
                ForecastQuestion.SCHEMA,
                title,
                first == null ? usual : HalfYear.parse(first),
                halfYears,
                or(halfYearsPerRound, 1),
                policy,
                or(policyVersion, newest == null ? 1 : newest.version()),
                or(seed, 1),
                or(replications, ForecastQuestion.USUAL_REPLICATIONS),
                all(seats).stream()
                        .map(each -> new ForecastQuestion.SeatsFrom(
                                new PositionId(each.position()), HalfYear.parse(each.from()), each.seats()))
                        .toList(),
                all(areas).stream()
                        .map(each -> new ForecastQuestion.AreaFigures(
                                new AreaCode(each.area()), each.spares(), each.specialists()))
                        .toList(),
                all(assumptions).stream()
                        .map(each -> new ForecastQuestion.Assumed(
                                each.name(),
                                each.area() == null ? null : new AreaCode(each.area()),
                                each.low().doubleValue(),
                                each.likely().doubleValue(),
                                each.high().doubleValue(),
                                each.source()))
                        .toList(),
                arrivals == null ? Arrivals.RANDOM : arrivals,
                or(furtherOffers, Assumptions.USUAL.furtherOffers()),
                goal == null ? null : goal.asked());
    }

    private static int or(Integer told, int usual) {
        return told == null ? usual : told;
    }

    private static <T> List<T> all(List<T> some) {
        return some == null ? List.of() : some;
    }
}
