package no.alisplass.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads what stands in a body and nothing else: no value is turned into one of another kind, nothing is cut off, no key
 * may stand twice and nothing after the end.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    private static final List<LogicalType> NUMBERS = List.of(LogicalType.Integer, LogicalType.Float);

    @Override
    public int priority() {
        // After the modules of others, whose readers of dates are looser.
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(
                DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
                DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
                DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        for (LogicalType type : LogicalType.values()) {
            MutableCoercionConfig config = mapper.coercionConfigFor(type);
            for (CoercionInputShape shape : CoercionInputShape.values()) {
                if (!own(type, shape)) {
                    config.setCoercion(shape, CoercionAction.Fail);
                }
            }
        }
        mapper.registerModule(new SimpleModule("alisplass-texts")
                .addDeserializer(String.class, new TextDeserializer())
                .addDeserializer(LocalDate.class, new DayDeserializer()));
    }

    /** Whether values of a type are written in that shape. */
    private static boolean own(LogicalType type, CoercionInputShape shape) {
        return switch (shape) {
            case Integer -> NUMBERS.contains(type);
            case Float -> type == LogicalType.Float;
            case Boolean -> type == LogicalType.Boolean;
            case String -> type != LogicalType.Boolean && !NUMBERS.contains(type);
            case Array, EmptyArray -> type == LogicalType.Array || type == LogicalType.Collection;
            default -> false;
        };
    }
}
