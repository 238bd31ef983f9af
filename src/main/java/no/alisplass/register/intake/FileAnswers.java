package no.alisplass.register.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.alisplass.domain.text.Sha256;
import no.alisplass.register.file.ColumnAnswers;

/** The answers about a file's columns as they are kept, and the key of the file with them. */
public final class FileAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FileAnswers() {}

    /** In an order of its own, for the key is taken of it. */
    public static String write(ColumnAnswers answers) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(Map.of(
                    "meanings", new TreeMap<>(answers.meanings()), "leftOut", new TreeSet<>(answers.leftOut()))));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Answers about columns cannot be written", fault);
        }
    }

    public static ColumnAnswers read(String json) {
        try {
            return JSON.readValue(json, ColumnAnswers.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Kept answers cannot be read at " + fault.getLocation());
        }
    }

    /** What was answered before, and what is answered now. */
    public static ColumnAnswers both(ColumnAnswers before, ColumnAnswers now) {
        Map<String, String> meanings = new LinkedHashMap<>(before.meanings());
        meanings.putAll(now.meanings());
        Set<String> leftOut = new LinkedHashSet<>(before.leftOut());
        leftOut.addAll(now.leftOut());
        return new ColumnAnswers(meanings, leftOut);
    }

    /** The same for the same file, answers and all else it is shown with, and for nothing else. */
    public static String key(byte[] file, ColumnAnswers answers, String... shown) {
        MessageDigest hash = Sha256.fresh();
        for (String part :
                Stream.concat(Stream.of(shown), Stream.of(write(answers))).toList()) {
            hash.update(part.getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
        }
        hash.update(file);
        return Sha256.hex(hash);
    }
}
