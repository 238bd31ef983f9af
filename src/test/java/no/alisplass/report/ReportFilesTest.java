package no.alisplass.report;

import static no.alisplass.snapshot.Frozen.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import no.alisplass.Results;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.PositionId;
import no.alisplass.forecast.Band;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.file.ForecastFiles;
import no.alisplass.platform.Messages;
import no.alisplass.policy.Policies;
import no.alisplass.register.grid.Grid;
import no.alisplass.register.grid.GridReader;
import no.alisplass.report.Report.Table;
import no.alisplass.scenario.Scenarios;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.change.Comparer;
import no.alisplass.scenario.count.SeatSteps;
import no.alisplass.snapshot.Frozen;
import no.alisplass.snapshot.Snapshot;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReportFilesTest {
    private static final Hospital HOSPITAL =
            new Hospital(new HospitalId("asen"), "900000001", "Åsen sykehus", List.of());

    private static ReportWords words(Locale locale) {
        return new ReportWords(locale, HOSPITAL, Map.of(), Instant.parse("2026-11-27T08:05:00Z"));
    }

    private static Report step(ReportWords words) {
        Frozen frozen = new Frozen().seats("geriatri", SPRING, 1).seats("lunge", SPRING, 1);
        frozen.doctor(1, "Kari Nordmann").months(51).wants("geriatri", "lunge");
        frozen.doctor(2, "Per Nordmann").months(44).wants("geriatri").only();
        Snapshot snapshot = frozen.freeze();
        Scenarios scenarios = new Scenarios(Policies.builtIn());
        SeatSteps steps = new SeatSteps(scenarios, new Comparer(Policies.builtIn(), scenarios));
        List<SeatChange> asked = List.of(new SeatChange(new DepartmentId("geriatri"), SPRING, 2));
        return StepReport.of(
                Results.done(steps.step(snapshot, 0, asked)), steps.places(snapshot), asked, "Vår på Åsen", words);
    }

    @Test
    void a_workbook_is_read_back_with_every_table_and_runs_nothing() {
        ReportWords words = words(Messages.BOKMAL);
        Report report = step(words);
        List<Grid> sheets = Results.done(GridReader.read(ReportBook.write(report, words), line -> 1));
        assertThat(sheets).extracting(Grid::sheet).startsWith("Svar", "Plasser", "Utfall");
        assertThat(sheets).hasSize(1 + report.tables().size());
        assertThat(sheets.get(0).lines().toString())
                .contains("Én plass til: én lege til får plass.", "27. november 2026 kl. 09.05", report.hash())
                .doesNotContain("Nordmann");
        assertThat(sheets.get(1).lines().get(1).cells()).startsWith("geriatri", "vår 2027", "1", "2", "1");
        Report formula = new Report(
                "=1+1",
                "@SUM(A1)",
                List.of("+cmd", "_x0041_"),
                List.of(new Table("x", "X", "X", List.of("=A1"), List.of(List.of("-2")))),
                List.of(),
                "00",
                words.made());
        List<Grid> read = Results.done(GridReader.read(ReportBook.write(formula, words), line -> 1));
        assertThat(read.get(0).lines())
                .extracting(line -> line.cell(0))
                .startsWith("=1+1", "@SUM(A1)", "+cmd", "_x0041_");
        assertThat(read.get(1).lines()).extracting(line -> line.cell(0)).containsExactly("=A1", "-2");
    }

    @Test
    void a_sheet_of_paper_is_one_page_tagged_and_says_its_language_and_title() throws IOException {
        ReportWords words = words(Messages.BOKMAL);
        Report report = step(words);
        try (PDDocument sheet = Loader.loadPDF(ReportSheet.write(report, StepReport.ON_PAPER, words))) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            assertThat(sheet.getDocumentCatalog().getLanguage()).isEqualTo("nb-NO");
            assertThat(sheet.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(sheet.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(sheet.getDocumentInformation().getTitle())
                    .isEqualTo("Hva om plassene var flere eller færre? Vår på Åsen");
            String text = new PDFTextStripper().getText(sheet).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Vår på Åsen",
                            "Én plass til: én lege til får plass.",
                            "Får plass 1 2 +1",
                            "Regnet ut 27. november 2026 kl. 09.05",
                            report.hash())
                    .doesNotContain("Nordmann");
        }
    }

    @Test
    void many_departments_take_smaller_letters_and_no_second_page() throws IOException {
        ReportWords words = words(Locale.forLanguageTag("en-GB"));
        List<List<Object>> rows = IntStream.range(0, 40)
                .mapToObj(each -> List.<Object>of("A department with a long name, no. " + each, each))
                .toList();
        List<Table> tables = List.of(
                new Table("a", "A", "One", List.of("Department", "Seats"), rows),
                new Table("b", "B", "Two", List.of("Department", "Seats"), rows));
        Report report = new Report("What", "Spring", List.of("It is so."), tables, List.of(), "00", words.made());
        try (PDDocument sheet = Loader.loadPDF(ReportSheet.write(report, List.of("a", "b"), words))) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(sheet)).contains("28 lines more in the spreadsheet.");
        }
    }

    /** Six from the start, and seven from the third half-year on. */
    private static final List<ForecastResult.PositionRow> PLANNED = List.of(new ForecastResult.PositionRow(
            new PositionId("geriatri-1"),
            List.of(new DepartmentId("geriatri")),
            IntStream.range(0, 40).mapToObj(at -> at < 2 ? 6 : 7).toList()));

    private static Report forecast(ReportWords words, List<ForecastResult.PositionRow> positions) {
        Band band = new Band(1, 2.5, 4);
        List<ForecastResult.Row> years = IntStream.range(0, 40)
                .mapToObj(at -> new ForecastResult.Row(
                        SPRING.plus(at),
                        7,
                        band,
                        band,
                        band,
                        band,
                        band,
                        band,
                        band,
                        null,
                        band,
                        new Band(0.5, 0.75, 1)))
                .toList();
        List<ForecastResult.AreaRow> areas = IntStream.range(0, 30)
                .mapToObj(at -> new ForecastResult.AreaRow(
                        new AreaCode("32" + (10 + at)), "Kommune nummer " + at, band, band, band))
                .toList();
        ForecastResult result = new ForecastResult(
                "ahus-2020",
                2,
                "00",
                1,
                100,
                3,
                1,
                List.of(new ForecastResult.ReasonRow("policy.too-early", 1)),
                0,
                "EVEN",
                1,
                List.of(
                        new ForecastResult.Assumed("decline", null, 0.01, 0.025, 0.1, "=Kilde", false),
                        new ForecastResult.Assumed("withdrawal", null, 0, 0, 0, "Own", true)),
                positions,
                years,
                areas,
                List.of());
        return ForecastReport.of(
                new ForecastFiles.Whole(1, result, null),
                "=To plasser til",
                new ForecastWords(words.locale()).leftOut(0, 2),
                words);
    }

    @Test
    void a_forecast_is_a_workbook_of_every_band_and_one_page() throws IOException {
        ReportWords words = words(Messages.BOKMAL);
        Report report = forecast(words, PLANNED);
        List<Grid> sheets = Results.done(GridReader.read(ReportBook.write(report, words), line -> 1));
        assertThat(sheets)
                .extracting(Grid::sheet)
                .containsExactly("Svar", "Halvår", "Spenn", "Plan", "Kommuner", "Antakelser");
        assertThat(sheets.get(0).lines().toString())
                .contains(
                        "=To plasser til",
                        "Når høst 2046 er slutt, venter trolig 3 leger: i åtte av ti forløp mellom 1 og 4.",
                        "100 forløp, fra 3 leger som venter i dag.",
                        "Én av dem kan ikke være med i den første runden. Grunnene er disse; den som har flere, er talt ved hver.",
                        "For lite tellende tjeneste: 1",
                        "2 leger er ikke med, fordi de har gjort eller fått all tjenesten de trenger.",
                        "Ingenting er endret.")
                .doesNotContain("Kontrollsum");
        assertThat(sheets.get(2).lines().get(1).cells())
                .startsWith("Venter når halvåret er slutt", "vår 2027", "1", "2.5", "4");
        assertThat(sheets.get(3).lines().get(1).cells())
                .startsWith(words.department(new DepartmentId("geriatri")), "geriatri-1", "vår 2027", "6");
        assertThat(sheets.get(3).lines().get(2).cells()).contains("vår 2028", "7");
        assertThat(sheets.get(5).lines().get(1).cells())
                .startsWith("Plasser som takkes nei til", "1 – 2,5 – 10 %", "=Kilde");
        assertThat(sheets.get(5).lines().get(2).cells()).endsWith("Vår egen antakelse");
        assertThat(forecast(words, null).tables())
                .as("of a result that was kept before the plan was told")
                .extracting(Report.Table::id)
                .doesNotContain(ForecastReport.PLAN);
        try (PDDocument sheet = Loader.loadPDF(ReportSheet.write(report, ForecastReport.ON_PAPER, words))) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            assertThat(sheet.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(new PDFTextStripper().getText(sheet).replaceAll("\\s+", " "))
                    .contains("venter trolig 3 leger", "1 – 2,5 – 4", "28 linjer til står i regnearket.");
        }
    }
}
