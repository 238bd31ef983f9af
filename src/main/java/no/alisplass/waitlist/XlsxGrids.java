package no.alisplass.waitlist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.alisplass.domain.Outcome;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the visible sheets of an XLSX workbook, after making sure that unpacking it is harmless. */
final class XlsxGrids {
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_PARTS = 500;
    private static final int MOST_CELLS = 200;
    private static final int MOST_SHEETS = 20;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private XlsxGrids() {}

    static Outcome<List<Grid>> read(byte[] file) {
        Optional<String> refusal = refusal(file);
        if (refusal.isPresent()) {
            return GridReader.refused(refusal.get(), MOST_UNPACKED / (1024 * 1024));
        }
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            List<Grid> grids = new ArrayList<>();
            List<Sheet> sheets = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .limit(MOST_SHEETS)
                    .toList();
            for (Sheet sheet : sheets) {
                Grid grid = new Grid(sheet.getName(), lines(workbook, sheet));
                if (grid.isLongerThanAllowed()) {
                    return GridReader.refused("file-too-many-rows", Grid.MOST_LINES);
                }
                grids.add(grid);
            }
            return grids.stream().allMatch(grid -> grid.lines().isEmpty())
                    ? GridReader.refused("file-empty")
                    : Outcome.done(grids);
        } catch (IOException | RuntimeException broken) {
            return GridReader.refused("file-damaged");
        }
    }

    /** Unpacks every part once, counting, before the reader may hold any of it in memory. */
    private static Optional<String> refusal(byte[] file) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.stream().anyMatch(part -> part.getGeneralPurposeBit().usesEncryption())) {
                return Optional.of("file-password");
            }
            if (parts.stream().noneMatch(part -> part.getName().equalsIgnoreCase("xl/workbook.xml"))) {
                return Optional.of("file-zip");
            }
            if (parts.size() > MOST_PARTS) {
                return Optional.of("file-unpacks-too-large");
            }
            long unpacked = 0;
            byte[] buffer = new byte[64 * 1024];
            for (ZipArchiveEntry part : parts) {
                try (InputStream in = zip.getInputStream(part)) {
                    int read = in.readNBytes(buffer, 0, buffer.length);
                    if (new String(buffer, 0, Math.min(read, 4096), StandardCharsets.ISO_8859_1)
                            .contains("<!DOCTYPE")) {
                        return Optional.of("file-damaged");
                    }
                    for (; read > 0; read = in.readNBytes(buffer, 0, buffer.length)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            return Optional.of("file-unpacks-too-large");
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException broken) {
            return Optional.of("file-damaged");
        }
    }

    private static List<Grid.Line> lines(ReadableWorkbook workbook, Sheet sheet) throws IOException {
        LocalDate epoch = workbook.isDate1904() ? EPOCH_1904 : EPOCH_1900;
        List<Grid.Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> each = rows.iterator();
            while (each.hasNext() && lines.size() < Grid.MOST_LINES + 2) {
                Row row = each.next();
                List<String> cells = row.stream()
                        .limit(MOST_CELLS)
                        .map(cell -> cell == null ? "" : text(cell, epoch).strip())
                        .toList();
                Grid.Line line = new Grid.Line(row.getRowNum(), cells);
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static String text(Cell cell, LocalDate epoch) {
        CellType type = cell.getType();
        if (type == CellType.STRING) {
            return Optional.ofNullable(cell.getText()).orElse("");
        }
        if (type == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(cell.asBoolean()) ? "ja" : "nei";
        }
        String raw = cell.getRawValue();
        if (type == CellType.FORMULA && (raw == null || raw.isEmpty())) {
            return Grid.NO_VALUE;
        }
        if (raw == null || type == CellType.EMPTY) {
            return "";
        }
        boolean number = raw.matches("-?[0-9]{1,16}([.][0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");
        return number ? number(new BigDecimal(raw), cell, epoch) : raw;
    }

    private static String number(BigDecimal number, Cell cell, LocalDate epoch) {
        // A spreadsheet keeps 15 digits; what it writes beyond them is noise of its binary form.
        BigDecimal rounded = number.round(new MathContext(15));
        boolean inRange = rounded.signum() > 0 && rounded.compareTo(BigDecimal.valueOf(80_000)) < 0;
        return inRange && isDate(cell)
                ? epoch.plusDays(rounded.longValue()).toString()
                : rounded.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 17 || id == 22)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.contains("yy") || bare.contains("åå") || bare.contains("d") && bare.contains("m");
    }
}
