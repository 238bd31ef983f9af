package no.alisplass.planning;

/** Ends a question for a reason that whoever asked is told. */
final class JobFailed extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final JobFailure why;

    JobFailed(JobFailure why, String message) {
        super(message);
        this.why = why;
    }

    JobFailure why() {
        return why;
    }
}
