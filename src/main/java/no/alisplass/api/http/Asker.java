package no.alisplass.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** Whoever asks, and the language they are answered in. */
@ApplicationScoped
public class Asker {
    @Context
    HttpHeaders headers;

    /** As {@link Languages} finds it in the request's Accept-Language. */
    public Locale language() {
        return Languages.of(headers);
    }
}
