package no.alisplass.api.register;

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
import no.alisplass.api.http.Patterns;
import no.alisplass.api.json.Lines;
import no.alisplass.api.waitlist.WaitlistEntryRequest;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.OnCallWish;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of a doctor, as it is sent and as it is answered: a row of a list without its place, and what a list cannot hold. */
@Schema(name = "DoctorFactsBody")
record DoctorRequest(
        @Schema(examples = "Kari Nordmann") @Size(max = 300) String name,

        @Schema(examples = "kari.nordmann@kommune.no") @Size(max = 300) String email,

        @Schema(description = "Utelatt: ingen tilknytning", examples = "PERMANENT")
        Affiliation affiliation,

        @Schema(examples = "2023-09-01") LocalDate affiliationFrom,
        @Schema(examples = "2027-12-31") LocalDate affiliationTo,
        @Schema(examples = "NEW") Scheme scheme,
        @Schema(examples = "2023-09-01") LocalDate specialisationStart,

        @Schema(description = "Måneder", examples = "30.5")
        @Digits(integer = 3, fraction = 6) @DecimalMin("0") @DecimalMax("600") BigDecimal statedService,

        @Schema(description = "Måneder", examples = "24")
        @Digits(integer = 3, fraction = 6) @DecimalMin("0") @DecimalMax("600") BigDecimal statedOpenPractice,

        @Schema(
                description = "Dagen de oppgitte månedene gjelder ved begynnelsen av. Utelatt: i dag",
                examples = "2026-09-01")
        LocalDate statedOn,

        @Schema(
                description = "Stillingen i prosent som tjenesten fortsetter i etter den dagen. Utelatt: 100",
                examples = "100")
        @Min(-1000) @Max(1000) Integer statedShare,

        @Schema(description = "Regnes ut i stedet for oppgitte måneder") @Size(max = 200) List<WaitlistEntryRequest.@NotNull @Valid Period> periods,

        @Schema(examples = "70") @NotNull @Min(-1000) @Max(100_000) Integer objectives,

        @Schema(examples = "8") @NotNull @Min(-1000) @Max(100_000) Integer activities,

        @Schema(examples = "BEGUN") GroupSupervision supervision,

        @Schema(description = "Institusjonstjeneste som er gjort") @Size(max = 200) List<@NotNull @Valid Stay> stays,

        @Schema(examples = "6") @Digits(integer = 3, fraction = 6) @DecimalMin("0") @DecimalMax("600") BigDecimal monthsLeft,

        @Schema(description = "Aldri årsaken; utelatt: nei") Boolean interrupted,
        WaitlistEntryRequest.@Valid Wish wishes,

        @Schema(
                description = "Om legen vil tjenestegjøre der det er vakt; aldri årsaken. Utelatt: ikke oppgitt",
                examples = "PREFERABLY_WITHOUT")
        OnCallWish onCall,

        @Schema(description = "Utelatt: NOT_APPLIED", examples = "APPLIED")
        LeaveStatus leave,

        @Schema(description = "Utelatt: MISSING", examples = "SOUGHT")
        LocumStatus locum,

        @Schema(description = "Høyst 500 tegn") @Lines @Size(max = 2000) String note) {

    /** Institution service done, in a department that is known here or elsewhere. */
    @Schema(name = "InstitutionStayBody")
    record Stay(
            @Schema(examples = "ahus-geriatri") @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Size(max = 300) String elsewhere,

            @Schema(description = "Første dag; utelatt: ikke kjent", examples = "2024-03-01")
            LocalDate from,

            @Schema(description = "Siste dag; utelatt: ikke kjent", examples = "2024-08-31")
            LocalDate to,

            @Schema(description = "Måneder som teller", examples = "3")
            @NotNull @Digits(integer = 3, fraction = 6) @DecimalMin("0") @DecimalMax("600") BigDecimal months,

            @Schema(description = "Utelatt: STATED, som kommunen oppgir", examples = "STATED")
            InstitutionStay.Known known) {
        InstitutionStay stay() {
            return new InstitutionStay(
                    department == null ? null : new DepartmentId(department),
                    elsewhere,
                    from,
                    to,
                    Months.of(months),
                    known);
        }

        static Stay of(InstitutionStay stay) {
            return new Stay(
                    stay.department() == null ? null : stay.department().value(),
                    stay.elsewhere(),
                    stay.from(),
                    stay.to(),
                    stay.months().value(),
                    stay.known());
        }
    }

    /** The facts, of the doctor the address names. */
    DoctorFacts facts(HprNumber hpr) {
        return new DoctorFacts(
                new WaitlistEntryRequest(
                                0,
                                name,
                                hpr.digits(),
                                email,
                                affiliation,
                                affiliationFrom,
                                affiliationTo,
                                scheme,
                                specialisationStart,
                                statedService,
                                statedOpenPractice,
                                statedOn,
                                statedShare,
                                periods,
                                objectives,
                                activities,
                                supervision,
                                null,
                                monthsLeft,
                                interrupted,
                                wishes,
                                leave,
                                locum,
                                note)
                        .entry(),
                stays == null ? List.of() : stays.stream().map(Stay::stay).toList(),
                onCall);
    }

    static DoctorRequest of(DoctorFacts facts) {
        WaitlistEntryRequest entry = WaitlistEntryRequest.of(facts.entry());
        return new DoctorRequest(
                entry.name(),
                entry.email(),
                entry.affiliation(),
                entry.affiliationFrom(),
                entry.affiliationTo(),
                entry.scheme(),
                entry.specialisationStart(),
                entry.statedService(),
                entry.statedOpenPractice(),
                entry.statedOn(),
                entry.statedShare(),
                entry.periods(),
                entry.objectives(),
                entry.activities(),
                entry.supervision(),
                facts.stays().stream().map(Stay::of).toList(),
                entry.monthsLeft(),
                entry.interrupted(),
                entry.wishes(),
                facts.onCall(),
                entry.leave(),
                entry.locum(),
                entry.note());
    }
}
