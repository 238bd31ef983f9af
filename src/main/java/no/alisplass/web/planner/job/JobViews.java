package no.alisplass.web.planner.job;

import io.quarkus.qute.TemplateData;
import java.util.List;
import no.alisplass.planning.Job;
import no.alisplass.planning.JobKind;
import no.alisplass.planning.JobState;
import no.alisplass.planning.LeftOut;
import no.alisplass.web.shell.AssumedLine;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** Questions that take long, as pages show them. */
public final class JobViews {
    private JobViews() {}

    /**
     * A question that was asked.
     *
     * @param failed why it has no answer and what to do; null where it has not failed
     * @param leftOut who is not in it and why, in words
     * @param files where its answer is to take along; null while there is none
     */
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
            String failed,
            List<String> leftOut,
            String files) {}

    /** @param href of the question, under which it is followed. @param told how far it is, in words */
    @TemplateData
    public record Progress(String href, String state, long done, long total, String told) {}

    /** Where it is read. */
    public static String address(Job job) {
        return job.kind() == JobKind.SWEEP
                ? "/planlegger/hva-om/" + job.round() + "/mange/" + job.id()
                : "/planlegger/prognose/" + job.hospital() + "/" + job.id();
    }

    public static Asked asked(Job job) {
        String badge =
                switch (job.state()) {
                    case WAITING, RUNNING -> "info";
                    case DONE -> "success";
                    case CANCELLED -> "warning";
                    case FAILED -> "danger";
                };
        return new Asked(
                job.title(),
                address(job),
                state(job),
                badge,
                Formats.timestamp(job.askedAt()),
                job.askedBy(),
                job.sharedAt() != null,
                Long.toString(job.id()),
                job.failure() == null ? null : Texts.of(job.whyFailed()),
                leftOut(job.leftOut()),
                job.state() == JobState.DONE ? JobFilePages.base(job.hospital(), job.id()) : null);
    }

    private static List<String> leftOut(LeftOut of) {
        return of == null ? List.of() : AssumedLine.words().leftOut(of.faulty(), of.nothingLeft());
    }

    public static Progress progress(Job job) {
        String told = job.kind() == JobKind.SWEEP ? "sweeps-progress" : "forecast-progress";
        return new Progress(address(job), state(job), job.done(), job.total(), Texts.of(told, job.done(), job.total()));
    }

    private static String state(Job job) {
        return "forecast-state-" + job.state();
    }
}
