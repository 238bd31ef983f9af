package no.alisplass.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.alisplass.domain.Finding;
import no.alisplass.platform.Caller;
import no.alisplass.platform.DatabaseLost;
import no.alisplass.platform.TokenRefused;
import no.alisplass.platform.login.NotNow;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way a request can fail, as problem+json. A fault is logged; nothing of it reaches the caller. */
public class ExceptionMappers {
    public static final String TYPE = "application/problem+json";

    /** After how long a program may ask again what was refused because others were served. */
    private static final int SECONDS_BUSY = 10;

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final Caller caller;

    @Inject
    ExceptionMappers(Caller caller) {
        this.caller = caller;
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused, HttpHeaders headers) {
        ProblemDetails.Kind kind =
                switch (refused.kind()) {
                    case INVALID -> ProblemDetails.Kind.INVALID;
                    case NOT_FOUND -> ProblemDetails.Kind.NOT_FOUND;
                    case CONFLICT -> conflict(refused.findings());
                    case BUSY -> ProblemDetails.Kind.BUSY;
                };
        ProblemDetails problem = ProblemDetails.of(kind, Languages.of(headers), refused.findings());
        return kind == ProblemDetails.Kind.BUSY ? again(problem) : answer(problem);
    }

    /** What is refused for its If-Match is told with the statuses that HTTP has for just that. */
    private static ProblemDetails.Kind conflict(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> ETags.IF_MATCH.equals(finding.field()))
                .findFirst()
                .map(finding -> finding.value() == null
                        ? ProblemDetails.Kind.VERSION_MISSING
                        : ProblemDetails.Kind.CHANGED_BY_OTHERS)
                .orElse(ProblemDetails.Kind.CONFLICT);
    }

    private static Response again(ProblemDetails problem) {
        return Response.fromResponse(answer(problem))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_BUSY)
                .build();
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException refused, HttpHeaders headers) {
        if (refused.getConstraintViolations().stream().anyMatch(ExceptionMappers::isOfTheAnswer)) {
            return fault(refused, headers);
        }
        List<Finding> findings = refused.getConstraintViolations().stream()
                .map(ExceptionMappers::finding)
                .sorted(Comparator.comparing(Finding::field).thenComparing(Finding::code))
                .toList();
        return answer(ProblemDetails.of(ProblemDetails.Kind.INVALID, Languages.of(headers), findings));
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException refused, HttpHeaders headers) {
        return answer(ProblemDetails.of(
                ProblemDetails.Kind.MALFORMED, Languages.of(headers), List.of(Unreadable.finding(refused))));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException refused, HttpHeaders headers) {
        List<Finding> why = refused.getCause() instanceof TokenRefused token ? List.of(token.finding()) : List.of();
        if (refused.getCause() instanceof NotNow notNow) {
            return notNow(notNow, headers);
        }
        return Response.fromResponse(
                        answer(ProblemDetails.of(ProblemDetails.Kind.UNAUTHENTICATED, Languages.of(headers), why)))
                // Not Basic, which browsers ask for, remember, and then send along with what other sites make them do.
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"alisplass\"")
                .build();
    }

    /** Too many wrong passwords, or too many who are being looked at: the answer says when to come again. */
    private static Response notNow(NotNow refused, HttpHeaders headers) {
        ProblemDetails.Kind kind = refused.isHeldBack() ? ProblemDetails.Kind.TOO_MANY_TRIES : ProblemDetails.Kind.BUSY;
        return Response.fromResponse(answer(ProblemDetails.of(kind, Languages.of(headers), List.of())))
                .header(HttpHeaders.RETRY_AFTER, refused.getDelay().toSeconds())
                .build();
    }

    @ServerExceptionMapper({ForbiddenException.class, AuthenticationCompletionException.class})
    Response forbidden(SecurityException refused, HttpHeaders headers) {
        List<Finding> why = refused.getCause() instanceof TokenRefused token
                ? List.of(token.finding())
                : caller.mustChangePassword()
                        ? List.of(Finding.of("password", null, "platform.password-must-change"))
                        : List.of();
        return answer(ProblemDetails.of(ProblemDetails.Kind.FORBIDDEN, Languages.of(headers), why));
    }

    @ServerExceptionMapper
    Response tooMany(EventStreams.TooMany refused, HttpHeaders headers) {
        return again(ProblemDetails.of(ProblemDetails.Kind.TOO_MANY_STREAMS, Languages.of(headers), List.of()));
    }

    @ServerExceptionMapper
    Response changedByOthers(OptimisticLockException refused, HttpHeaders headers) {
        return answer(ProblemDetails.of(
                headers.getHeaderString(ETags.IF_MATCH) == null
                        ? ProblemDetails.Kind.CONFLICT
                        : ProblemDetails.Kind.CHANGED_BY_OTHERS,
                Languages.of(headers),
                List.of(Finding.of("version", null, "api.changed-meanwhile"))));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException refused, HttpHeaders headers) {
        if (refused.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, headers);
        }
        if (refused.getCause() instanceof RefusedException unfit) {
            return refused(unfit, headers);
        }
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        if (status == ProblemDetails.Kind.BUSY.status) {
            return again(ProblemDetails.of(ProblemDetails.Kind.BUSY, Languages.of(headers), List.of()));
        }
        if (status >= 500) {
            return fault(refused, headers);
        }
        Response plain =
                answer(ProblemDetails.of(ProblemDetails.Kind.of(status), status, Languages.of(headers), List.of()));
        Response.ResponseBuilder response = Response.fromResponse(plain);
        Object allowed = refused.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? plain
                : response.header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response fault(Exception fault, HttpHeaders headers) {
        if (Unreadable.isOfTheRequest(fault)) {
            return answer(ProblemDetails.of(
                    ProblemDetails.Kind.MALFORMED,
                    Languages.of(headers),
                    List.of(Finding.of("body", null, "api.request-unreadable"))));
        }
        if (DatabaseLost.is(fault)) {
            LOG.warn("A request was refused: the database is away, or has no connection to spare");
            return again(ProblemDetails.of(ProblemDetails.Kind.UNAVAILABLE, Languages.of(headers), List.of()));
        }
        if (fault instanceof OIDCException) {
            LOG.warn("A token could not be looked at: the identity provider does not answer");
            return again(ProblemDetails.of(ProblemDetails.Kind.PROVIDER_SILENT, Languages.of(headers), List.of()));
        }
        FaultLog.note(fault);
        return answer(ProblemDetails.of(ProblemDetails.Kind.FAULT, Languages.of(headers), List.of()));
    }

    static Response answer(ProblemDetails problem) {
        return Response.status(problem.status()).type(TYPE).entity(problem).build();
    }

    private static boolean isOfTheAnswer(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    /** The rule's own name is the code; its bounds are the arguments of the text. */
    private static Finding finding(ConstraintViolation<?> violation) {
        List<String> field = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() != ElementKind.METHOD) {
                field.add(node.toString());
            }
        }
        // The name of the parameter that is the whole body tells the caller nothing.
        String path = String.join(".", field.size() > 1 ? field.subList(1, field.size()) : field);
        // A list's element has a name of its own in the path, besides its place: entries[0].<list element>.
        String name = path.replaceAll("\\.?<[a-z ]+>", "");
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var bounds = violation.getConstraintDescriptor().getAttributes();
        Object value = violation.getInvalidValue();
        boolean tellable = value instanceof Number || value instanceof CharSequence text && text.length() <= 100;
        String form = String.valueOf(bounds.get("regexp"));
        return Finding.of(
                name,
                tellable ? value : null,
                rule.equals("Pattern") ? Patterns.code(form) : "api." + kebab(rule),
                rule.equals("Pattern") ? form.replace("|", ", ") : bound(bounds, "min"),
                bound(bounds, "max"));
    }

    /** What the rule has under that name, or its one value; a number as one. */
    private static Object bound(Map<String, Object> bounds, String name) {
        Object bound = bounds.getOrDefault(name, bounds.getOrDefault("value", ""));
        return bound instanceof Integer || bound instanceof Long ? bound : String.valueOf(bound);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
