package no.alisplass.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Says what Jackson found wrong in words for whoever has the file, not for whoever has the code. */
final class JsonFault {
    private JsonFault() {}

    static IllegalArgumentException of(IOException fault) {
        if (fault instanceof JsonMappingException mapping) {
            return new IllegalArgumentException(
                    at(place(mapping.getPath()), mapping.getLocation()) + what(mapping), fault);
        }
        return syntax(fault, "");
    }

    /** What is wrong with the text itself, at a place in it. */
    static IllegalArgumentException syntax(IOException fault, String place) {
        JsonLocation location = fault instanceof JsonProcessingException json ? json.getLocation() : null;
        return new IllegalArgumentException(at(place, location) + syntax(fault), fault);
    }

    /** Where something is, to put before what it is. */
    static String at(String place, JsonLocation location) {
        String where = place.isEmpty() ? "" : "at " + place + " ";
        if (location != null && location.getLineNr() > 0) {
            where += "(line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        }
        return where.isEmpty() ? "" : where.strip() + ": ";
    }

    private static String place(List<JsonMappingException.Reference> path) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                place.append('[').append(Math.max(0, step.getIndex())).append(']');
            } else {
                place.append(place.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return place.toString();
    }

    private static String syntax(IOException fault) {
        if (fault instanceof JsonEOFException) {
            return "it ends before it is complete";
        }
        if (fault instanceof StreamConstraintsException) {
            return "it is nested deeper, or has longer numbers or texts, than any such file";
        }
        String message = fault instanceof JsonProcessingException json ? json.getOriginalMessage() : fault.getMessage();
        return message.startsWith("Duplicate field")
                ? message.replace("Duplicate field", "the same object has twice the field")
                        .replace("'", "")
                : "it is not JSON (" + message.lines().findFirst().orElse("") + ")";
    }

    private static String what(JsonMappingException fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InputCoercionException) {
                return "the number is larger than any that can stand there";
            }
            if (cause instanceof JsonProcessingException || cause instanceof IOException) {
                return syntax((IOException) cause);
            }
        }
        if (fault instanceof ValueInstantiationException && fault.getCause() != null) {
            return fault.getCause().getMessage();
        }
        if (fault instanceof PropertyBindingException unknown) {
            return "there is no field " + unknown.getPropertyName();
        }
        if (fault instanceof InvalidTypeIdException id) {
            return id.getTypeId() == null ? "the field kind is missing" : id.getTypeId() + " is no kind of proof";
        }
        String message = fault.getOriginalMessage();
        if (message.startsWith("Missing required creator property")) {
            return "the field " + message.replaceAll("(?s)^[^']*'([^']*)'.*", "$1") + " is missing";
        }
        return fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? "there must be " + wanted(mismatch.getTargetType())
                : "what stands there cannot be read";
    }

    private static String wanted(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Object::toString)
                                    .toList());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        boolean text = type == String.class || type.getPackageName().equals("no.alisplass.domain") || oneValue(type);
        return text ? "a text" : "an object with fields";
    }

    private static boolean oneValue(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
