package no.alisplass.api.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.alisplass.api.json.UnfitValueException;
import no.alisplass.domain.Finding;
import no.alisplass.domain.text.Text;

/** Says of a body that cannot be read what is wrong with it: the field, what stood there and what to write instead. */
final class Unreadable {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.{1,100})'.*", Pattern.DOTALL);
    private static final Pattern LONG_NUMBER = Pattern.compile("(?:[0-9][\\s.-]?){10,}");
    private static final Map<Class<?>, String> WORDS = Map.of(
            int.class, "api.whole-number",
            Integer.class, "api.whole-number",
            long.class, "api.whole-number",
            Long.class, "api.whole-number",
            BigDecimal.class, "api.number",
            boolean.class, "api.yes-or-no",
            Boolean.class, "api.yes-or-no",
            String.class, "api.text",
            LocalDate.class, "api.date");

    /** What takes requests apart, before anything of ours is asked. */
    private static final List<String> READERS = List.of(
            "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler",
            "org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler",
            "org.jboss.resteasy.reactive.server.core.multipart.",
            "org.jboss.resteasy.reactive.common.util.URLUtils",
            "org.jboss.resteasy.reactive.common.util.Encode");

    private Unreadable() {}

    /**
     * Whether it came of a request that nobody could have read: torn off, wrongly encoded, with a boundary that is none.
     * The readers of requests have no exception of their own for that.
     */
    static boolean isOfTheRequest(Throwable fault) {
        for (StackTraceElement frame : fault.getStackTrace()) {
            if (frame.getClassName().startsWith("no.alisplass.")) {
                return false;
            }
            if (READERS.stream().anyMatch(frame.getClassName()::startsWith)) {
                return true;
            }
        }
        return false;
    }

    static Finding finding(JsonProcessingException refused) {
        Throwable root = refused;
        while (root.getCause() instanceof JsonProcessingException cause) {
            root = cause;
        }
        String field = refused instanceof JsonMappingException mapping ? field(mapping) : "";
        Matcher twice = TWICE.matcher(String.valueOf(((JsonProcessingException) root).getOriginalMessage()));
        if (twice.matches()) {
            String key = Text.shown(twice.group(1));
            return Finding.of(field.isEmpty() ? key : within(field, key), null, "api.key-twice", key);
        }
        if (root instanceof UnfitValueException unfit) {
            return unfit.fault().at(field, tellable(unfit.typed()));
        }
        if (root instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Finding.of(field, null, "api.field-unknown", Text.shown(unknown.getPropertyName()), known);
        }
        boolean broken = root instanceof StreamReadException && !(root instanceof InputCoercionException);
        if (!broken && root instanceof MismatchedInputException mismatch && trailing(mismatch)) {
            return Finding.of("body", null, "api.body-more");
        }
        if (!broken && refused instanceof JsonMappingException && !field.isEmpty()) {
            return mismatched(field, root);
        }
        JsonLocation place = refused.getLocation();
        if (!broken && root instanceof MismatchedInputException) {
            return Finding.of("body", null, "api.object");
        }
        return place == null
                ? Finding.of("body", null, "api.body-unreadable")
                : Finding.of(
                        "body",
                        null,
                        "api.body-unreadable-at",
                        Integer.toString(place.getLineNr()),
                        Integer.toString(place.getColumnNr()));
    }

    private static Finding mismatched(String field, Throwable root) {
        Class<?> target = target(root);
        String value = value((JsonProcessingException) root);
        String shown = value == null ? "–" : Text.shown(value);
        if (target != null && target.isEnum()) {
            String words = Arrays.stream(target.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return Finding.of(field, value, "api.word", shown, words);
        }
        String code = target == null
                ? "api.field-unreadable"
                : Collection.class.isAssignableFrom(target)
                        ? "api.list"
                        : target.isRecord() ? "api.object" : WORDS.getOrDefault(target, "api.field-unreadable");
        return Finding.of(field, value, code, shown);
    }

    private static Class<?> target(Throwable root) {
        return root instanceof InputCoercionException coercion
                ? coercion.getTargetType()
                : root instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    /** What stood there, if it is short and cannot be an identity number. */
    private static String value(JsonProcessingException root) {
        if (root instanceof InvalidFormatException invalid && invalid.getValue() != null) {
            return tellable(invalid.getValue().toString());
        }
        try {
            return root.getProcessor() instanceof JsonParser parser
                            && parser.currentToken() != null
                            && parser.currentToken().isScalarValue()
                    ? tellable(parser.getText())
                    : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static String tellable(String value) {
        return value == null
                        || value.length() > 100
                        || LONG_NUMBER.matcher(value).find()
                ? null
                : value;
    }

    private static boolean trailing(MismatchedInputException mismatch) {
        return String.valueOf(mismatch.getOriginalMessage()).startsWith("Trailing token");
    }

    private static String within(String field, String key) {
        Set<String> same = Set.of(key);
        String last = field.substring(field.lastIndexOf('.') + 1);
        return same.contains(last) ? field : field + "." + key;
    }

    private static String field(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
