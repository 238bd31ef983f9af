package no.alisplass.web.text;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateData;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Locale;
import no.alisplass.platform.Messages;

/** The languages of the pages; the reader's choice is kept in a cookie, and bokmål is the default. */
@TemplateData
public enum Language {
    BOKMAL("nb", "Bokmål", Messages.BOKMAL),
    NYNORSK("nn", "Nynorsk", Locale.forLanguageTag("nn-NO")),
    ENGLISH("en", "English", Locale.forLanguageTag("en-GB"));

    public static final String COOKIE = "alis-sprak";

    private final String tag;
    private final String nativeName;
    private final Locale locale;

    Language(String tag, String nativeName, Locale locale) {
        this.tag = tag;
        this.nativeName = nativeName;
        this.locale = locale;
    }

    /** The language of the request being answered; bokmål outside of one. */
    public static Language current() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return BOKMAL;
        }
        RoutingContext request =
                container.instance(CurrentVertxRequest.class).get().getCurrent();
        Cookie cookie = request == null ? null : request.request().getCookie(COOKIE);
        return of(cookie == null ? "" : cookie.getValue());
    }

    public static Language of(String tag) {
        return Arrays.stream(values())
                .filter(each -> each.tag.equals(tag))
                .findFirst()
                .orElse(BOKMAL);
    }

    public String tag() {
        return tag;
    }

    public String nativeName() {
        return nativeName;
    }

    public Locale locale() {
        return locale;
    }
}
