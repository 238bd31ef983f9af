package no.alisplass.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.Result;
import no.alisplass.report.ForecastReport;
import no.alisplass.report.ForecastWords;
import no.alisplass.report.Report;
import no.alisplass.report.ReportBook;
import no.alisplass.report.ReportDesk;
import no.alisplass.report.ReportSheet;
import no.alisplass.report.ReportWords;
import no.alisplass.report.SweepReport;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.scenario.sweep.SeatRange;
import no.alisplass.scenario.sweep.Sweep;

/** What came of a question as a report to take along, the same at whichever door it is asked for. Counts alone. */
@ApplicationScoped
public class JobReports {
    private final Jobs jobs;
    private final Rounds rounds;
    private final ReportDesk desk;

    JobReports(Jobs jobs, Rounds rounds, ReportDesk desk) {
        this.jobs = jobs;
        this.rounds = rounds;
        this.desk = desk;
    }

    /**
     * A report in a language.
     *
     * @param onPaper the tables that go on a sheet of paper
     * @param name of a file of it, without an ending
     */
    public record Told(Report report, List<String> onPaper, ReportWords words, String name) {
        public Told {
            onPaper = List.copyOf(onPaper);
        }

        /** As a workbook (XLSX). */
        public byte[] book() {
            return ReportBook.write(report, words);
        }

        /** As one sheet of paper (PDF). */
        public byte[] sheet() {
            return ReportSheet.write(report, onPaper, words);
        }
    }

    /** Refused NOT_FOUND when the hospital has asked no such question, CONFLICT as long as it has no answer that is whole. */
    public Result<Told> of(HospitalId hospital, long id, Locale locale) {
        return jobs.read(hospital, id).then(job -> {
            ReportWords words = desk.words(locale, hospital);
            return job.kind() == JobKind.SWEEP ? sweep(job, words) : forecast(job, words);
        });
    }

    private Result<Told> forecast(Job job, ReportWords words) {
        LeftOut left = job.leftOut();
        List<String> leftOut =
                left == null ? List.of() : new ForecastWords(words.locale()).leftOut(left.faulty(), left.nothingLeft());
        return jobs.result(job.hospital(), job.id())
                .map(whole -> new Told(
                        ForecastReport.of(whole, job.title(), leftOut, words),
                        ForecastReport.ON_PAPER,
                        words,
                        "prognose-" + job.id()));
    }

    private Result<Told> sweep(Job job, ReportWords words) {
        if (job.state() != JobState.DONE) {
            return Result.conflict(job.noResult());
        }
        return jobs.sweepQuestion(job.hospital(), job.id())
                .then(question -> rounds.read(question.round()).then(round -> jobs.frontier(job.hospital(), job.id())
                        .map(frontier -> sweep(job, question, round, frontier, words))));
    }

    private static Told sweep(Job job, SweepQuestion question, Round round, Frontier frontier, ReportWords words) {
        SweepReport.Tried tried = new SweepReport.Tried(
                question.ranges(),
                frontier.rows(),
                frontier.tried(),
                frontier.unsettled() == 0,
                more(question, frontier));
        return new Told(
                SweepReport.of(
                        tried, question.problemHash(), words.text("sweep-asked", job.title(), round.title()), words),
                SweepReport.ON_PAPER,
                words,
                "mange-" + job.id());
    }

    /** Whether more seats were tried than the most that are good for anything; only where each number was tried with all others is that known. */
    private static boolean more(SweepQuestion question, Frontier frontier) {
        if (question.mode() != Sweep.Mode.ALL || frontier.rows().isEmpty()) {
            return false;
        }
        Sweep.Row last = frontier.rows().get(frontier.rows().size() - 1);
        return last.seats().stream().mapToInt(Integer::intValue).sum()
                < question.ranges().stream().mapToInt(SeatRange::to).sum();
    }
}
