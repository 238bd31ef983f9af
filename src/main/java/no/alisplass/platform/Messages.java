package no.alisplass.platform;

import java.text.DateFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;

/** The texts people read, from {@code messages/<room>.properties}; the default language is bokmål. */
public final class Messages {
    public static final Locale BOKMAL = Locale.forLanguageTag("nb-NO");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String POLICIES = "policies";

    /** A text of a bundle, in a language. */
    private record Pattern(String code, Locale locale) {}

    /** @param brief the places where the text has a day in few signs: <code>{0,date,short}</code> */
    private record Form(MessageFormat format, Set<Integer> brief) {
        static Form of(String text, Locale locale) {
            MessageFormat format = new MessageFormat(text, locale);
            Format[] places = format.getFormatsByArgumentIndex();
            Set<Integer> brief = new HashSet<>();
            for (int at = 0; at < places.length; at++) {
                if (places[at] instanceof DateFormat) {
                    brief.add(at);
                    format.setFormatByArgumentIndex(at, null);
                }
            }
            return new Form(format, brief);
        }

        Object told(int at, Object argument, Locale locale) {
            return brief.contains(at) && argument instanceof LocalDate day
                    ? Told.shortDate(day)
                    : Told.of(argument, locale);
        }
    }

    /** Those that have been told, which are no more than there are texts: one that does not exist is not kept. */
    private static final Map<Pattern, Form> FORMS = new ConcurrentHashMap<>();

    private Messages() {}

    /**
     * What a policy says in words of its own (its title, the sources it names) in that language. A policy is published in
     * bokmål and never changed, so its words are looked for among the bokmål texts of {@code messages/policies.properties};
     * words that do not stand there are told as the policy has them.
     */
    public static String ofPolicy(String words, Locale locale) {
        return text(ofPolicy(words), locale);
    }

    /** The same, before it is known in which language. */
    public static Message ofPolicy(String words) {
        return bundle(POLICIES, BOKMAL).keySet().stream()
                .map(key -> POLICIES + "." + key)
                .filter(code -> text(code, BOKMAL).equals(words))
                .findFirst()
                .map(Message::of)
                .orElseGet(() -> Message.of("platform.as-written", words));
    }

    /** What was found, told; where it was is told beside it. */
    public static String text(Finding finding, Locale locale) {
        return text(finding.message(), locale);
    }

    /** The message in that language; its code when the room has no text for it. */
    public static String text(Message message, Locale locale) {
        return text(message.code(), locale, message.arguments().toArray());
    }

    /** The text with that code ({@code room.key}), its places filled in words ({@link Told}); the code itself when there is none. */
    public static String text(String code, Locale locale, Object... arguments) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            return code;
        }
        try {
            Form form = FORMS.computeIfAbsent(new Pattern(code, locale), Messages::read);
            Object[] told = new Object[arguments.length];
            for (int at = 0; at < told.length; at++) {
                told[at] = form.told(at, arguments[at], locale);
            }
            // One that is used is not for others at the same time.
            return ((MessageFormat) form.format.clone()).format(told);
        } catch (MissingResourceException unknown) {
            return code;
        }
    }

    private static Form read(Pattern asked) {
        int dot = asked.code().indexOf('.');
        String room = asked.code().substring(0, dot);
        return Form.of(bundle(room, asked.locale()).getString(asked.code().substring(dot + 1)), asked.locale());
    }

    private static ResourceBundle bundle(String room, Locale locale) {
        return ResourceBundle.getBundle("messages." + room, locale, Messages.class.getClassLoader(), NO_FALLBACK);
    }
}
