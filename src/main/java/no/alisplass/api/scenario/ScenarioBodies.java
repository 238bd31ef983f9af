package no.alisplass.api.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HalfYear;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Parameter;
import no.alisplass.scenario.change.Question;
import no.alisplass.scenario.kept.KeptScenario;
import no.alisplass.snapshot.Snapshot.RegisterTerms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent of scenarios and told of those that are kept. */
final class ScenarioBodies {
    private static final String SEEN =
            "Det fryste problemet som leger spørsmålet nevner, er funnet i: problemHash i svaret de sto i. Kreves bare når leger nevnes";
    private static final String EACH = "Utelatt: hvert halvår runden gjelder";

    private ScenarioBodies() {}

    private static <A, B> List<B> all(List<A> list, Function<A, B> change) {
        return list == null ? null : list.stream().map(change).toList();
    }

    private static HalfYear halfYear(String text) {
        return text == null ? null : HalfYear.parse(text);
    }

    private static AreaCode area(String text) {
        return text == null ? null : new AreaCode(text);
    }

    @Schema(
            name = "ScenarioTerms",
            description = "Det som er annerledes. Settes inn i denne rekkefølgen, uansett hvilken det er oppgitt i")
    record Terms(
            @Schema(nullable = true) @Valid Policy policy,

            @Schema(description = "Nye avdelinger", nullable = true) @Size(max = Question.MOST) List<@NotNull @Valid Added> added,

            @Schema(description = "Plasser som deles 3 + 3 med en annen avdeling", nullable = true)
            @Size(max = Question.MOST) List<@NotNull @Valid Shared> shared,

            @Schema(description = "Avdelinger uten plasser, også de som er delt", nullable = true)
            @Size(max = Question.MOST) List<@NotNull @Valid Closed> closed,

            @Schema(description = "Antall plasser, etter det som er nytt, delt og lagt ned", nullable = true)
            @Size(max = Question.MOST) List<@NotNull @Valid Seats> seats,

            @Schema(description = "Hvor mange kommunene kan avse samtidig", nullable = true) @Size(max = Question.MOST) List<@NotNull @Valid Limit> limits,

            @Schema(description = "Leger som ikke er med", nullable = true) @Size(max = Question.MOST) List<@NotNull @Valid Out> leftOut,

            @Schema(description = "Leger til, like dem som er med", nullable = true) @Size(max = Question.MOST) List<@NotNull @Valid More> more,

            @Schema(description = "Det leger trekkes med. Utelatt: 1", examples = "1", nullable = true)
            @Min(0) @Max(Question.MOST_SEED) Long seed) {
        Question question() {
            return new Question(
                    policy == null ? null : policy.terms(),
                    all(added, Added::added),
                    all(shared, Shared::shared),
                    all(closed, Closed::closed),
                    all(seats, Seats::change),
                    all(limits, Limit::limit),
                    all(leftOut, Out::out),
                    all(more, More::more),
                    seed);
        }
    }

    @Schema(name = "ScenarioPolicy")
    record Policy(
            @Schema(description = "Utelatt, med version: rundens egne", examples = "ahus-2023", nullable = true)
            @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,

            @Schema(examples = "2", nullable = true) @Min(1) @Max(10_000) Integer version,

            @Schema(nullable = true) @Size(max = 20) List<@NotNull @Valid Setting> settings) {
        Question.PolicyTerms terms() {
            return new Question.PolicyTerms(id, version, all(settings, Setting::setting));
        }
    }

    @Schema(name = "ScenarioSetting")
    record Setting(
            @Schema(examples = "READY_MONTHS") @NotNull Parameter parameter,

            @Schema(examples = "18") @NotNull @Size(max = 40) String value) {
        Question.Setting setting() {
            return new Question.Setting(parameter, value);
        }
    }

    @Schema(name = "AddedDepartment")
    record Added(
            @Schema(examples = "ahus-palliativ") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,

            @Schema(examples = "Palliativ avdeling") @NotNull @Size(min = 1, max = 100) String name,

            @Schema(
                    description = "De som ønsker denne, ønsker den nye like mye; opptaksområdet er det samme",
                    examples = "ahus-geriatri")
            @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String like,

            @Schema(description = "I hvert halvår", examples = "1") @NotNull @Min(0) @Max(SeatChange.MOST) Integer seats) {
        Question.AddedDepartment added() {
            return new Question.AddedDepartment(new DepartmentId(id), name, new DepartmentId(like), seats);
        }
    }

    @Schema(name = "SharedSeats")
    record Shared(
            @Schema(description = "Avdelingen som har plassene", examples = "ahus-geriatri")
            @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(examples = "ahus-lunge") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String with,

            @Schema(description = EACH, examples = "2027-V", nullable = true)
            @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,

            @Schema(examples = "1") @NotNull @Min(1) @Max(SeatChange.MOST) Integer seats) {
        Question.SharedSeats shared() {
            return new Question.SharedSeats(
                    new DepartmentId(department), new DepartmentId(with), ScenarioBodies.halfYear(halfYear), seats);
        }
    }

    @Schema(name = "ClosedDepartment")
    record Closed(
            @Schema(examples = "ahus-onh") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(description = EACH, examples = "2027-H", nullable = true)
            @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear) {
        Question.ClosedDepartment closed() {
            return new Question.ClosedDepartment(new DepartmentId(department), ScenarioBodies.halfYear(halfYear));
        }
    }

    @Schema(name = "ScenarioSeats")
    record Seats(
            @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(examples = "2027-V") @NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String halfYear,

            @Schema(examples = "2") @NotNull @Min(0) @Max(SeatChange.MOST) Integer seats) {
        SeatChange change() {
            return new SeatChange(new DepartmentId(department), HalfYear.parse(halfYear), seats);
        }
    }

