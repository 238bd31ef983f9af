package no.alisplass.web.look;

import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;
import no.alisplass.register.look.Origin;
import no.alisplass.web.text.Texts;

/**
 * Where some of what is registered comes from, as the doctor is told it.
 *
 * @param fields what they are called; of what stands as it first came, that it is the rest
 */
@TemplateData
public record OriginInWords(String from, List<String> fields) {
    private static final ZoneId HERE = ZoneId.of("Europe/Oslo");

    /** @param area that holds the doctor, by name */
    static List<OriginInWords> of(List<Origin> origins, String area) {
        return origins.stream().map(each -> of(each, area, origins.size() == 1)).toList();
    }

    private static OriginInWords of(Origin origin, String area, boolean alone) {
        return new OriginInWords(
                Texts.of(
                        "look-origin-" + origin.what(),
                        area,
                        origin.at().atZone(HERE).toLocalDate()),
                origin.whole()
                        ? List.of(Texts.of(alone ? "look-origin-all" : "look-origin-rest"))
                        : origin.fields().stream()
                                .map(field -> Texts.of("register-field-" + field.replace('.', '-')))
                                .distinct()
                                .toList());
    }
}
