package no.alisplass.api.run;

import no.alisplass.allocation.DoctorOutcome;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.HprNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A doctor as a run ranks and names the doctor. */
@Schema(name = "DoctorInRun")
record DoctorInRun(int position, DoctorId doctor, String name, HprNumber hprNumber) {
    static DoctorInRun of(DoctorOutcome outcome) {
        return new DoctorInRun(
                outcome.doctor().position(),
                outcome.doctor().doctor(),
                outcome.doctor().name(),
                outcome.doctor().facts().hpr());
    }
}
