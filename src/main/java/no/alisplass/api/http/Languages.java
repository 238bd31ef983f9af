package no.alisplass.api.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import no.alisplass.platform.Messages;

/** The language a caller is answered in. */
public final class Languages {
    private static final List<String> BOKMAL = List.of("nb", "no");
    private static final List<String> OTHERS = List.of("nn", "en");

    private Languages() {}

    /** Bokmål, unless nynorsk or English is asked for first. */
    public static Locale of(HttpHeaders headers) {
        try {
            return headers.getAcceptableLanguages().stream()
                    .filter(each -> BOKMAL.contains(each.getLanguage()) || OTHERS.contains(each.getLanguage()))
                    .findFirst()
                    .filter(each -> OTHERS.contains(each.getLanguage()))
                    .map(each -> Locale.forLanguageTag(each.getLanguage()))
                    .orElse(Messages.BOKMAL);
        } catch (RuntimeException unreadableHeader) {
            return Messages.BOKMAL;
        }
    }
}
