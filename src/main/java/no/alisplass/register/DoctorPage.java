package no.alisplass.register;

import java.util.List;

/** A page of a register, by name. @param total of all pages */
public record DoctorPage(List<DoctorRecord> doctors, long total) {
    public DoctorPage {
        doctors = List.copyOf(doctors);
    }

    /** Changes of one record, the latest first. @param total of all pages */
    public record History(List<DoctorChange> changes, long total) {
        public History {
            changes = List.copyOf(changes);
        }
    }
}
