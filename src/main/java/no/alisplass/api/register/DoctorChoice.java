package no.alisplass.api.register;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import no.alisplass.api.http.Patterns;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Scheme;
import no.alisplass.register.DoctorFilter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which doctors are listed. No name is sought by: names do not stand in addresses. */
public class DoctorChoice {
    @Parameter(
            description = "De som vil tjenestegjøre i halvåret: ønsket fra da eller før, og ikke blokkert",
            example = "2027-V")
    @QueryParam("neededIn")
    @Pattern(regexp = Patterns.HALF_YEAR) @Size(max = 6) String neededIn;

    @QueryParam("scheme")
    Scheme scheme;

    @Parameter(description = "true eller false; utelatt: alle")
    @QueryParam("interrupted")
    @Pattern(regexp = "true|false") @Size(max = 5) String interrupted;

    @Parameter(description = "true: bare de som ikke er bekreftet på en stund")
    @QueryParam("old")
    @DefaultValue("false")
    @Pattern(regexp = "true|false") @Size(max = 5) String old;

    @Parameter(description = "true: de som er avsluttet, i stedet for dem som venter")
    @QueryParam("closed")
    @DefaultValue("false")
    @Pattern(regexp = "true|false") @Size(max = 5) String closed;

    DoctorFilter filter() {
        return new DoctorFilter(
                null,
                neededIn == null ? null : HalfYear.parse(neededIn),
                scheme,
                interrupted == null ? null : Boolean.valueOf(interrupted),
                Boolean.parseBoolean(old),
                Boolean.parseBoolean(closed));
    }
}
