package no.alisplass.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import no.alisplass.domain.Finding;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.platform.Messages;

/**
 * The texts of the pages, in the reader's language: {@code {t:key}} or {@code {t:key(argument)}} in a template, {@link
 * #of} in code. A key is looked for in {@code messages/web.properties}, then in the bundle of each section.
 */
@EngineConfiguration
public final class Texts implements NamespaceResolver {
    /** Each has its bokmål file and, beside it, {@code _nn} and {@code _en}; no key stands in two of them. */
    static final List<String> BUNDLES =
            List.of("web", "web-koordinator", "web-kommune", "web-avdeling", "web-planlegger", "web-admin");

    /** The text, its places filled: dates, half-years and months as people write them. */
    public static String of(String key, Object... arguments) {
        Locale locale = Language.current().locale();
        for (String bundle : BUNDLES) {
            String code = bundle + "." + key;
            String text = Messages.text(code, locale, told(arguments));
            if (!text.equals(code)) {
                return text;
            }
        }
        throw new IllegalArgumentException(
                "There is no text " + key + ". Maybe add it to src/main/resources/messages/web*.properties.");
    }

    static String of(Finding finding) {
        return Messages.text(finding, Language.current().locale());
    }

    /** A policy's own words, its title or a source it names, in the language of the page. */
    static String ofPolicy(String words) {
        return Messages.ofPolicy(words, Language.current().locale());
    }

    private static Object[] told(Object... arguments) {
        Object[] told = new Object[arguments.length];
        for (int at = 0; at < told.length; at++) {
            told[at] = told(arguments[at]);
        }
        return told;
    }

    private static Object told(Object argument) {
        if (argument instanceof LocalDate date) {
            return Formats.dato(date);
        }
        if (argument instanceof HalfYear halfYear) {
            return Formats.halvaar(halfYear);
        }
        if (argument instanceof Months months) {
            return Formats.tall(months);
        }
        return argument instanceof Number ? argument : String.valueOf(argument);
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
