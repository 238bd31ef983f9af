package no.alisplass.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook with one sheet. Its parts are packed without compression, in a fixed order and under a fixed time, so that the
 * bytes do not hang on the clock or on the machine's compression library.
 */
final class XlsxFile {
    private static final LocalDateTime PACKED = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String CREATED = "(<dcterms:(created|modified)[^>]*>)[^<]*";

    private XlsxFile() {}

    /** @param title stands two rows above the column names */
    static byte[] write(String title, List<List<Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "alisplass", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Venteliste");
            sheet.value(0, 0, title);
            sheet.style(0, 0).bold().set();
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    cell(sheet, r + 2, c, rows.get(r).get(c));
                }
            }
            sheet.range(2, 0, 2, rows.get(0).size() - 1).style().bold().set();
            sheet.freezePane(2, 3);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return repack(out.toByteArray());
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("dd.mm.yyyy").set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    private static byte[] repack(byte[] workbook) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile parts = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            List<ZipArchiveEntry> order = Collections.list(parts.getEntries());
            order.sort(Comparator.comparing(ZipArchiveEntry::getName));
            for (ZipArchiveEntry part : order) {
                try (InputStream in = parts.getInputStream(part)) {
                    store(zip, part.getName(), in.readAllBytes());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        byte[] bytes = content;
        if (name.startsWith("docProps/")) {
            bytes = new String(content, StandardCharsets.UTF_8)
                    .replaceAll(CREATED, "$1" + PACKED + ":00Z")
                    .getBytes(StandardCharsets.UTF_8);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(PACKED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