    @Schema(name = "ScenarioLimit")
    record Limit(
            @Schema(examples = "3205") @NotNull @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,

            @Schema(description = "Utelatt: ingen grense", examples = "2", nullable = true) @Min(0) @Max(10_000) Integer most) {
        Question.AreaLimit limit() {
            return new Question.AreaLimit(new AreaCode(area), most);
        }
    }

    @Schema(name = "LeftOutDoctors", description = "Enten én lege, som bare koordinator kan oppgi, eller en andel")
    record Out(
            @Schema(examples = "d007", nullable = true) @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String doctor,

            @Schema(description = "Utelatt: av alle", examples = "3205", nullable = true)
            @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,

            @Schema(description = "Prosent", examples = "10", nullable = true) @Min(1) @Max(100) Integer share) {
        Question.LeftOut out() {
            return new Question.LeftOut(doctor == null ? null : new DoctorId(doctor), ScenarioBodies.area(area), share);
        }
    }

    @Schema(name = "MoreDoctors", description = "Enten et antall eller en andel")
    record More(
            @Schema(description = "Utelatt: like leger fra alle", examples = "3205", nullable = true)
            @Pattern(regexp = Patterns.AREA) @Size(max = 6) String area,

            @Schema(examples = "3", nullable = true) @Min(1) @Max(Question.MOST_DOCTORS) Integer number,

            @Schema(description = "Prosent av dem som er der", examples = "20", nullable = true) @Min(1) @Max(10_000) Integer share) {
        Question.MoreDoctors more() {
            return new Question.MoreDoctors(ScenarioBodies.area(area), number, share);
        }
    }

    @Schema(name = "ScenarioToKeep")
    record ToKeep(
            @Schema(examples = "To geriatriplasser til") @NotNull @Size(max = KeptScenario.LONGEST_NAME) String name,

            @Schema(description = "Om alle planleggere og koordinatorer ved sykehuset ser det", examples = "false")
            @NotNull Boolean shared,

            @Schema(description = SEEN, nullable = true) @Pattern(regexp = "[0-9a-f]{64}") @Size(max = 64) String problemHash,

            @NotNull @Valid Terms question)
            implements KeptScenarioDesk.Sent {}

    @Schema(name = "RegisterTerms", description = "Hvilke halvår, og etter hvilke regler, registeret spørres")
    record Register(
            @Schema(description = "Utelatt: det neste", examples = "2027-V", nullable = true)
            @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String first,

            @Schema(description = "Utelatt: 2", examples = "2", nullable = true) @Min(1) @Max(4) Integer halfYears,

            @Schema(
                    description = "Utelatt, med version: de sykehusets siste runde har",
                    examples = "ahus-2020",
                    nullable = true)
            @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String policy,

            @Schema(examples = "2", nullable = true) @Min(1) @Max(10_000) Integer version) {
        static RegisterTerms terms(Register register) {
            return register == null
                    ? RegisterTerms.USUAL
                    : new RegisterTerms(
                            ScenarioBodies.halfYear(register.first),
                            register.halfYears,
                            register.policy,
                            register.version);
        }
    }

    @Schema(name = "RegisterScenarioToKeep")
    record RegisterToKeep(
            @Schema(examples = "Registeret med én geriatriplass til") @NotNull @Size(max = KeptScenario.LONGEST_NAME) String name,

            @Schema(description = "Om alle planleggere og koordinatorer ved sykehuset ser det", examples = "false")
            @NotNull Boolean shared,

            @Schema(nullable = true) @Valid Register register,

            @Schema(description = SEEN, nullable = true) @Pattern(regexp = "[0-9a-f]{64}") @Size(max = 64) String problemHash,

            @NotNull @Valid Terms question)
            implements KeptScenarioDesk.Sent {}

    @Schema(name = "RegisterQuestion")
    record RegisterQuestion(
            @Schema(nullable = true) @Valid Register register,
            @NotNull @Valid Terms question) {}

    @Schema(name = "ScenarioCopy")
    record Copy(
            @Schema(examples = "To geriatriplasser til, kopi") @NotNull @Size(max = KeptScenario.LONGEST_NAME) String name) {}

    @Schema(name = "ScenariosToCompare")
    record Compare(
            @Schema(description = "Numrene på scenarioer som er tatt vare på", examples = "[1, 2]")
            @NotNull @Size(min = 1, max = 8) List<@NotNull @Min(1) @Max(Long.MAX_VALUE) Long> kept) {}

    /**
     * @param changedSince whether the round, or the register, is another than what it was written for; absent in a list of the register's
     * @param own whether the caller made it, and so can change it
     */
    @Schema(name = "KeptScenario")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(
            @Schema(examples = "1") long id,
            @Schema(examples = "To geriatriplasser til") String name,
            @Schema(examples = "false") boolean shared,
            @Schema(examples = "true") boolean own,
            @Schema(examples = "planlegger") String madeBy,
            Instant madeAt,
            Instant changedAt,

            @Schema(description = "SHA-256 av det fryste problemet det sist ble skrevet for")
            String problemHash,

            @Schema(examples = "false") Boolean changedSince,
            Long copiedFrom,

            @Schema(description = "Hvordan registeret spørres; ikke med for en runde")
            RegisterTerms register,

            Question question) {
        static Kept of(KeptScenario kept, String viewer, Boolean changedSince) {
            return new Kept(
                    kept.id(),
                    kept.name(),
                    kept.shared(),
                    kept.madeBy().equals(viewer),
                    kept.madeBy(),
                    kept.madeAt(),
                    kept.changedAt(),
                    kept.base().problemHash(),
                    changedSince,
                    kept.copiedFrom(),
                    kept.register(),
                    kept.question());
        }
    }
}
