package no.alisplass.api.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.alisplass.domain.Finding;
import no.alisplass.domain.Result;
import no.alisplass.domain.Versioned;
import org.jboss.resteasy.reactive.RestResponse;

/** Versions as HTTP tells them: out as {@code ETag}, in as {@code If-Match}. */
public final class ETags {
    static final String IF_MATCH = "If-Match";

    private static final Pattern FORM = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

    private ETags() {}

    /** The version the sender edited; null without the header, refused when it is none of ours. */
    public static Long seen(String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher form = FORM.matcher(ifMatch.strip());
        if (!form.matches()) {
            return Answers.of(Result.invalid(Finding.of(IF_MATCH, ifMatch, "api.if-match", ifMatch)));
        }
        return Long.valueOf(form.group(1));
    }

    public static <T> RestResponse<T> answer(T body, long version) {
        return RestResponse.ResponseBuilder.ok(body).tag(Long.toString(version)).build();
    }

    public static <T> RestResponse<T> answer(Versioned<?> versioned, T body) {
        return answer(body, versioned.version());
    }
}
