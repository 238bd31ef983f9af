package no.alisplass.register;

import java.util.List;
import no.alisplass.register.entry.Remark;

/** A record with what there is to say of it. */
public record DoctorRecord(RegisteredDoctor doctor, List<Remark> remarks) {
    public DoctorRecord {
        remarks = List.copyOf(remarks);
    }
}
