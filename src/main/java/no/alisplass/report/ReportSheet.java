package no.alisplass.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.alisplass.report.Report.Change;
import no.alisplass.report.Report.Table;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A report on one sheet of paper, for a meeting: a PDF that is tagged, tells its language and title, and brings its letters along (PDF/UA). */
public final class ReportSheet {
    public static final String MEDIA_TYPE = "application/pdf";

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";
    private static final int BOLD = 700;
    private static final int NORMAL = 400;

    /** The rows that fit; what is left out is told, and stands in the workbook. */
    private static final int MOST_ROWS = 12;

    /** In points, the largest first: long names and many departments take smaller letters before a second page. */
    private static final List<Double> SIZES = List.of(10.5, 9.5, 8.5, 7.5);

    private static final String STYLE = """
        @page { size: A4; margin: 16mm 18mm; }
        body { font-family: 'DejaVu Sans', sans-serif; font-size: %spt; line-height: 1.35; color: #1b2733; }
        h1 { font-size: 1.7em; margin: 0; color: #14375f; }
        h2 { font-size: 1.1em; margin: 1.1em 0 0.3em; color: #14375f; }
        p { margin: 0 0 0.35em; }
        .round { font-size: 1.15em; margin-bottom: 1em; }
        .said { font-size: 1.15em; }
        .first { font-weight: bold; }
        table { width: 100%%; border-collapse: collapse; }
        th, td { text-align: left; vertical-align: top; padding: 0.25em 0.6em 0.25em 0; border-bottom: 0.5pt solid #6b7a8a; }
        thead th { border-bottom: 1pt solid #14375f; }
        tbody th { font-weight: normal; }
        td.number, th.number { text-align: right; width: 14%%; padding-right: 1.4em; }
        .foot { margin-top: 1.2em; font-size: 0.85em; color: #4b5b6b; }
        """;

    static {
        // It writes what it does to the console, past all settings of logs; what goes wrong it throws.
        XRLog.setLoggingEnabled(false);
    }

    private ReportSheet() {}

    /** @param tables which of the report's tables, in that order; those without rows are left out */
    public static byte[] write(Report report, List<String> tables, ReportWords words) {
        byte[] sheet = new byte[0];
        for (double size : SIZES) {
            sheet = render(html(report, tables, words, size));
            if (pages(sheet) == 1) {
                return sheet;
            }
        }
        return sheet;
    }

    private static byte[] render(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font(".ttf"), "DejaVu Sans", NORMAL, FontStyle.NORMAL, true)
                    .useFont(() -> font("-Bold.ttf"), "DejaVu Sans", BOLD, FontStyle.NORMAL, true)
                    .withProducer("alisplass")
                    .withHtmlContent(html, null)
                    .toStream(out)
                    .run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static InputStream font(String name) {
        return ReportSheet.class.getResourceAsStream(FONTS + name);
    }

    private static int pages(byte[] sheet) {
        try (PDDocument document = Loader.loadPDF(sheet)) {
            return document.getNumberOfPages();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String html(Report report, List<String> tables, ReportWords words, double size) {
        String title = report.title() + " " + report.round();
        StringBuilder html = new StringBuilder("<html lang=\"")
                .append(words.locale().toLanguageTag())
                .append("\"><head><title>")
                .append(escaped(title))
                .append("</title><meta name=\"subject\" content=\"")
                .append(escaped(title))
                .append("\"/><style>")
                .append(STYLE.formatted(size))
                .append("</style></head><body>");
        element(html, "h1", "", report.title());
        element(html, "p", "round", words.hospital().name() + ". " + report.round());
        for (int i = 0; i < report.said().size(); i++) {
            element(html, "p", i == 0 ? "said first" : "said", report.said().get(i));
        }
        for (String id : tables) {
            table(html, report.table(id), words);
        }
        html.append("<div class=\"foot\">");
        Stream.concat(report.notes().stream(), report.foot(words).stream())
                .forEach(each -> element(html, "p", "", each));
        return html.append("</div></body></html>").toString();
    }

    private static void table(StringBuilder html, Table table, ReportWords words) {
        if (table.rows().isEmpty()) {
            return;
        }
        element(html, "h2", "", table.title());
        html.append("<table><thead><tr>");
        for (int c = 0; c < table.head().size(); c++) {
            html.append("<th scope=\"col\"").append(side(table, c)).append('>');
            html.append(escaped(table.head().get(c))).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        rows(table).forEach(row -> {
            html.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                String kind = c == 0 ? "th" : "td";
                html.append('<').append(kind).append(c == 0 ? " scope=\"row\"" : "");
                html.append(side(table, c)).append('>').append(escaped(told(row.get(c))));
                html.append("</").append(kind).append('>');
            }
            html.append("</tr>");
        });
        html.append("</tbody></table>");
        if (table.rows().size() > MOST_ROWS) {
            element(html, "p", "", words.text("more-rows", table.rows().size() - MOST_ROWS));
        }
    }

    /** What is otherwise is not what is left out. */
    private static List<List<Object>> rows(Table table) {
        if (table.rows().size() <= MOST_ROWS) {
            return table.rows();
        }
        Predicate<List<Object>> otherwise =
                row -> row.stream().anyMatch(cell -> cell instanceof Change change && change.by() != 0);
        return Stream.concat(
                        table.rows().stream().filter(otherwise),
                        table.rows().stream().filter(otherwise.negate()))
                .limit(MOST_ROWS)
                .toList();
    }

    private static String side(Table table, int column) {
        return table.numbers(column) ? " class=\"number\"" : "";
    }

    private static String told(Object cell) {
        return cell == null ? "–" : cell instanceof Change change ? change.toString() : cell.toString();
    }

    private static void element(StringBuilder html, String name, String kind, String text) {
        html.append('<').append(name);
        if (!kind.isEmpty()) {
            html.append(" class=\"").append(kind).append('"');
        }
        html.append('>').append(escaped(text)).append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
