package no.alisplass.api.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.AreaCode;
import no.alisplass.register.move.MoveRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent and answered of doctors who move. */
final class MoveBodies {
    private MoveBodies() {}

    /** To whom, and until when. */
    @Schema(name = "ReleaseBody")
    record Release(
            @Schema(description = "Kommunen eller bydelen som har bedt om legen", examples = "3205")
            @NotNull @Pattern(regexp = Patterns.AREA) @Size(max = 6) String to,

            @Schema(description = "Siste dag av tilknytningen; ikke etter i dag", examples = "2026-11-01") @NotNull LocalDate on) {
        AreaCode asking() {
            return new AreaCode(to);
        }
    }

    /** How long areas have to answer. */
    @Schema(name = "MoveDaysBody")
    record Days(
            @Schema(examples = "14") @NotNull @Min(-1000) @Max(100_000) Integer days) {}

    /** That an area asks for a doctor whom another holds. */
    @Schema(name = "MoveAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Move(
            String hprNumber,

            @Schema(description = "Utelatt for den som ber om legen")
            String name,

            @Schema(description = "Den som ber om legen") String asking,

            String askingName,

            @Schema(description = "Den som har legen; utelatt for den som ber")
            String holder,

            Instant askedAt) {
        static Move of(MoveRequest request) {
            return new Move(
                    request.hprNumber().digits(),
                    request.name(),
                    request.asking().code().value(),
                    request.asking().name(),
                    request.holder() == null ? null : request.holder().value(),
                    request.askedAt());
        }
    }
}
