package no.alisplass.register.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.file.ReadRow;
import no.alisplass.register.file.ReadStay;
import no.alisplass.register.file.WaitlistWriter;

/** The register of an area as a file, which read in again says that nothing has changed. */
@ApplicationScoped
public class RegisterExport {
    private final ServedArea areas;

    @Inject
    RegisterExport(ServedArea areas) {
        this.areas = areas;
    }

    /** All who wait in the area, by name. Refused NOT_FOUND when there is no such area. */
    @Transactional
    public Result<byte[]> file(AreaCode area, FileFormat format) {
        return write(area, format, areas.waiting(area));
    }

    /** The same with nobody in it, to fill in. */
    @Transactional
    public Result<byte[]> template(AreaCode area, FileFormat format) {
        return write(area, format, List.of());
    }

    private Result<byte[]> write(AreaCode area, FileFormat format, List<RegisteredDoctor> doctors) {
        return areas.of(area)
                .map(served -> WaitlistWriter.register(
                        format,
                        doctors.stream().map(doctor -> row(doctor.facts())).toList(),
                        area,
                        served.departments()));
    }

    static ReadRow row(DoctorFacts facts) {
        return new ReadRow(
                facts.entry(),
                facts.stays().stream().map(RegisterExport::stay).toList(),
                facts.onCall() == null ? null : facts.onCall().name());
    }

    private static ReadStay stay(InstitutionStay stay) {
        return new ReadStay(
                new ApprovedMonths(stay.department(), stay.elsewhere(), stay.months()),
                stay.from(),
                stay.to(),
                stay.isCompleted());
    }
}
