package no.alisplass.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.alisplass.domain.DoctorId;

/** The option a doctor is proposed, as its index in the problem; null for none. */
public record Placement(
        DoctorId doctor,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer option) {}
