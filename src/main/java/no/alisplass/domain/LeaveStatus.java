package no.alisplass.domain;

/** Whether the municipality has granted leave for the service (003 §7.3.1.1). */
public enum LeaveStatus {
    NOT_APPLIED,
    APPLIED,
    GRANTED,
    REFUSED
}
