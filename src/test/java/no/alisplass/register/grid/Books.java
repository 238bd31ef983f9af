package no.alisplass.register.grid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.alisplass.domain.Result;

/** Makes workbooks part by part, as no well-meaning library would. */
public final class Books {
    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Style 1 is a date. */
    private static final String STYLES =
            "<styleSheet xmlns='M'><numFmts><numFmt numFmtId='164' formatCode='dd\\.mm\\.yyyy'/></numFmts>"
                    + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                    + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='20'/></cellXfs></styleSheet>";

    private Books() {}

    /** The parts of a workbook with one sheet. @param sheet what stands within the sheet's element */
    public static Map<String, String> parts(String sheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id='r1' Type='R/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        parts.put("xl/workbook.xml", workbook("", "<sheet name='Liste' sheetId='1' r:id='r1'/>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Type='R/worksheet' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='r2' Type='R/styles' Target='styles.xml'/>"
                        + "<Relationship Id='r3' Type='R/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns='M'>" + sheet + "</worksheet>");
        return parts;
    }

    public static String workbook(String properties, String sheets) {
        return "<workbook xmlns='M' xmlns:r='R'><workbookPr " + properties + "/><sheets>" + sheets
                + "</sheets></workbook>";
    }

    /** A workbook whose one sheet holds these rows. */
    public static byte[] book(String rows) {
        return zip(parts("<sheetData>" + rows + "</sheetData>"));
    }

    /** The same with shared strings. */
    public static byte[] book(String rows, String strings) {
        Map<String, String> parts = parts("<sheetData>" + rows + "</sheetData>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns='M'>" + strings + "</sst>");
        return zip(parts);
    }

    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue()
                        .replace("'M'", "'" + MAIN + "'")
                        .replace("'R'", "'" + RELATIONS + "'")
                        .replace("'R/", "'" + RELATIONS + "/")
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The sheets of a file that is read. */
    static List<Grid> grids(byte[] file) {
        return GridReader.read(file, line -> 0) instanceof Result.Done<List<Grid>> done ? done.value() : List.of();
    }

    /** The cells of the first sheet's lines. */
    static List<List<String>> cells(byte[] file) {
        return grids(file).get(0).lines().stream().map(Grid.Line::cells).toList();
    }

    /** Why a file is refused, with what is said of it. */
    static String refusal(byte[] file) {
        return GridReader.read(file, line -> 0) instanceof Result.Refused<List<Grid>> refused
                ? refused.findings().get(0).code().replace("waitlist.", "")
                        + refused.findings().get(0).message().arguments()
                : "read";
    }
}
