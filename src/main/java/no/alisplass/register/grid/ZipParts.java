package no.alisplass.register.grid;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a packed file, found by name whatever its case and slashes. What all of them say they unpack to is looked at
 * first; what is unpacked is counted, for a file may say anything.
 */
final class ZipParts implements AutoCloseable {
    private static final int MAX_PARTS = 500;
    private static final int MB = 1024 * 1024;
    private static final long MAX_UNPACKED = 32L * MB;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();
    private long unpacked;

    ZipParts(byte[] file) throws IOException {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get();
        try {
            list();
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private void list() {
        long said = 0;
        for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
            if (part.getGeneralPurposeBit().usesEncryption()) {
                throw new Unreadable("file-password");
            }
            said += Math.max(0, part.getSize());
            if (said > MAX_UNPACKED) {
                throw tooLarge();
            }
            parts.putIfAbsent(key(part.getName()), part);
            if (parts.size() > MAX_PARTS) {
                throw new Unreadable("file-too-many-parts", MAX_PARTS);
            }
        }
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    boolean hasOneLike(String regex) {
        return parts.keySet().stream().anyMatch(name -> name.matches(regex));
    }

    /** The part, to be closed after reading; null when there is none of the name. */
    InputStream open(String name) throws IOException {
        ZipArchiveEntry part = parts.get(key(name));
        return part == null ? null : new Counted(zip.getInputStream(part));
    }

    /** The first bytes of a part as plain text; empty when there is none of the name. */
    String start(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in == null ? "" : new String(in.readNBytes(200), StandardCharsets.US_ASCII);
        }
    }

    private static String key(String name) {
        String slashes = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashes.startsWith("/") ? slashes.substring(1) : slashes;
    }

    private static Unreadable tooLarge() {
        return new Unreadable("file-unpacks-too-large", MAX_UNPACKED / MB);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            unpacked += Math.max(0, read);
            if (unpacked > MAX_UNPACKED) {
                throw tooLarge();
            }
        }
    }
}
