package no.alisplass.web.shell;

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
import no.alisplass.platform.Signed;
import no.alisplass.web.text.Texts;

/** What was done, told on the page one is sent to afterwards, perhaps with a way to undo it. */
@RequestScoped
public class Flash {
    private static final String COOKIE = "alis-melding";
    private static final int SECONDS = 60;
    private static final int MAX_CHARACTERS = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CurrentVertxRequest current;
    private final Signed signed;
    private Optional<Message> read;
    private String written;

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
    public record Message(String text, List<Object> arguments, String undo) {
        public String told() {
            return Texts.of(text, arguments.toArray());
        }
    }

    /** Tells on the next page; call it before {@link Pages#seeOther}. */
    public void tell(String text, Object... arguments) {
        write(new Message(text, told(arguments), null));
    }

    /** As {@link #tell}, with a button that posts to {@code undo}. */
    public void tellWithUndo(String undo, String text, Object... arguments) {
        write(new Message(text, told(arguments), undo));
    }

    /** A cookie holds words, so a date is written out here; numbers stay, for texts that tell one from many. */
    private static List<Object> told(Object... arguments) {
        return Arrays.stream(arguments)
                .map(each -> each instanceof Integer ? each : (Object) Texts.told(each))
                .toList();
    }

    /** What the cookie holds that this request writes; null for nothing. */
    String written() {
        return written;
    }

    /** Tells again what was told to the same form before; null for nothing. */
    void repeat(String value) {
        if (value != null) {
            put(value);
        }
    }

    private void put(String value) {
        written = value;
        RoutingContext request = current.getCurrent();
        request.response().addCookie(Cookies.of(COOKIE, value, request).setMaxAge(SECONDS));
    }

    private void write(Message message) {
        try {
            String value = signed.write(COOKIE, JSON.writeValueAsBytes(message));
            if (value.length() > MAX_CHARACTERS) {
                throw new IllegalArgumentException("The message " + message.text() + " is too long for a cookie.");
            }
            put(value);
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
                read = signed.read(COOKIE, cookie.getValue()).flatMap(Flash::readable);
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
