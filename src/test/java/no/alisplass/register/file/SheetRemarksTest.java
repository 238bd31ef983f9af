package no.alisplass.register.file;

import static no.alisplass.register.entry.Samples.codes;
import static no.alisplass.register.entry.Samples.csv;
import static no.alisplass.register.entry.Samples.reading;
import static no.alisplass.register.entry.Samples.refusal;
import static no.alisplass.register.entry.Samples.row;
import static no.alisplass.register.entry.Samples.rowWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Result;
import no.alisplass.register.entry.Remark;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.entry.Severity;
import no.alisplass.register.entry.WaitlistEntry;
import no.alisplass.register.grid.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of how a list stood in its file. */
class SheetRemarksTest {
    @Test
    void a_hidden_row_and_column_are_read_and_told() {
        Map<String, String> second = rowWith("Prioritet", "2");
        second.put("HPR-nummer", "77");
        Map<String, String> parts = Books.parts("<cols><col min='3' max='3' hidden='1'/></cols><sheetData>"
                + rows(row(), second).replace("<row r='3'>", "<row r='3' hidden='1'>")
                + "</sheetData>");
        Reading reading = reading(Books.zip(parts));
        assertThat(reading.rows()).extracting(Reading.Row::number).contains(2);
        assertThat(said(reading, Severity.WARNING)).contains("rad 1 column-hidden [HPR-nummer]", "rad 3 row-hidden []");
    }

    @Test
    void a_value_merged_over_several_rows_is_told_where_it_is_missing() {
        Map<String, String> second = rowWith("Prioritet", "2");
        second.put("HPR-nummer", "77");
        second.put("Kommunenummer", "");
        Map<String, String> parts = Books.parts(
                "<sheetData>" + rows(row(), second) + "</sheetData><mergeCells><mergeCell ref='D2:D3'/></mergeCells>");
        Reading reading = reading(Books.zip(parts));
        assertThat(said(reading, Severity.WARNING)).contains("rad 3, Kommunenummer cell-merged [Kommunenummer]");
        assertThat(said(reading, Severity.ERROR)).containsExactly("rad 3, Kommunenummer missing [Kommunenummer]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bj›rn Høgset", "BjÃ¸rn Li", "Bj\ufffdrn Li", "Bj?rn Li"})
    void letters_that_went_wrong_on_the_way_are_told(String name) {
        Reading reading = reading(csv(rowWith("Navn", name)));
        assertThat(said(reading, Severity.WARNING))
                .containsExactly("rad 2, Navn letters-odd [" + name.split(" ")[0] + "]");
    }

    @Test
    void an_encoding_that_had_to_be_guessed_is_told_above_all() {
        Reading reading = reading(csv(rowWith("Navn", "Bjørn Høgset")).getBytes(Charset.forName("IBM850")));
        assertThat(said(reading, Severity.WARNING)).containsExactly("file encoding-guessed [MS-DOS (850)]");
        assertThat(reading.rows().get(0).entry().name()).isEqualTo("Bjørn Høgset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#I/T", "#VERDI!", "#NAVN?", "#TALL!", "#N/A", "Feil:502"})
    void no_doctor_is_called_by_the_word_of_an_error(String word) {
        assertThat(codes(reading(csv(rowWith("Navn", word))), Severity.ERROR)).containsExactly("formula-without-value");
    }

    @Test
    void a_date_without_format_in_a_workbook_from_1904_is_that_date() {
        Map<String, String> row = row();
        row.put("Startdato spesialisering", "NUMBER43708");
        Map<String, String> parts = Books.parts("<sheetData>" + rows(row) + "</sheetData>");
        parts.put("xl/workbook.xml", Books.workbook("date1904='1'", "<sheet name='L' r:id='r1'/>"));
        assertThat(reading(Books.zip(parts)).rows().get(0).entry().training().start())
                .isEqualTo("2023-09-01");
    }

    @Test
    void rows_and_cells_that_only_formulas_without_outcome_fill_are_blank() {
        String blank = "<c t='str'><f>IF(B9=\"\",\"\",1)</f><v></v></c>";
        String list = rows(row()) + "<row>" + blank.repeat(12) + "</row><row>" + blank + "</row>";
        Reading reading = reading(Books.book(list));
        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.rowsInFile()).isEqualTo(1);
    }

    @Test
    void names_below_the_fortieth_row_are_not_looked_for_which_is_said() {
        assertThat(refusal(("tekst\r\n".repeat(40) + csv(row())).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("file-without-header");
        assertThat(reading("tekst\r\n".repeat(39) + csv(row())).rows()).hasSize(1);
    }

    @Test
    void files_of_other_programs_are_read() throws IOException {
        assertThat(names("openpyxl-iso-dates.xlsx", "3228"))
                .containsExactly("Torunn Sølvbekk", "Bjørn Høgset", "Åse Lyngtveit");
        assertThat(names("libreoffice.ods", "3209")).hasSize(3);
    }

    private static List<String> names(String file, String area) throws IOException {
        byte[] content =
                SheetRemarksTest.class.getResourceAsStream("/waitlist/" + file).readAllBytes();
        Result<Reading> outcome = WaitlistReader.read(content, new AreaCode(area), Samples.RULES);
        return ((Result.Done<Reading>) outcome)
                .value().entries().stream().map(WaitlistEntry::name).toList();
    }

    private static List<String> said(Reading reading, Severity severity) {
        return reading.remarks().stream()
                .filter(remark -> remark.severity() == severity)
                .map(Remark::finding)
                .map(finding -> finding.field() + " " + finding.code().replace("waitlist.", "") + " "
                        + finding.message().arguments())
                .toList();
    }

    @SafeVarargs
    private static String rows(Map<String, String>... rows) {
        List<String> lines = new ArrayList<>(List.of(line(1, List.copyOf(rows[0].keySet()))));
        for (Map<String, String> row : rows) {
            lines.add(line(lines.size() + 1, List.copyOf(row.values())));
        }
        return String.join("", lines);
    }

    private static String line(int number, List<String> cells) {
        return cells.stream()
                .map(cell -> cell.startsWith("NUMBER")
                        ? "<c><v>" + cell.substring(6) + "</v></c>"
                        : "<c t='inlineStr'><is><t>" + cell + "</t></is></c>")
                .collect(Collectors.joining("", "<row r='" + number + "'>", "</row>"));
    }
}
