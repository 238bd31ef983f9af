package no.alisplass.register.grid;

import static no.alisplass.register.grid.Books.book;
import static no.alisplass.register.grid.Books.cells;
import static no.alisplass.register.grid.Books.grids;
import static no.alisplass.register.grid.Books.parts;
import static no.alisplass.register.grid.Books.refusal;
import static no.alisplass.register.grid.Books.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxGridsTest {
    private static final String ROW = "<row r='1'><c r='A1' t='inlineStr'><is><t>Åse</t></is></c></row>";

    @Nested
    class Cell {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                value = {
                    "<c t='d'><v>2023-09-01</v></c> | 2023-09-01",
                    "<c t='d' s='1'><v>2029-02-28T00:00:00.000</v></c> | 2029-02-28",
                    "<c t='d'><v>2029-02-28T23:59:59.9999999Z</v></c> | 2029-03-01",
                    "<c t='d'><v>2029-02-30</v></c> | 2029-02-30",
                    "<c s='1'><v>45170</v></c> | 2023-09-01",
                    "<c s='1'><v>45170.999</v></c> | 2023-09-01",
                    "<c s='1'><v>45169.999999999</v></c> | 2023-09-01",
                    "<c s='1'><v>45169.99</v></c> | 2023-08-31",
                    "<c><v>45170</v></c> | 45170",
                    "<c s='2'><v>0.5</v></c> | 0.5",
                    "<c s='99999'><v>7</v></c> | 7",
                    "<c s='-1'><v>7.0</v></c> | 7",
                    "<c><v>30.299999999999997</v></c> | 30.3",
                    "<c><v>9.9030000100000003E8</v></c> | 990300001",
                    "<c><v>1E999999999</v></c> | 1E999999999",
                    "<c><v>-0</v></c> | 0",
                    "<c t='b'><v>1</v></c> | ja",
                    "<c t='b'><v>false</v></c> | nei",
                    "<c t='e'><v>#GETTING_DATA</v></c> | #GETTING_DATA",
                    "<c t='e'><v>#FIELD!</v></c> | #FIELD!",
                    "<c t='e'><v>#NYTT_ORD!</v></c> | #FORMEL!",
                    "<c t='e'/> | #FORMEL!",
                    "<c><f>A2+1</f></c> | #FORMEL!",
                    "<c><f>A2+1</f><v/></c> | #FORMEL!",
                    "<c t='b'><f>TRUE()</f></c> | #FORMEL!",
                    "<c t='str'><f>IF(B2,\"\",\"\")</f><v></v></c> | -",
                    "<c t='str'><f>A1</f><v>fast ansatt</v></c> | fast ansatt",
                    "<c t='str'/> | -",
                    "<c t='s'/> | -",
                    "<c s='1'/> | -",
                    "<c t='inlineStr'/> | -",
                    "<c><f t='shared' si='0'/><v>3228</v></c> | 3228",
                    "<c><f t='shared' si='0' ref='A1:A3'>B1</f><v>3228</v></c> | 3228",
                    "<c t='inlineStr'><is><r><t>Åse</t></r><r><t xml:space='preserve'> Lyngtveit</t></r></is></c> | Åse Lyngtveit",
                    "<c t='inlineStr'><is><t>fast ansatt</t><rPh sb='0' eb='1'><t>FUSK</t></rPh></is></c> | fast ansatt",
                    "<c t='inlineStr'><is><t>fast ansatt_x000D_</t></is></c> | fast ansatt",
                    "<c t='inlineStr'><is><t>Torunn_x0020_Sølvbekk_x005F_x0041_</t></is></c> | Torunn Sølvbekk_x0041_",
                    "<c t='str'><v>a&amp;b &#230;<![CDATA[<ø>]]></v></c> | a&b æ<ø>",
                    "<c t='ukjent'><v>hei</v></c> | hei",
                })
        void is_read_as_what_a_person_would_write(String cell, String text) {
            byte[] book = book("<row>" + cell + "<c t='str'><v>slutt</v></c></row>");
            assertThat(cells(book)).containsExactly(List.of(text == null ? "" : text, "slutt"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"&#160;", "&#160;&#160;", "&#8199;", "&#8239;", "&#8201;", "&#8203;", "&#65279;", "&#173;"})
        void of_nothing_that_can_be_seen_is_blank(String unseen) {
            assertThat(grids(book(ROW + "<row r='2'><c t='str'><v>" + unseen + "</v></c></row>"))
                            .get(0)
                            .lines())
                    .hasSize(1);
        }

        @Test
        void that_is_shared_may_be_in_runs_and_has_no_reading_aids() {
            String strings =
                    "<si><r><t>Ås</t></r><r><t>e</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si><si/><si><t>b_x000D_"
                            + "\n</t><phoneticPr/></si>";
            String row = "<row r='1'><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>";
            assertThat(cells(book(row, strings))).containsExactly(List.of("Åse", "", "b"));
        }

        @Test
        void without_its_place_follows_the_last_and_gaps_stay() {
            String rows = "<row><c t='str'><v>a</v></c><c r='D1' t='str'><v>d</v></c><c t='str'><v>e</v></c></row>"
                    + "<row r='7'><c r='B7'><v>1</v></c></row><row><c><v>2</v></c></row>";
            List<Grid.Line> lines = grids(book(rows)).get(0).lines();
            assertThat(lines).extracting(Grid.Line::number).containsExactly(1, 7, 8);
            assertThat(lines.get(0).cells()).containsExactly("a", "", "", "d", "e");
        }
    }

    @Nested
    class Workbook {
        @Test
        void counting_from_1904_says_so_also_of_numbers_without_a_format() {
            Map<String, String> parts = parts("<sheetData><row><c s='1'><v>43708</v></c><c><v>43708</v></c>"
                    + "<c><v>3228</v></c></row></sheetData>");
            parts.put("xl/workbook.xml", Books.workbook("date1904='1'", "<sheet name='L' r:id='r1'/>"));
            Grid grid = grids(zip(parts)).get(0);
            assertThat(grid.lines().get(0).cells()).containsExactly("2023-09-01", "43708", "3228");
            assertThat(grid.withDays(Set.of(1, 2)).lines().get(0).cells())
                    .containsExactly("2023-09-01", "2023-09-01", "3228");
        }

        @Test
        void may_be_strict_open_xml() {
            Map<String, String> parts = new LinkedHashMap<>();
            parts("<sheetData>" + ROW + "</sheetData>")
                    .forEach((name, part) -> parts.put(
                            name,
                            part.replace("'M'", "'http://purl.oclc.org/ooxml/spreadsheetml/main'")
                                    .replace("'R'", "'http://purl.oclc.org/ooxml/officeDocument/relationships'")
                                    .replace("'R/", "'http://purl.oclc.org/ooxml/officeDocument/relationships/")));
            assertThat(cells(zip(parts))).containsExactly(List.of("Åse"));
        }

        @Test
        void may_be_packed_with_backslashes_in_any_case_and_under_another_name() {
            Map<String, String> parts = new LinkedHashMap<>();
            parts("<sheetData>" + ROW + "</sheetData>")
                    .forEach((name, part) -> parts.put(
                            name.replace('/', '\\').replace("workbook.xml", "Workbook2.xml"),
                            part.replace("xl/workbook.xml", "/xl/workbook2.xml")
                                    .replace("worksheets/sheet1.xml", "/xl/Worksheets/Sheet1.xml")));
            assertThat(cells(zip(parts))).containsExactly(List.of("Åse"));
        }

        @Test
        void may_use_a_prefix_and_lack_what_it_does_not_need() {
            Map<String, String> parts = parts("");
            parts.remove("xl/styles.xml");
            parts.remove("_rels/.rels");
            parts.remove("[Content_Types].xml");
            parts.put(
                    "xl/worksheets/sheet1.xml",
                    "<x:worksheet xmlns:x='M'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>Åse</x:t></x:is></x:c>"
                            + "</x:row></x:sheetData></x:worksheet>");
            assertThat(cells(zip(parts))).containsExactly(List.of("Åse"));
        }

        @Test
        void shows_neither_hidden_sheets_nor_charts() {
            Map<String, String> parts = parts("<sheetData>" + ROW + "</sheetData>");
            parts.put(
                    "xl/workbook.xml",
                    Books.workbook(
                            "",
                            "<sheet name='H' state='hidden' r:id='r1'/><sheet name='V' state='veryHidden' r:id='r1'/>"
                                    + "<sheet name='D' r:id='r2'/><sheet name='Liste' r:id='r1'/>"));
            assertThat(grids(zip(parts))).extracting(Grid::sheet).containsExactly("Liste");
        }

        @Test
        void has_a_list_on_the_21st_sheet_too_but_not_without_end() {
            Map<String, String> parts = parts("<sheetData>" + ROW + "</sheetData>");
            String sheet = "<sheet name='L' r:id='r1'/>";
            parts.put("xl/workbook.xml", Books.workbook("", sheet.repeat(21)));
            assertThat(grids(zip(parts))).hasSize(21);
            parts.put("xl/workbook.xml", Books.workbook("", sheet.repeat(101)));
            assertThat(refusal(zip(parts))).isEqualTo("file-too-many-sheets[100]");
        }
    }

    @Nested
    class Sheet {
        @Test
        void tells_hidden_rows_and_columns_and_merged_cells() {
            String rows = "<row r='1'><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
                    + "<row r='2' hidden='1'><c><v>1</v></c></row><row r='3'><c><v>1</v></c></row>";
            Grid grid = grids(
                            zip(
                                    parts(
                                            "<cols><col min='2' max='3' hidden='true'/></cols><sheetData>" + rows
                                                    + "</sheetData><mergeCells><mergeCell ref='B1:B3'/><mergeCell ref='E1:XFD1048576'/></mergeCells>")))
                    .get(0);
            assertThat(grid.hidden()).containsExactlyInAnyOrder(1, 2);
            assertThat(grid.lines()).extracting(Grid.Line::hidden).containsExactly(false, true, false);
            assertThat(grid.lines()).extracting(Grid.Line::merged).containsExactly(Set.of(), Set.of(1), Set.of(1));
        }

        @Test
        void tells_what_stands_beyond_the_columns_that_are_read() {
            Grid grid = grids(book("<row r='1'><c><v>1</v></c><c r='GS1'><v>2</v></c></row>"))
                    .get(0);
            assertThat(grid.notes()).containsExactly(Grid.Note.of("columns-beyond", 200, "GS"));
        }
    }
}
