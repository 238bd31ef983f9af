package no.alisplass.waitlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import no.alisplass.json.CanonicalJson;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * The entries of a list as they are stored, in a form whose number is kept beside them so that older lists stay readable.
 *
 * @param schema {@value #SCHEMA}; raised when a stored fact changes its meaning
 */
public record WaitlistContent(int schema, List<WaitlistEntry> entries) {
    static final int SCHEMA = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** What the hash of a submission is taken of. */
    private record Hashed(RoundId round, AreaCode area, Integer awayLimit, WaitlistContent content) {}

    public static String write(List<WaitlistEntry> entries) {
        return json(new WaitlistContent(SCHEMA, entries));
    }

    public static List<WaitlistEntry> read(String json) {
        try {
            return JSON.readValue(json, WaitlistContent.class).entries();
        } catch (JsonProcessingException fault) {
            // The cause would repeat what it could not read.
            throw new IllegalStateException("A stored waitlist cannot be read at " + fault.getLocation());
        }
    }

    static String sha256(RoundId round, AreaCode area, Integer awayLimit, List<WaitlistEntry> entries) {
        return CanonicalJson.hash(new Hashed(round, area, awayLimit, new WaitlistContent(SCHEMA, entries)));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A waitlist cannot be written as JSON");
        }
    }
}
