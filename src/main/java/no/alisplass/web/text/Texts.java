package no.alisplass.web.text;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import no.alisplass.domain.Finding;
import no.alisplass.domain.message.Message;
import no.alisplass.platform.Messages;
import no.alisplass.platform.Told;

/**
 * The texts of the pages, in the reader's language: {@code {t:key}} or {@code {t:key(argument)}} in a template, {@link
 * #of} in code. A key is looked for in {@code messages/web.properties}, then in the bundle of each section.
 */
@EngineConfiguration
public final class Texts implements NamespaceResolver {
    /** Each has its bokmål file and, beside it, {@code _nn} and {@code _en}; no key stands in two of them. */
    static final List<String> BUNDLES = List.of(
            "web",
            "web-coordinator",
            "web-municipality",
            "web-department",
            "web-planner",
            "web-scenario",
            "web-forecast",
            "web-admin",
            "web-look",
            "web-offer",
            "web-vacancy");

    /** The text, its places filled: dates, half-years and months as people write them. */
    public static String of(String key, Object... arguments) {
        return find(key, arguments)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no text " + key + ". Maybe add it to src/main/resources/messages/web*.properties."));
    }

    private static Optional<String> find(String key, Object... arguments) {
        Locale locale = Language.current().locale();
        for (String bundle : BUNDLES) {
            String code = bundle + "." + key;
            String text = Messages.text(code, locale, arguments);
            if (!text.equals(code)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /**
     * What a room says, for someone at a page: what the rooms call by an id is called by its name, and where the room's text
     * speaks to programs ({@code round.changed-meanwhile}), the pages have one of their own ({@code finding-round-changed-meanwhile}).
     */
    public static String of(Message message) {
        Object[] named = message.arguments().stream().map(Directory::named).toArray();
        return find("finding-" + message.code().replace('.', '-'), named)
                .orElseGet(
                        () -> Messages.text(message.code(), Language.current().locale(), named));
    }

    /** What was found; where it was found is shown beside it. */
    public static String of(Finding finding) {
        return of(finding.message());
    }

    /** What is told by others' words than the pages' own, with what the rooms call by an id called by its name. */
    public static Finding named(Finding finding) {
        Object[] named =
                finding.message().arguments().stream().map(Directory::named).toArray();
        return Finding.of(finding.place(), finding.value(), Message.of(finding.code(), named));
    }

    /** A policy's own words, its title or a source it names, in the language of the page. */
    public static String ofPolicy(String words) {
        return Messages.ofPolicy(words, Language.current().locale());
    }

    /** One thing a text names, written out. */
    public static String told(Object argument) {
        return String.valueOf(Told.of(argument, Language.current().locale()));
    }

    @Override
    public String getNamespace() {
        return "t";
    }

    /** {@code {t:key}}, {@code {t:key(arguments)}}, and {@code {t:of(nameOfKey, arguments)}} for a key that is data. */
    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        List<Expression> parameters = context.getParams();
        if (parameters.isEmpty()) {
            return CompletedStage.of(of(context.getName()));
        }
        CompletionStage<List<Object>> all = CompletedStage.of(new ArrayList<>());
        for (Expression parameter : parameters) {
            all = all.thenCombine(context.evaluate(parameter), (list, value) -> {
                list.add(value);
                return list;
            });
        }
        boolean keyIsData = context.getName().equals("of");
        return all.thenApply(values -> keyIsData
                ? of(values.get(0).toString(), values.subList(1, values.size()).toArray())
                : of(context.getName(), values.toArray()));
    }
}
