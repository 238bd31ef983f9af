package no.alisplass.api.masterdata;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import no.alisplass.api.http.Patterns;
import no.alisplass.capacity.Department;
import no.alisplass.capacity.Division;
import no.alisplass.capacity.Hospital;
import no.alisplass.capacity.HospitalRules;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Service;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hospital as it is sent in: the whole document. */
@Schema(description = "Et sykehus med alle divisjoner og avdelinger, i den rekkefølgen de skal vises.")
record HospitalRequest(
        @Schema(examples = "983971636") @NotNull @Pattern(regexp = Patterns.ORGANISATION_NUMBER) @Size(max = 9) String organisationNumber,

        @Schema(examples = "Akershus universitetssykehus") @NotNull @Size(min = 1, max = HospitalRules.NAME_LENGTH) String name,

        @NotNull @Size(max = 50) List<@Valid @NotNull DivisionBody> divisions) {

    @Schema(name = "DivisionBody")
    record DivisionBody(
            @Schema(examples = "Medisinsk divisjon") @NotNull @Size(min = 1, max = HospitalRules.NAME_LENGTH) String name,

            @NotNull Service service,
            @NotNull @Size(max = 100) List<@Valid @NotNull DepartmentBody> departments) {}

    @Schema(name = "DepartmentBody")
    record DepartmentBody(
            @Schema(examples = "ahus-geriatri") @NotNull @Pattern(regexp = Patterns.SLUG) @Size(max = 60) String id,

            @Schema(examples = "Geriatrisk avdeling") @NotNull @Size(min = 1, max = HospitalRules.NAME_LENGTH) String name,

            @Schema(description = "Om tjenesten har vakt.") @NotNull Boolean onCall) {}

    Hospital hospital(HospitalId id) {
        List<Division> list = divisions.stream()
                .map(division -> new Division(
                        division.name(),
                        division.service(),
                        division.departments().stream()
                                .map(department -> new Department(
                                        new DepartmentId(department.id()), department.name(), department.onCall()))
                                .toList()))
                .toList();
        return new Hospital(id, organisationNumber, name, list);
    }
}
