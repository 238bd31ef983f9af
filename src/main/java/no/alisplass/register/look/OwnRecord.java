package no.alisplass.register.look;

import java.util.List;
import no.alisplass.catchment.Area;
import no.alisplass.register.DoctorRecord;

/**
 * What a doctor sees of what is registered: no more than the area that holds the doctor does.
 *
 * @param area that holds the record
 * @param origins where each field comes from, the latest first
 * @param answers what the doctor has said of it, the latest first
 */
public record OwnRecord(DoctorRecord record, Area area, List<Origin> origins, List<DoctorAnswer> answers) {
    public OwnRecord {
        origins = List.copyOf(origins);
        answers = List.copyOf(answers);
    }
}
