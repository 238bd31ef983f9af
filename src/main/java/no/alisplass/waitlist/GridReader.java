package no.alisplass.waitlist;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Outcome;

/** Tells what kind of file was sent, by its content and not its name, and opens those that can be waitlists. */
final class GridReader {
    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private GridReader() {}

    static Outcome<List<Grid>> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            return refused("file-too-large", MOST_BYTES / (1024 * 1024));
        }
        if (file.length == 0) {
            return refused("file-empty");
        }
        if (startsWith(file, PDF)) {
            return refused("file-pdf");
        }
        if (startsWith(file, OLE2)) {
            return refused(contains(file, ENCRYPTED) ? "file-password" : "file-xls");
        }
        if (file.length > 3
                && file[0] == 9
                && (file[1] == 0 || file[1] == 2 || file[1] == 4 || file[1] == 8)
                && file[3] == 0) {
            return refused("file-xls");
        }
        return startsWith(file, ZIP) || startsWith(file, new byte[] {'P', 'K'})
                ? XlsxGrids.read(file)
                : CsvGrid.read(file);
    }

    static <T> Outcome<T> refused(String code, Object... arguments) {
        return Outcome.invalid(Finding.of("file", null, "waitlist." + code, arguments));
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length && java.util.Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean contains(byte[] file, byte[] wanted) {
        for (int i = 0; i + wanted.length <= file.length; i++) {
            if (java.util.Arrays.equals(file, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
