package no.alisplass.register.entry;

import static no.alisplass.register.entry.Samples.codes;
import static no.alisplass.register.entry.Samples.csv;
import static no.alisplass.register.entry.Samples.reading;
import static no.alisplass.register.entry.Samples.refusal;
import static no.alisplass.register.entry.Samples.row;
import static no.alisplass.register.entry.Samples.rowWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.alisplass.register.file.Reading;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitlistFileKindTest {
    @Nested
    class NotAWaitlist {
        @Test
        void an_empty_or_blank_file() throws IOException {
            assertThat(refusal(new byte[0])).isEqualTo("file-empty");
            assertThat(refusal(bytes(" \r\n\r\n"))).isEqualTo("file-empty");
            assertThat(refusal(workbook(book -> book.newWorksheet("Tom")))).isEqualTo("file-empty");
        }

        @Test
        void a_pdf() {
            assertThat(refusal(bytes("%PDF-1.7\n…"))).isEqualTo("file-pdf");
        }

        @Test
        void an_old_excel_file_and_one_with_a_password_are_told_apart() {
            byte[] ole = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1}, 600);
            assertThat(refusal(ole)).isEqualTo("file-xls");
            byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
            System.arraycopy(name, 0, ole, 512, name.length);
            assertThat(refusal(ole)).isEqualTo("file-password");
            assertThat(refusal(new byte[] {9, 8, 16, 0, 0, 6, 5, 0})).isEqualTo("file-xls");
        }

        @Test
        void a_zip_without_a_workbook() throws IOException {
            assertThat(refusal(zip(Map.of("notes.txt", bytes("hei"))))).isEqualTo("file-zip");
            assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("file-damaged");
            assertThat(refusal(zip(Map.of("xl/workbook.xml", bytes("<nothing/>")))))
                    .isEqualTo("file-damaged");
        }

        @Test
        void a_damaged_workbook() throws IOException {
            byte[] whole = list(2);
            for (int length : new int[] {10, whole.length / 2, whole.length - 10}) {
                assertThat(refusal(Arrays.copyOf(whole, length)))
                        .as("first " + length)
                        .isEqualTo("file-damaged");
            }
        }

        @Test
        void a_workbook_that_unpacks_without_end() throws IOException {
            byte[] bomb = zip(
                    Map.of("xl/workbook.xml", bytes("<workbook/>"), "xl/worksheets/sheet1.xml", new byte[70 << 20]));
            assertThat(bomb.length).isLessThan(200_000);
            assertThat(refusal(bomb)).isEqualTo("file-unpacks-too-large");
        }

        @Test
        void a_workbook_with_a_document_type() throws IOException {
            byte[] type = bytes(
                    "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>");
            assertThat(refusal(zip(Map.of("xl/workbook.xml", type)))).isEqualTo("file-damaged");
        }

        @ParameterizedTest
        @ValueSource(strings = {"<html><table>", "<?xml version='1.0'?>", "{\\rtf1", "GIF89a\0\1", "abc\0def"})
        void what_is_no_table(String content) {
            assertThat(refusal(bytes(content))).isEqualTo("file-not-text");
        }

        @Test
        void text_without_our_columns() {
            assertThat(refusal(bytes("Kjære kommune;\r\nher er listen"))).isEqualTo("file-without-header");
        }

        @Test
        void a_quote_that_never_ends() {
            assertThat(refusal(bytes(csv(row()) + "\"1;Kari\r\n"))).isEqualTo("file-quotes");
        }

        @Test
        void a_file_over_5_MB() {
            byte[] large = new byte[5 * 1024 * 1024 + 1];
            Arrays.fill(large, (byte) 'a');
            assertThat(refusal(large)).isEqualTo("file-too-large");
        }

        @Test
        void a_list_over_5000_rows() throws IOException {
            String line = csv(row()).lines().skip(1).findFirst().orElseThrow() + "\r\n";
            String header = csv(row()).lines().findFirst().orElseThrow() + "\r\n";
            assertThat(refusal(bytes(header + line.repeat(5001)))).isEqualTo("file-too-many-rows");
            assertThat(reading(header + line.repeat(5000)).rowsInFile()).isEqualTo(5000);
            assertThat(refusal(list(5001))).isEqualTo("file-too-many-rows");
        }
    }

    @Nested
    class ExcelCells {
        @Test
        void of_every_kind_are_read() throws IOException {
            Map<String, String> row = rowWith("Startdato spesialisering", "");
            row.put("Vikariat fra og med", "");
            row.put("Tidligere avbrudd", "");
            Reading reading = reading(workbook(book -> {
                Worksheet sheet = fill(book.newWorksheet("Liste"), row, row);
                int column = 0;
                for (String name : row.keySet()) {
                    switch (name) {
                        case "HPR-nummer" -> {
                            sheet.value(1, column, 9144889.0);
                            sheet.value(2, column, 77);
                        }
                        case "Kommunenummer" -> sheet.value(1, column, 3205);
                        case "Tellende tjeneste (md)" -> sheet.value(1, column, 30.1 + 0.2);
                        case "Startdato spesialisering" -> {
                            sheet.value(1, column, LocalDate.of(2023, 9, 1));
                            sheet.style(1, column).format("dd.mm.yyyy").set();
                        }
                        case "Vikariat fra og med" -> sheet.value(1, column, 45170);
                        case "Tidligere avbrudd" -> sheet.value(1, column, true);
                        default -> {}
                    }
                    column++;
                }
            }));
            assertThat(codes(reading, Severity.ERROR)).isEmpty();
            WaitlistEntry entry = reading.rows().get(0).entry();
            assertThat(entry.hpr().value()).isEqualTo(9144889);
            assertThat(entry.service().stated().months().tenths()).isEqualTo(303);
            assertThat(entry.training().start()).isEqualTo("2023-09-01");
            assertThat(entry.employment().from()).isEqualTo("2023-09-01");
            assertThat(entry.institution().interrupted()).isTrue();
        }

        @Test
        void a_formula_gives_its_last_value_or_is_named() throws IOException {
            byte[] plain = workbook(book -> {
                Worksheet sheet = fill(book.newWorksheet("Liste"), row());
                sheet.formula(1, 8, "60+10");
            });
            assertThat(codes(reading(plain), Severity.ERROR)).containsExactly("formula-without-value");
            byte[] calculated = replaceInSheet(plain, "<f>60+10</f>", "<f>60+10</f><v>70</v>");
            assertThat(reading(calculated).rows().get(0).entry().progress().objectives())
                    .isEqualTo(70);
            byte[] error = replaceInSheet(plain, "<f>60+10</f>", "<f>60+10</f><v>#REF!</v>");
            assertThat(codes(reading(error), Severity.ERROR)).containsExactly("formula-without-value");
        }

        @Test
        void an_identity_number_as_a_number_is_found_though_its_zero_is_lost() throws IOException {
            Reading reading = reading(
                    workbook(book -> fill(book.newWorksheet("Liste"), row()).value(1, 2, 1019012345L)));
            assertThat(codes(reading, Severity.ERROR)).containsExactly("identity-number");
            assertThat(reading.toString()).doesNotContain("12345");
        }

        @Test
        void blank_rows_keep_the_numbers_of_the_others() throws IOException {
            Reading reading = reading(workbook(book -> {
                Worksheet sheet = book.newWorksheet("Liste");
                fill(sheet, row());
                sheet.value(9, 0, 1);
            }));
            assertThat(reading.remarks())
                    .extracting(
                            remark -> remark.finding().code(),
                            remark -> remark.finding().message().arguments())
                    .containsExactly(tuple("waitlist.rows-number-only", List.of("10")));
            assertThat(reading.rowsInFile()).isEqualTo(1);
        }
    }

    @Nested
    class Sheets {
        @Test
        void the_list_may_stand_on_any_one_sheet() throws IOException {
            Reading reading = reading(workbook(book -> {
                book.newWorksheet("Forside").value(0, 0, "Hei");
                fill(book.newWorksheet("Liste"), row());
            }));
            assertThat(reading.rows()).hasSize(1);
        }

        @Test
        void two_lists_are_refused() throws IOException {
            assertThat(refusal(workbook(book -> {
                        fill(book.newWorksheet("A"), row());
                        fill(book.newWorksheet("B"), row());
                    })))
                    .isEqualTo("file-several-lists");
        }
    }

    private static byte[] list(int rows) throws IOException {
        return workbook(book -> {
            Worksheet sheet = book.newWorksheet("Liste");
            List<String> columns = List.copyOf(row().keySet());
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c));
                for (int r = 1; r <= rows; r++) {
                    sheet.value(r, c, row().get(columns.get(c)));
                }
            }
        });
    }

    @SafeVarargs
    private static Worksheet fill(Worksheet sheet, Map<String, String>... rows) {
        int column = 0;
        for (String name : rows[0].keySet()) {
            sheet.value(0, column, name);
            for (int row = 0; row < rows.length; row++) {
                if (!rows[row].get(name).isEmpty()) {
                    sheet.value(row + 1, column, rows[row].get(name));
                }
            }
            column++;
        }
        return sheet;
    }

    private static byte[] workbook(Consumer<Workbook> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            content.accept(book);
        }
        return out.toByteArray();
    }

    private static byte[] replaceInSheet(byte[] file, String old, String replacement) throws IOException {
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry part : java.util.Collections.list(zip.getEntries())) {
                byte[] content = zip.getInputStream(part).readAllBytes();
                if (part.getName().endsWith("sheet1.xml")) {
                    String xml = new String(content, StandardCharsets.UTF_8);
                    assertThat(xml).contains("<f>60+10</f>");
                    content = bytes(xml.replaceFirst("<f>60\\+10</f>(<v>[^<]*</v>|<v/>)?", replacement));
                }
                parts.put(part.getName(), content);
            }
        }
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
