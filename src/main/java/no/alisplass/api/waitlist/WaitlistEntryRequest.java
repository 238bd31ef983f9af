package no.alisplass.api.waitlist;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.json.HprNumberDeserializer;
import no.alisplass.api.json.Lines;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DateRange;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Readiness;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.EntryRules;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.Person;
import no.alisplass.register.entry.ServicePeriod;
import no.alisplass.register.entry.ServiceRecord;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.Training;
import no.alisplass.register.entry.WaitlistEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One doctor of a list, as it is sent and as it is answered. */
public record WaitlistEntryRequest(
        @Schema(description = "Kommunens egen rekkefølge", examples = "1") @Min(0) @Max(100_000) Integer priority,

        @Schema(examples = "Kari Nordmann") @Size(max = 300) String name,

        @Schema(description = "1 til 9 sifre", examples = "9144889")
        @NotNull @JsonDeserialize(using = HprNumberDeserializer.class)
        @Size(max = 200) String hprNumber,

        @Schema(examples = "kari.nordmann@kommune.no") @Size(max = 300) String email,

        @Schema(description = "Utelatt: ingen tilknytning", examples = "PERMANENT")
        Affiliation affiliation,

        @Schema(examples = "2023-09-01") LocalDate affiliationFrom,
        @Schema(examples = "2027-12-31") LocalDate affiliationTo,
        @Schema(examples = "NEW") Scheme scheme,
        @Schema(examples = "2023-09-01") LocalDate specialisationStart,

        @Schema(description = "Måneder", examples = "30.5")
        @Digits(integer = 3, fraction = 6) @DecimalMin("0") @DecimalMax(Months.MOST_TEXT) BigDecimal statedService,

        @Schema(description = "Måneder", examples = "24")
        @Digits(integer = 3, fraction = 6) @DecimalMin("0") @DecimalMax(Months.MOST_TEXT) BigDecimal statedOpenPractice,

        @Schema(
                description = "Dagen de oppgitte månedene gjelder ved begynnelsen av. Utelatt: dagen listen sendes",
                examples = "2026-09-01")
        LocalDate statedOn,

        @Schema(
                description = "Stillingen i prosent som tjenesten fortsetter i etter den dagen. Utelatt: 100",
                examples = "100")
        @Min(-1000) @Max(1000) Integer statedShare,

        @Schema(description = "Regnes ut i stedet for oppgitte måneder") @Size(max = 200) List<@NotNull @Valid Period> periods,

        @Schema(examples = "70") @Min(-1000) @Max(100_000) Integer objectives,
        @Schema(examples = "8") @Min(-1000) @Max(100_000) Integer activities,
        @Schema(examples = "BEGUN") GroupSupervision supervision,
        @Size(max = 200) List<@NotNull @Valid Approved> approved,

        @Schema(examples = "6") @Digits(integer = 3, fraction = 6) @DecimalMin("0") @DecimalMax(Months.MOST_TEXT) BigDecimal monthsLeft,

        @Schema(description = "Aldri årsaken; utelatt: nei") Boolean interrupted,
        @Valid Wish wishes,

        @Schema(description = "Utelatt: NOT_APPLIED", examples = "APPLIED")
        LeaveStatus leave,

        @Schema(description = "Utelatt: MISSING", examples = "SOUGHT")
        LocumStatus locum,

        @Schema(description = "Høyst " + EntryRules.NOTE_LENGTH + " tegn") @Lines @Size(max = 2000) String note) {

    /** A stretch of service; {@code to} is left out while it goes on. */
    @Schema(name = "ServicePeriodBody")
    public record Period(
            @Schema(examples = "2023-09-01") LocalDate from,
            @Schema(examples = "2025-08-31") LocalDate to,

            @Schema(examples = "80") @NotNull @Min(-1000) @Max(1000) Integer percentage,

            @Schema(examples = "OPEN_PRACTICE") ServicePeriod.Kind kind,
            @Size(max = 100) List<@NotNull @Valid Leave> leaves) {
        ServicePeriod period() {
            return new ServicePeriod(
                    new DateRange(from, to),
                    percentage,
                    kind,
                    list(leaves).stream()
                            .map(leave -> new DateRange(leave.from(), leave.to()))
                            .toList());
        }

        static Period of(ServicePeriod period) {
            return new Period(
                    period.days().from(),
                    period.days().to(),
                    period.percentage(),
                    period.kind(),
                    period.leaves().stream()
                            .map(leave -> new Leave(leave.from(), leave.to()))
                            .toList());
        }
    }

    @Schema(name = "ServiceLeaveBody")
    public record Leave(
            @Schema(examples = "2024-02-01") LocalDate from,
            @Schema(examples = "2024-03-31") LocalDate to) {}

    /** Approved institutional service, in a department of the hospital or elsewhere. */
    @Schema(name = "ApprovedMonthsBody")
    public record Approved(
            @Schema(examples = "ahus-geriatri") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Size(max = 300) String elsewhere,

            @Schema(examples = "3")
            @NotNull @Digits(integer = 3, fraction = 6) @DecimalMin("0") @DecimalMax(Months.MOST_TEXT) BigDecimal months) {
        ApprovedMonths stay() {
            return new ApprovedMonths(
                    department == null ? null : new DepartmentId(department),
                    elsewhere,
                    WaitlistEntryRequest.months(months));
        }

        static Approved of(ApprovedMonths stay) {
            return new Approved(
                    stay.department() == null ? null : stay.department().value(),
                    stay.elsewhere(),
                    stay.months().value());
        }
    }

    /** What the doctor wants; departments of one inner list are equally good. */
    @Schema(name = "WishesBody")
    public record Wish(
            @Schema(examples = "[[\"ahus-geriatri\"], [\"ahus-lunge\", \"ahus-onh\"]]") @Size(max = 50) List<@NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String>>
                    ranked,

            @Schema(description = "Andre avdelinger er uaktuelle; utelatt: nei")
            Boolean onlyRanked,

            @Size(max = 100) List<@NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String> refused,

            @Schema(examples = "2027-V") @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String earliestStart,

            @Size(max = 50) List<@NotNull @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String> blocked,

            @Schema(description = "Utelatt: DEPARTMENT", examples = "DEPARTMENT")
            WishWeight weight,

            @Schema(description = "Hele tjenesten eller ingenting: bare første del av to er uaktuelt. Utelatt: nei")
            Boolean wholeOnly) {

        Wishes wishes() {
            return new Wishes(
                    list(ranked).stream().map(Wish::ids).toList(),
                    Boolean.TRUE.equals(onlyRanked),
                    ids(list(refused)),
                    earliestStart == null ? null : HalfYear.parse(earliestStart),
                    list(blocked).stream().map(HalfYear::parse).collect(Collectors.toSet()),
                    weight == null ? WishWeight.DEPARTMENT : weight,
                    wholeOnly);
        }

        static Wish of(Wishes wishes) {
            return new Wish(
                    wishes.ranked().stream().map(Wish::texts).toList(),
                    wishes.onlyRanked(),
                    texts(wishes.refused()),
                    wishes.earliestStart() == null
                            ? null
                            : wishes.earliestStart().toString(),
                    wishes.blocked().stream().map(HalfYear::toString).toList(),
                    wishes.weight(),
                    wishes.wholeOnly());
        }

        private static Set<DepartmentId> ids(List<String> texts) {
            return texts.stream().map(DepartmentId::new).collect(Collectors.toSet());
        }

        private static List<String> texts(Set<DepartmentId> ids) {
            return ids.stream().map(DepartmentId::value).toList();
        }
    }

    /** The entry; an HPR number that is none is left out, which {@link WaitlistInput} tells. */
    public WaitlistEntry entry() {
        return new WaitlistEntry(
                priority,
                new Person(name, HprNumber.read(hprNumber).orElse(null), email),
                new Employment(affiliation, affiliationFrom, affiliationTo),
                new Training(scheme, specialisationStart),
                new ServiceRecord(
                        new StatedService(months(statedService), months(statedOpenPractice), statedOn, statedShare),
                        list(periods).stream().map(Period::period).toList()),
                new TrainingProgress(objectives, activities, supervision),
                new InstitutionService(
                        list(approved).stream().map(Approved::stay).toList(),
                        months(monthsLeft),
                        Boolean.TRUE.equals(interrupted)),
                wishes == null ? Wishes.NONE : wishes.wishes(),
                new Readiness(
                        leave == null ? LeaveStatus.NOT_APPLIED : leave, locum == null ? LocumStatus.MISSING : locum),
                note);
    }

    public static WaitlistEntryRequest of(WaitlistEntry entry) {
        Employment employment = entry.employment();
        StatedService stated = entry.service().stated();
        TrainingProgress progress = entry.progress();
        InstitutionService institution = entry.institution();
        return new WaitlistEntryRequest(
                entry.priority(),
                entry.name(),
                entry.hpr().digits(),
                entry.person().email(),
                employment.kind(),
                employment.from(),
                employment.to(),
                entry.training().scheme(),
                entry.training().start(),
                value(stated.months()),
                value(stated.openPractice()),
                stated.on(),
                stated.share(),
                entry.service().periods().stream().map(Period::of).toList(),
                progress.objectives(),
                progress.activities(),
                progress.supervision(),
                institution.approved().stream().map(Approved::of).toList(),
                value(institution.monthsLeft()),
                institution.interrupted(),
                Wish.of(entry.wishes()),
                entry.readiness().leave(),
                entry.readiness().locum(),
                entry.note());
    }

    private static Months months(BigDecimal months) {
        return months == null ? null : Months.of(months);
    }

    private static BigDecimal value(Months months) {
        return months == null ? null : months.value();
    }

    private static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : list;
    }
}
