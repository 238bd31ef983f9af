package no.alisplass.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import no.alisplass.domain.text.Read;
import no.alisplass.domain.text.Text;

/** Every text of a body, in the one form of texts; blank is empty, and what is no text is refused. */
final class TextDeserializer extends StdScalarDeserializer<String> implements ContextualDeserializer {
    private static final long serialVersionUID = 1;

    /** The server bounds bodies, and each field its own length. */
    private static final int MOST = 1_000_000;

    private enum Form {
        LINE,
        LINES,
        AS_TYPED
    }

    private final Form form;

    TextDeserializer() {
        this(Form.LINE);
    }

    private TextDeserializer(Form form) {
        super(String.class);
        this.form = form;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        if (property == null) {
            return this;
        }
        boolean lines = property.getAnnotation(Lines.class) != null;
        boolean asTyped = property.getAnnotation(AsTyped.class) != null;
        return lines ? new TextDeserializer(Form.LINES) : asTyped ? new TextDeserializer(Form.AS_TYPED) : this;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String typed = parser.getText();
        if (form == Form.AS_TYPED) {
            return typed;
        }
        Read<String> read = form == Form.LINES ? Text.readLines(typed, MOST) : Text.readLine(typed, MOST);
        if (read.isFault()) {
            throw new UnfitValueException(parser, read.fault(), typed);
        }
        return read.isBlank() ? "" : read.value();
    }
}
