package no.alisplass.explanation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.message.Message;
import no.alisplass.platform.Messages;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.TakenEarlier;

/** Departments, half-years and stays in one language. */
final class ExplanationWords {
    private final Locale locale;
    private final Function<DepartmentId, String> departments;

    ExplanationWords(Locale locale, Function<DepartmentId, String> departments) {
        this.locale = locale;
        this.departments = departments;
    }

    /** The sentence of that key in {@code messages/explanation.properties}. */
    String say(String key, Object... arguments) {
        return text(Message.of("explanation." + key, arguments));
    }

    /** The text of another room. */
    String text(Message message) {
        return Messages.text(message, locale);
    }

    String halfYear(HalfYear halfYear) {
        return say(
                halfYear.season() == HalfYear.Season.V ? "half-year-v" : "half-year-h",
                Integer.toString(halfYear.year()));
    }

    String departments(List<DepartmentId> ids) {
        return join("and", ids.stream().map(departments).distinct().toList());
    }

    String stay(Stay stay) {
        return say("stay", departments(Inadmissibles.departments(stay)), halfYear(stay.halfYear()));
    }

    String stays(List<Stay> stays) {
        return stays.size() == 1
                ? stay(stays.get(0))
                : say("pair", stay(stays.get(0)), stay(stays.get(stays.size() - 1)));
    }

    /** A number as people write it in a sentence, small ones in words. */
    String number(int number) {
        return number >= 1 && number <= 12 ? say("number-" + number) : Integer.toString(number);
    }

    /** The earlier rounds that took something, by their titles. */
    String rounds(List<TakenEarlier> earlier) {
        return join(
                "and",
                earlier.stream()
                        .map(one -> say("round-title", one.title()))
                        .distinct()
                        .toList());
    }

    /** A text that begins a sentence. */
    String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** One or other of several offers that are equally good. */
    String eitherOf(List<List<Stay>> offers) {
        return join("or", offers.stream().map(this::stays).distinct().toList());
    }

    String join(String word, List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String last = parts.get(parts.size() - 1);
        return say("join-" + word, String.join(", ", parts.subList(0, parts.size() - 1)), last);
    }
}
