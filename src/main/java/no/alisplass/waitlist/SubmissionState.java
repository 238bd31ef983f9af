package no.alisplass.waitlist;

/** Whether a list is being written or stands as sent. */
public enum SubmissionState {
    DRAFT,
    SUBMITTED
}
