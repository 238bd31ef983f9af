package no.alisplass.waitlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import no.alisplass.domain.text.Sha256;
import no.alisplass.register.file.ColumnAnswers;

/** The answers about a file's columns as they are kept, and the key of the file with them. */
final class FileAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FileAnswers() {}

    /** In an order of its own, for the key is taken of it. */
    static String write(ColumnAnswers answers) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(Map.of(
                    "meanings", new TreeMap<>(answers.meanings()), "leftOut", new TreeSet<>(answers.leftOut()))));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Answers about columns cannot be written", fault);
        }
    }

    static ColumnAnswers read(String json) {
        try {
            return JSON.readValue(json, ColumnAnswers.class);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Kept answers cannot be read at " + fault.getLocation());
        }
    }

    /** The same for the same user, list, file and answers, and for nothing else. */
    static String key(String user, Submission draft, byte[] file, ColumnAnswers answers) {
        MessageDigest hash = Sha256.fresh();
        for (String part : new String[] {
            user, draft.round().value(), draft.area().value(), Long.toString(draft.version()), write(answers)
        }) {
            hash.update(part.getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
        }
        hash.update(file);
        return Sha256.hex(hash);
    }
}
