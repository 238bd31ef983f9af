package no.alisplass.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.TreeSet;

/** What no file of a run may hold, whatever it is about, and where two readings of one differ. */
final class JsonScan {
    private JsonScan() {}

    /**
     * Goes through all tokens.
     *
     * @throws IllegalArgumentException at null, a number that is not written as a whole one, half a character, and anything after the value
     */
    static void check(JsonParser parser) {
        try {
            tokens(parser);
        } catch (IOException fault) {
            boolean tooDeep = fault instanceof StreamConstraintsException;
            throw JsonFault.syntax(fault, tooDeep ? "" : place(parser.getParsingContext()));
        }
    }

    private static void tokens(JsonParser parser) throws IOException {
        int depth = 0;
        JsonToken token = parser.nextToken();
        while (token != null) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            String wrong = wrong(parser, token);
            if (wrong != null) {
                throw fault(parser, wrong);
            }
            token = parser.nextToken();
            if (depth == 0 && token != null) {
                throw fault(parser, "more stands after the end");
            }
        }
    }

    private static String wrong(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case VALUE_NULL:
                return parser.getParsingContext().inRoot()
                        ? "it says null and nothing else"
                        : "it says null; what is not there must be left out";
            case VALUE_NUMBER_FLOAT:
                return parser.getText() + " must be a whole number, without a fraction or an exponent";
            case VALUE_NUMBER_INT:
                return parser.getText().equals("-0") ? "-0 must be written 0" : null;
            case VALUE_STRING, FIELD_NAME:
                return whole(parser.getText()) ? null : "the text holds half a character (a lone surrogate)";
            default:
                return null;
        }
    }

    private static boolean whole(String text) {
        return text.codePoints().noneMatch(sign -> Character.MIN_SURROGATE <= sign && sign <= Character.MAX_SURROGATE);
    }

    private static IllegalArgumentException fault(JsonParser parser, String what) {
        return new IllegalArgumentException(
                JsonFault.at(place(parser.getParsingContext()), parser.currentTokenLocation()) + what);
    }

    private static String place(JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String before = place(context.getParent());
        if (context.inArray()) {
            return before + "[" + Math.max(0, context.getCurrentIndex()) + "]";
        }
        String name = context.getCurrentName();
        return name == null ? before : before.isEmpty() ? name : before + "." + name;
    }

    /** @throws IllegalArgumentException at the first place where what stands there is not what was read of it */
    static void same(JsonNode stands, JsonNode read) {
        String where = difference("", stands, read);
        if (where != null) {
            throw new IllegalArgumentException(
                    JsonFault.at(where, null) + "what stands there is not the one way to write it");
        }
    }

    private static String difference(String place, JsonNode stands, JsonNode read) {
        if (stands == null || read == null) {
            return place;
        }
        if (stands.isObject() && read.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            stands.fieldNames().forEachRemaining(names::add);
            read.fieldNames().forEachRemaining(names::add);
            String where = null;
            for (Iterator<String> name = names.iterator(); where == null && name.hasNext(); ) {
                String next = name.next();
                where = difference(place.isEmpty() ? next : place + "." + next, stands.get(next), read.get(next));
            }
            return where;
        }
        if (stands.isArray() && read.isArray() && stands.size() == read.size()) {
            String where = null;
            for (int i = 0; where == null && i < stands.size(); i++) {
                where = difference(place + "[" + i + "]", stands.get(i), read.get(i));
            }
            return where;
        }
        // By text: a number that needs 64 bits and one that needs 32 are the same where they are written the same.
        return stands.isValueNode() && read.isValueNode() && stands.toString().equals(read.toString()) ? null : place;
    }
}
