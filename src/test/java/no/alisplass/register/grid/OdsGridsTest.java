package no.alisplass.register.grid;

import static no.alisplass.register.grid.Books.grids;
import static no.alisplass.register.grid.Books.refusal;
import static no.alisplass.register.grid.Books.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OdsGridsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "office:value-type='float' office:value='990300001' | <text:p>990 300 001</text:p> | 990300001",
                "office:value-type='float' office:value='30.5' | <text:p>30,5</text:p> | 30.5",
                "office:value-type='date' office:date-value='2023-09-01' | <text:p>1. sep 23</text:p> | 2023-09-01",
                "office:value-type='date' office:date-value='2023-08-31T23:59:59.9' | <text:p>x</text:p> | 2023-09-01",
                "office:value-type='boolean' office:boolean-value='true' | <text:p>SANN</text:p> | ja",
                "office:value-type='string' | <text:p>Åse<text:s text:c='2'/><text:span>Li</text:span></text:p> | Åse Li",
                "office:value-type='string' | <office:annotation><text:p>nei</text:p></office:annotation><text:p>a</text:p> | a",
                "office:value-type='string' office:string-value='' table:formula='x' calcext:value-type='string' | - | -",
                "office:value-type='string' calcext:value-type='error' | <text:p>#VERDI!</text:p> | #FORMEL!",
                "table:style-name='ce1' | - | -",
            })
    void a_cell_is_read_as_what_a_person_would_write(String attributes, String content, String text) {
        String cell =
                "<table:table-cell " + attributes + ">" + (content == null ? "" : content) + "</table:table-cell>";
        byte[] book = book("<table:table-row>" + cell + text("slutt") + "</table:table-row>");
        assertThat(grids(book).get(0).lines().get(0).cells()).containsExactly(text == null ? "" : text, "slutt");
    }

    @Test
    void two_paragraphs_are_two_lines() {
        String cell = "<table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>";
        assertThat(grids(book("<table:table-row>" + cell + "</table:table-row>"))
                        .get(0)
                        .lines()
                        .get(0)
                        .cells())
                .containsExactly("a\nb");
    }

    @Test
    void what_is_repeated_stands_as_often_and_hidden_and_merged_are_told() {
        Grid grid = grids(book("<table:table-column table:number-columns-repeated='2'/>"
                        + "<table:table-column table:visibility='collapse'/>"
                        + "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='2'/>"
                        + text("a") + "</table:table-row>"
                        + "<table:table-row table:visibility='filter'>"
                        + text("b").replace("<table:table-cell ", "<table:table-cell table:number-rows-spanned='2' ")
                        + "</table:table-row>"
                        + "<table:table-row><table:covered-table-cell/>" + text("c") + "</table:table-row>"
                        + "<table:table-row table:number-rows-repeated='1048570'>"
                        + "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"))
                .get(0);
        assertThat(grid.lines()).extracting(Grid.Line::number).containsExactly(1, 2, 3, 4);
        assertThat(grid.lines())
                .extracting(Grid.Line::cells)
                .containsExactly(List.of("", "", "a"), List.of("", "", "a"), List.of("b"), List.of("", "c"));
        assertThat(grid.hidden()).containsExactly(2);
        assertThat(grid.lines()).extracting(Grid.Line::hidden).containsExactly(false, false, true, false);
        assertThat(grid.lines().get(3).merged()).isEqualTo(Set.of(0));
    }

    @Test
    void a_value_repeated_without_end_is_refused() {
        assertThat(refusal(book(
                        "<table:table-row table:number-rows-repeated='1048576'>" + text("a") + "</table:table-row>")))
                .isEqualTo("file-too-many-rows[5000]");
    }

    @Test
    void a_document_of_another_kind_or_with_a_password_is_named() {
        assertThat(refusal(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>"))))
                .isEqualTo("file-word[]");
        Map<String, String> parts = parts("");
        parts.put("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>");
        assertThat(refusal(zip(parts))).isEqualTo("file-password[]");
        assertThat(refusal(zip(Map.of("mimetype", OdsGrids.MIMETYPE)))).isEqualTo("file-damaged[]");
    }

    private static String text(String text) {
        return "<table:table-cell office:value-type='string'><text:p>" + text + "</text:p></table:table-cell>";
    }

    private static byte[] book(String rows) {
        return zip(parts(rows));
    }

    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", OdsGrids.MIMETYPE);
        parts.put(
                "content.xml",
                "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:calcext='c'>"
                        + "<office:automatic-styles><style:style style:name='ta2' style:family='table'>"
                        + "<style:table-properties table:display='false'/></style:style></office:automatic-styles>"
                        + "<office:body><office:spreadsheet><table:table table:name='Skjult' table:style-name='ta2'>"
                        + "<table:table-row>" + text("nei") + "</table:table-row></table:table>"
                        + "<table:table table:name='Liste'>" + rows
                        + "</table:table></office:spreadsheet></office:body></office:document-content>");
        return parts;
    }
}
