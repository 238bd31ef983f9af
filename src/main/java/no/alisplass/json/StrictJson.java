package no.alisplass.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads a file that came from outside as it stands, or not at all: what another program would read there is what is read here. White space and the
 * order of fields are free; everything else is as {@link CanonicalJson} writes it.
 */
public final class StrictJson {
    private static final ObjectMapper MAPPER = mapper();

    private StrictJson() {}

    /** A field is optional exactly when it says itself that it is left out for nothing. */
    private static final class Required extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            JsonInclude include = member.getAnnotation(JsonInclude.class);
            return include == null || include.value() != JsonInclude.Include.NON_NULL;
        }
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .annotationIntrospector(new Required())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return builder.withCoercionConfigDefaults(config -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .build();
    }

    /**
     * @param bytes UTF-8 without a byte order mark
     * @throws IllegalArgumentException when it is not that record's JSON, naming the place and what is wrong there
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        String text = text(bytes);
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonScan.check(parser);
        } catch (IOException fault) {
            throw JsonFault.of(fault);
        }
        try {
            T value = MAPPER.readValue(text, type);
            String written = CanonicalJson.write(value);
            if (!written.equals(text)) {
                JsonScan.same(MAPPER.readTree(text), MAPPER.readTree(written));
            }
            return value;
        } catch (JsonProcessingException fault) {
            throw JsonFault.of(fault);
        }
    }

    private static String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException fault) {
            throw new IllegalArgumentException(
                    "it is not UTF-8 from byte " + (intact(bytes) + 1) + " on (" + bytes.length + " bytes in all)",
                    fault);
        }
        if (text.startsWith("\uFEFF")) {
            throw new IllegalArgumentException("it begins with a byte order mark, which does not belong in JSON");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is empty");
        }
        return text;
    }

    /** How many bytes from the front are UTF-8. */
    private static int intact(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(8192);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        while (decoder.decode(in, out, true).isOverflow()) {
            out.clear();
        }
        return in.position();
    }
}
