package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import no.alisplass.planning.Job;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** Questions that take long, as pages show them. */
final class JobViews {
    private JobViews() {}

    /** A question that was asked. @param failed why it has no answer and what to do; null where it has not failed */
    @TemplateData
    public record Asked(
            String title,
            String href,
            String state,
            String badge,
            String at,
            String by,
            boolean shared,
            String number,
            String failed) {}

    /** @param href of the question, under which it is followed */
    @TemplateData
    public record Progress(String href, String state, long done, long total) {}

    /** @param address where it is read */
    static Asked asked(Job job, String address) {
        String badge =
                switch (job.state()) {
                    case WAITING, RUNNING -> "info";
                    case DONE -> "success";
                    case CANCELLED -> "warning";
                    case FAILED -> "danger";
                };
        return new Asked(
                job.title(),
                address,
                state(job),
                badge,
                Formats.timestamp(job.askedAt()),
                job.askedBy(),
                job.sharedAt() != null,
                Long.toString(job.id()),
                job.failure() == null ? null : Texts.of(job.whyFailed()));
    }

    static Progress progress(Job job, String address) {
        return new Progress(address, state(job), job.done(), job.total());
    }

    private static String state(Job job) {
        return "forecast-state-" + job.state();
    }
}
