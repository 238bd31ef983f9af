package no.alisplass.api.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import no.alisplass.api.http.Answers;
import no.alisplass.api.http.Languages;
import no.alisplass.domain.RoundId;
import no.alisplass.platform.sheet.XlsxBook;
import no.alisplass.report.Report;
import no.alisplass.report.ReportBook;
import no.alisplass.report.ReportDesk;
import no.alisplass.report.ReportSheet;
import no.alisplass.report.ReportWords;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;

/** Reports as files, in the language they are asked for in. */
@ApplicationScoped
class ReportFiles {
    static final String FORMATS = "xlsx|pdf";

    private final Rounds rounds;
    private final ReportDesk desk;

    ReportFiles(Rounds rounds, ReportDesk desk) {
        this.rounds = rounds;
        this.desk = desk;
    }

    /**
     * @param report of what the round is called, and the words to tell it in
     * @param paper the tables that go on a sheet of paper
     */
    Response answer(
            RoundId id,
            String format,
            HttpHeaders headers,
            String name,
            BiFunction<String, ReportWords, Report> report,
            List<String> paper) {
        Round round = Answers.of(rounds.read(id));
        ReportWords words = desk.words(Languages.of(headers), round.hospital());
        Report made = report.apply(round.title(), words);
        boolean sheet = format.equals("pdf");
        return Response.ok(sheet ? ReportSheet.write(made, paper, words) : ReportBook.write(made, words))
                .type(sheet ? ReportSheet.MEDIA_TYPE : XlsxBook.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
