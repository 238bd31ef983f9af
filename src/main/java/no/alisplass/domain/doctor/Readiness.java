package no.alisplass.domain.doctor;

import no.alisplass.domain.LeaveStatus;
import no.alisplass.domain.LocumStatus;

/** Whether a doctor can go: leave from the practice, and somebody to mind it meanwhile. Told anew for each round. */
public record Readiness(LeaveStatus leave, LocumStatus locum) {
    /** What is so until something else is told. */
    public static final Readiness UNTOLD = new Readiness(LeaveStatus.NOT_APPLIED, LocumStatus.MISSING);
}
