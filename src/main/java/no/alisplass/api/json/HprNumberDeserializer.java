package no.alisplass.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import no.alisplass.domain.text.Text;

/** An HPR number as it was sent, as text or as the number that spreadsheets and scripts make of it; it is read later. */
public final class HprNumberDeserializer extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    public HprNumberDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String line = Text.line(parser.getText());
        return line == null ? "" : line;
    }
}
