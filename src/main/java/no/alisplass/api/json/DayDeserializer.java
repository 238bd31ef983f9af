package no.alisplass.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import no.alisplass.domain.text.Dates;
import no.alisplass.domain.text.Read;
import no.alisplass.domain.text.Text;

/** A day of a body, as text; numbers, lists and moments are none, and neither is an empty text: null is nothing. */
final class DayDeserializer extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1;

    DayDeserializer() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING) || Text.blank(parser.getText())) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        Read<LocalDate> read = Dates.day(parser.getText());
        if (read.isFault()) {
            throw new UnfitValueException(parser, read.fault(), parser.getText());
        }
        return read.value();
    }
}
