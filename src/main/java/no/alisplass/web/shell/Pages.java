package no.alisplass.web.shell;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import no.alisplass.domain.Result;

/** How a page answers. */
public final class Pages {
    static final int UNPROCESSABLE = 422;
    public static final int UNAVAILABLE = 503;

    /** After how long what was refused because others were served may be asked again. */
    private static final int SECONDS_BUSY = 10;

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private Pages() {}

    /** The value; a refusal becomes the page that says 404, 409 or 422. For forms see {@link Form#take}. */
    public static <T> T of(Result<T> outcome) {
        if (outcome instanceof Result.Done<T> done) {
            return done.value();
        }
        Result.Refused<T> refused = (Result.Refused<T>) outcome;
        throw new PageRefused(refused.kind(), refused.findings());
    }

    /** After something was done: go there, so that loading the page again does not do it again. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** The form again as {@link #faulty}; when others were served instead, with how long to wait. */
    public static Response refused(Result<?> outcome, TemplateInstance page) {
        boolean busy = outcome instanceof Result.Refused<?> refused && refused.kind() == Result.Kind.BUSY;
        return busy
                ? Response.fromResponse(show(page, UNAVAILABLE))
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_BUSY)
                        .build()
                : faulty(page);
    }

    public static Response show(TemplateInstance page) {
        return show(page, Response.Status.OK.getStatusCode());
    }

    /** The form again, with what is wrong and what was typed. */
    public static Response faulty(TemplateInstance page) {
        return show(page, UNPROCESSABLE);
    }

    public static Response show(TemplateInstance page, int status) {
        return Response.status(status).type(HTML).entity(page.render()).build();
    }
}
