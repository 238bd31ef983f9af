package no.alisplass.api.masterdata;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import no.alisplass.api.http.Patterns;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.PositionPart;
import no.alisplass.domain.DepartmentId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A position as it is sent in. */
@Schema(description = "Én del på 6 måneder, eller to deler på 3 måneder i hver sin avdeling.")
record PositionRequest(@NotNull @Size(max = 10) List<@Valid @NotNull PartBody> parts) {

    @Schema(name = "PositionPartBody")
    record PartBody(
            @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String department,

            @Schema(examples = "6") @NotNull @Min(0) @Max(100) Integer months) {}

    /** How many doctors a position takes in a half-year. */
    @Schema(name = "SeatsBody")
    record SeatsBody(
            @Schema(examples = "1") @NotNull @Min(0) @Max(Capacity.MAX_SEATS) Integer seats) {}

    List<PositionPart> positionParts() {
        return parts.stream()
                .map(part -> new PositionPart(new DepartmentId(part.department()), part.months()))
                .toList();
    }
}
