package no.alisplass.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was done, told on the page one is sent to afterwards, perhaps with a way to undo it. */
@RequestScoped
public class Flash {
    private static final String COOKIE = "alis-melding";
    private static final int SECONDS = 60;
    private static final int MOST_CHARACTERS = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CurrentVertxRequest current;
    private final Signed signed;
    private Optional<Message> read;

    @Inject
    Flash(CurrentVertxRequest current, Signed signed) {
        this.current = current;
        this.signed = signed;
    }

    /**
     * @param text key of a text, whose places the arguments fill
     * @param undo where a POST undoes it; null when it cannot be undone
     */
    @TemplateData
    public record Message(String text, List<String> arguments, String undo) {
        public String told() {
            return Texts.of(text, arguments.toArray());
        }
    }

    /** Tells on the next page; call it before {@link Pages#seeOther}. */
    public void tell(String text, Object... arguments) {
        write(new Message(text, Arrays.stream(arguments).map(String::valueOf).toList(), null));
    }

    /** As {@link #tell}, with a button that posts to {@code undo}. */
    public void tellWithUndo(String undo, String text, Object... arguments) {
        write(new Message(text, Arrays.stream(arguments).map(String::valueOf).toList(), undo));
    }

    private void write(Message message) {
        try {
            String value = signed.write(JSON.writeValueAsBytes(message));
            if (value.length() > MOST_CHARACTERS) {
                throw new IllegalArgumentException("The message " + message.text() + " is too long for a cookie.");
            }
            RoutingContext request = current.getCurrent();
            request.response().addCookie(Cookies.of(COOKIE, value, request).setMaxAge(SECONDS));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Once; the next page no longer has it. */
    Optional<Message> read() {
        if (read == null) {
            RoutingContext request = current.getCurrent();
            Cookie cookie = request.request().getCookie(COOKIE);
            read = Optional.empty();
            if (cookie != null) {
                read = signed.read(cookie.getValue()).flatMap(Flash::readable);
                request.response().addCookie(Cookies.gone(COOKIE, request));
            }
        }
        return read;
    }

    /** An earlier version may have written it: a text that is gone since is told no more. */
    private static Optional<Message> readable(byte[] written) {
        try {
            Message message = JSON.readValue(written, Message.class);
            message.told();
            return Optional.of(message);
        } catch (IOException | IllegalArgumentException | NullPointerException gone) {
            return Optional.empty();
        }
    }
}
