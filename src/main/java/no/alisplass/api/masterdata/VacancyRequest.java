package no.alisplass.api.masterdata;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import no.alisplass.api.http.Day;
import no.alisplass.api.http.Patterns;
import no.alisplass.api.json.Lines;
import no.alisplass.capacity.Vacancy;
import no.alisplass.capacity.VacancyRules;
import no.alisplass.capacity.VacancyState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sporadic vacancy as a department reports it. */
record VacancyRequest(
        @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

        @Schema(examples = "2027-01-15") @NotNull @Day LocalDate from,

        @Schema(description = "Siste dag, til og med", examples = "2027-06-30") @NotNull @Day
        LocalDate to,

        @Schema(description = "Om tjenesten har vakt.") @NotNull Boolean onCall,

        @Schema(description = "Aldri om en person.", examples = "Mulighet for forlengelse.")
        @Lines
        @Size(max = VacancyRules.NOTE_LENGTH) String note,

        @Schema(
                description = "false: det er sagt med vilje at tjenesten ikke teller. Utelatt: den teller",
                examples = "true")
        Boolean counts) {

    /** What is to change; what is left out stays. */
    @Schema(name = "VacancyChange")
    record Change(
            @Schema(examples = "2027-01-15") @Day LocalDate from,
            @Schema(examples = "2027-07-31") @Day LocalDate to,
            Boolean onCall,

            @Schema(examples = "Forlenget.") @Lines @Size(max = VacancyRules.NOTE_LENGTH) String note,

            @Schema(examples = "WITHDRAWN") VacancyState state) {
        Vacancy.Change change() {
            return new Vacancy.Change(from, to, onCall, note, state);
        }
    }
}
