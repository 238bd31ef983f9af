package no.alisplass.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void dates_and_numbers_are_written_as_norwegian_spreadsheets_read_them() {
        assertThat(written(LocalDate.of(2027, 2, 1), new BigDecimal("1E+1"), 2.5, -3, null, "Øre", ""))
                .isEqualTo("\ufeff01.02.2027;10;2,5;-3;;Øre;\r\n");
    }

    @Test
    void what_would_end_a_cell_is_quoted() {
        assertThat(written("a;b", "si \"ja\"", "to\nlinjer"))
                .isEqualTo("\ufeff\"a;b\";\"si \"\"ja\"\"\";\"to\nlinjer\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+47", "-hyp", "@sum", "'x", "\tx", "\rx"})
    void what_a_spreadsheet_would_run_begins_with_an_apostrophe(String text) {
        assertThat(written("x", text).replace("\"", "")).isEqualTo("\ufeffx;'" + text + "\r\n");
    }

    private static String written(Object... cells) {
        return new String(CsvWriter.write(List.of(Arrays.asList(cells))), StandardCharsets.UTF_8);
    }
}
