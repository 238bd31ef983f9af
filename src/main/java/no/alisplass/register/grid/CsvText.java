package no.alisplass.register.grid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a file in whatever encoding Norwegian programs write: by its mark, as UTF-8, as Windows does, else as old DOS
 * or Macintosh programs do when that, and nothing else, makes Norwegian words of it.
 *
 * @param unusual the encoding by name, when it had to be guessed; else null
 */
record CsvText(String text, String unusual) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** An encoding and what people may know it as. */
    private record Other(String charset, String name) {}

    private static final List<Other> OTHERS = List.of(
            new Other("IBM850", "MS-DOS (850)"),
            new Other("IBM865", "MS-DOS (865)"),
            new Other("IBM437", "MS-DOS (437)"),
            new Other("x-MacRoman", "Macintosh"));

    /** Refused when it is no text, or no encoding makes sense of it. */
    static CsvText of(byte[] file) {
        CsvText read = decode(file);
        if (!looksLikeText(read.text())) {
            throw new Unreadable("file-not-text");
        }
        return read;
    }

    private static CsvText decode(byte[] file) {
        Charset marked = marked(file);
        if (marked != null) {
            return new CsvText(
                    strictly(marked, file)
                            .orElseThrow(() -> new Unreadable("file-encoding"))
                            .replace("\ufeff", ""),
                    null);
        }
        Optional<String> modern = strictly(StandardCharsets.UTF_8, file);
        if (modern.isPresent()) {
            return new CsvText(modern.get().replace("\ufeff", ""), null);
        }
        Optional<String> windows = strictly(WINDOWS, file);
        if (windows.isPresent() && Letters.sound(windows.get())) {
            return new CsvText(windows.get(), null);
        }
        if (!windows.or(() -> strictly(StandardCharsets.ISO_8859_1, file))
                .map(CsvText::looksLikeText)
                .orElse(false)) {
            throw new Unreadable("file-not-text");
        }
        return guess(file);
    }

    private static CsvText guess(byte[] file) {
        CsvText best = null;
        int most = 0;
        boolean sure = true;
        for (Other other : OTHERS) {
            String text = Charset.isSupported(other.charset())
                    ? strictly(Charset.forName(other.charset()), file).orElse("")
                    : "";
            int found = Letters.norwegian(text);
            if (found > most) {
                best = new CsvText(text, other.name());
                most = found;
                sure = true;
            } else if (best != null && found == most && !text.equals(best.text())) {
                sure = false;
            }
        }
        if (best == null || !sure) {
            throw new Unreadable("file-encoding");
        }
        return best;
    }

    private static Charset marked(byte[] file) {
        int first = file.length > 1 ? (file[0] & 0xff) << 8 | file[1] & 0xff : 0;
        if (first == 0xfffe) {
            boolean wide = file.length > 3 && file[2] == 0 && file[3] == 0;
            return wide ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
        }
        if (first == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        return unmarked(file);
    }

    /** UTF-16 without its mark shows by its first signs: every other byte of plain letters is nought. */
    private static Charset unmarked(byte[] file) {
        int even = 0;
        int odd = 0;
        int looked = Math.min(file.length & ~1, 200);
        for (int i = 0; i < looked; i++) {
            if (file[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (looked >= 20 && odd > looked / 2 - looked / 10 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return looked >= 20 && even > looked / 2 - looked / 10 && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static Optional<String> strictly(Charset charset, byte[] file) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean looksLikeText(String text) {
        String start = text.stripLeading();
        boolean markup = Stream.of("<html", "<!", "<?xml", "<table", "{\\rtf")
                .anyMatch(mark -> start.regionMatches(true, 0, mark, 0, mark.length()));
        return !markup && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }
}
