package no.alisplass.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.NumberToJSON;

/**
 * Reads and writes problems, proposals and what is kept beside them as canonical JSON (RFC 8785), in one pass: fields sorted, lower-case
 * escapes, and numbers as a double has them. The keys of maps must be strings, and
 * the fields beside a kind must sort after {@code kind}.
 */
public final class ProblemJson {
    /** Beyond this a double, and so canonical JSON, cannot tell whole numbers apart. */
    private static final long EXACT = 1L << 53;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializerFactory(new FlatFields())
            .findAndAddModules()
            .addModule(numbers())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private ProblemJson() {}

    private static SimpleModule numbers() {
        SimpleModule module = new SimpleModule("canonical numbers");
        JsonSerializer<Number> number = new CanonicalNumber();
        module.addSerializer(Long.class, number);
        module.addSerializer(Long.TYPE, number);
        module.addSerializer(Double.class, number);
        module.addSerializer(Double.TYPE, number);
        module.addSerializer(Float.class, number);
        module.addSerializer(Float.TYPE, number);
        module.addSerializer(BigInteger.class, number);
        module.addSerializer(BigDecimal.class, number);
        return module;
    }

    private static final class CanonicalNumber extends JsonSerializer<Number> {
        @Override
        public void serialize(Number value, JsonGenerator to, SerializerProvider provider) throws IOException {
            if (value instanceof Long whole && -EXACT <= whole && whole <= EXACT) {
                to.writeNumber(whole.longValue());
            } else {
                to.writeNumber(NumberToJSON.serializeNumber(value.doubleValue()));
            }
        }
    }

    /** The canonical JSON of a record: the same value gives the same text on every machine. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalArgumentException when the text is not JSON of that record, naming where and why
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a readable " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the canonical bytes, in hexadecimal. */
    public static String hash(Object value) {
        MessageDigest digest = sha256();
        try (Writer to = new OutputStreamWriter(
                new DigestOutputStream(OutputStream.nullOutputStream(), digest), StandardCharsets.UTF_8)) {
            MAPPER.writeValue(to, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
