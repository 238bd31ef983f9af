package no.alisplass.web.look;

import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;
import no.alisplass.register.look.Origin;
import no.alisplass.web.text.Texts;

/**
 * Where some of what is registered comes from, as the doctor is told it.
 *
 * @param fields what they are called
 */
@TemplateData
public record OriginInWords(String from, List<String> fields) {
    private static final ZoneId HERE = ZoneId.of("Europe/Oslo");

    /** @param area that holds the doctor, by name */
    static OriginInWords of(Origin origin, String area) {
        return new OriginInWords(
                Texts.of(
                        "look-origin-" + origin.what(),
                        area,
                        origin.at().atZone(HERE).toLocalDate()),
                origin.fields().stream()
                        .map(field -> Texts.of("register-field-" + field.replace('.', '-')))
                        .distinct()
                        .toList());
    }
}
