package no.alisplass.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.GivenStay;
import no.alisplass.domain.Sorted;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Readiness;

/**
 * Who a doctor of the problem is, and what they were ranked and offered on. Stays inside: a municipality sees its own.
 *
 * @param position place in the priority order, from 1
 * @param ownPriority the municipality's own priority; null when not given
 * @param served departments with approved institutional service
 * @param leftOut stays that could not be offered, with the reason
 * @param given what earlier approved rounds have given, which counts as service to come
 */
public record RosterEntry(
        DoctorId doctor,
        int position,
        String name,
        Candidate facts,
        Integer ownPriority,
        Wishes wishes,
        @JsonUnwrapped Readiness readiness,
        Set<DepartmentId> served,
        List<InadmissibleStay> leftOut,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GivenStay> given) {
    public RosterEntry {
        served = Sorted.copy(served);
        leftOut = List.copyOf(leftOut);
        given = given == null ? List.of() : List.copyOf(given);
    }
}
