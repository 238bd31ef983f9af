package no.alisplass.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import no.alisplass.domain.Finding;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error, as RFC 9457 writes it, with one entry for each fault found. */
@Schema(description = "Feil etter RFC 9457, med én rad for hver ting som er galt.")
public record ProblemDetails(
        @Schema(examples = "urn:alisplass:problem:invalid") String type,

        @Schema(examples = "Noe i det som ble sendt er galt")
        String title,

        @Schema(examples = "422") int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> errors) {

    @Schema(name = "ProblemEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @Schema(examples = "entries[2].hprNumber") String field,
            @Schema(examples = "91448X9") String value,

            @Schema(examples = "waitlist.hpr-number-invalid")
            String code,

            String message) {}

    static ProblemDetails of(Kind kind, Locale locale, List<Finding> findings) {
        return of(kind, kind.status, locale, findings);
    }

    static ProblemDetails of(Kind kind, int status, Locale locale, List<Finding> findings) {
        String key = "api." + kind.slug();
        return new ProblemDetails(
                "urn:alisplass:problem:" + kind.slug(),
                Messages.text(key, locale),
                status,
                Messages.text(key + "-detail", locale),
                findings.stream()
                        .map(finding -> new Entry(
                                finding.field(), finding.value(), finding.code(), Messages.text(finding, locale)))
                        .toList());
    }

    /** The kinds there are; their slugs are part of the API and never change. */
    enum Kind {
        INVALID(422),
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        CHANGED_BY_OTHERS(412),
        TOO_SLOW(408),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        VERSION_MISSING(428),
        TOO_MANY_TRIES(429),
        TOO_MANY_STREAMS(429),
        REFUSED(400),
        FAULT(500),
        BUSY(503),
        UNAVAILABLE(503),
        PROVIDER_SILENT(503);

        final int status;

        Kind(int status) {
            this.status = status;
        }

        String slug() {
            return Text.word(this);
        }

        static Kind of(int status) {
            return switch (status) {
                case 400 -> MALFORMED;
                case 401 -> UNAUTHENTICATED;
                case 403 -> FORBIDDEN;
                case 404 -> NOT_FOUND;
                case 405 -> METHOD_NOT_ALLOWED;
                case 406 -> NOT_ACCEPTABLE;
                case 409 -> CONFLICT;
                case 408 -> TOO_SLOW;
                case 412 -> CHANGED_BY_OTHERS;
                case 413 -> TOO_LARGE;
                case 415 -> UNSUPPORTED_MEDIA_TYPE;
                case 422 -> INVALID;
                case 428 -> VERSION_MISSING;
                case 429 -> TOO_MANY_TRIES;
                default -> status < 500 ? REFUSED : FAULT;
            };
        }
    }
}
