package no.alisplass.register.grid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLStreamException;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;

/** Tells what kind of file was sent, by its content and not its name, and opens those that can be waitlists. */
public final class GridReader {
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] WORD = "WordDocument".getBytes(StandardCharsets.UTF_16LE);

    private GridReader() {}

    /**
     * The sheets of a file; refused INVALID, with what to do, when it cannot be read whole or is larger than any list.
     *
     * @param known how many of the names that are looked for stand on a line, to tell the delimiter of CSV by
     */
    public static Result<List<Grid>> read(byte[] file, ToIntFunction<Grid.Line> known) {
        if (file.length > MAX_BYTES) {
            return refused("file-too-large", MAX_BYTES / (1024 * 1024));
        }
        if (file.length == 0) {
            return refused("file-empty");
        }
        if (startsWith(file, PDF)) {
            return refused("file-pdf");
        }
        if (startsWith(file, OLE2)) {
            return refused(
                    contains(file, ENCRYPTED) ? "file-password" : contains(file, WORD) ? "file-word" : "file-xls");
        }
        if (file.length > 3
                && file[0] == 9
                && (file[1] == 0 || file[1] == 2 || file[1] == 4 || file[1] == 8)
                && file[3] == 0) {
            return refused("file-xls");
        }
        try {
            List<Grid> grids = startsWith(file, ZIP) ? packed(file) : List.of(CsvGrid.read(file, known));
            return grids.stream().allMatch(grid -> grid.lines().isEmpty()) ? refused("file-empty") : Result.done(grids);
        } catch (Unreadable refusal) {
            return Result.invalid(refusal.finding());
        }
    }

    private static List<Grid> packed(byte[] file) {
        try (ZipParts parts = new ZipParts(file)) {
            String mimetype = parts.start("mimetype").strip();
            if (mimetype.startsWith(OdsGrids.MIMETYPE)) {
                return OdsGrids.read(parts);
            }
            String workbook = XlsxBook.place(parts);
            if (workbook == null || !workbook.matches("(?!(?i:word|ppt)/).*\\.xml")) {
                throw new Unreadable(other(parts, mimetype));
            }
            return XlsxGrids.read(parts, workbook);
        } catch (Unreadable refusal) {
            throw refusal;
        } catch (XMLStreamException | IOException | RuntimeException broken) {
            // Zip and XML readers stumble over nonsense in ways of their own, not only in those they declare.
            throw new Unreadable("file-damaged");
        }
    }

    /** Whatever else comes packed and could be meant as a list. */
    private static String other(ZipParts parts, String mimetype) {
        if (parts.hasOneLike("xl/workbook[0-9]*\\.bin")) {
            return "file-xlsb";
        }
        if (parts.hasOneLike("(.*/)?word/.*") || mimetype.contains("opendocument.text")) {
            return "file-word";
        }
        return parts.hasOneLike(".*\\.iwa|index\\.zip|index\\.apxl") ? "file-numbers" : "file-zip";
    }

    public static <T> Result<T> refused(String code, Object... arguments) {
        return Result.invalid(Finding.of("file", null, "waitlist." + code, arguments));
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean contains(byte[] file, byte[] wanted) {
        for (int i = 0; i + wanted.length <= file.length; i++) {
            if (Arrays.equals(file, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
