package no.alisplass.web.planner;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.planning.Job;
import no.alisplass.planning.LeftOut;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** Questions that take long, as pages show them. */
final class JobViews {
    private JobViews() {}

    /** A question that was asked. @param failed why it has no answer and what to do; null where it has not failed. @param leftOut who is not in it and why, in words */
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
            List<String> leftOut) {}

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
                job.failure() == null ? null : Texts.of(job.whyFailed()),
                leftOut(job.leftOut()));
    }

    private static List<String> leftOut(LeftOut of) {
        List<String> lines = new ArrayList<>();
        if (of != null && of.faulty() > 0) {
            lines.add(Texts.of("forecast-left-faulty", of.faulty()));
        }
        if (of != null && of.nothingLeft() > 0) {
            lines.add(Texts.of("forecast-left-served", of.nothingLeft()));
        }
        return lines;
    }

    static Progress progress(Job job, String address) {
        return new Progress(address, state(job), job.done(), job.total());
    }

    private static String state(Job job) {
        return "forecast-state-" + job.state();
    }
}
