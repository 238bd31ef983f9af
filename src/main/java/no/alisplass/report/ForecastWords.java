package no.alisplass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.alisplass.domain.AreaCode;
import no.alisplass.forecast.BackwardsResult;
import no.alisplass.forecast.BackwardsResult.Tried;
import no.alisplass.forecast.ForecastResult;
import no.alisplass.forecast.ForecastResult.Assumed;
import no.alisplass.forecast.Goal;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.forecast.given.Phasing;
import no.alisplass.platform.Messages;
import no.alisplass.platform.Told;

/** What a forecast says in sentences: by the pages' texts, so that a file says what the page says, whoever asks for it. */
public record ForecastWords(Locale locale) {
    private static final int PER_CENT = 100;

    private String text(String key, Object... arguments) {
        return Messages.text("web-forecast." + key, locale, arguments);
    }

    /** What an assumption is called. */
    public String name(Assumption which) {
        return text("forecast-assumption-" + which.word());
    }

    /** As {@link #name(Assumption)}, of the area it is of where it is of one. @param areas what areas are called */
    public String name(Assumed each, Function<AreaCode, String> areas) {
        return each.area() == null ? name(which(each)) : text("forecast-new-doctors-of-area", areas.apply(each.area()));
    }

    /** Where an assumption is from as long as nobody says otherwise. */
    public String usualSource(Assumption which) {
        return text("forecast-source-" + which.word());
    }

    /** Where what is assumed is from; as it was typed where it is not as usual. */
    public String source(Assumed each) {
        return each.usual() ? usualSource(which(each)) : each.source();
    }

    /** From low to high, with their unit. */
    public String range(Assumed each) {
        Assumption.Kind kind = which(each).kind();
        int scale = kind == Assumption.Kind.SHARE ? PER_CENT : 1;
        return text(
                "forecast-unit-" + kind,
                Told.number(each.low() * scale, locale),
                Told.number(each.likely() * scale, locale),
                Told.number(each.high() * scale, locale));
    }

    /** @throws java.util.NoSuchElementException for one that no version knows */
    private static Assumption which(Assumed each) {
        return Assumption.of(each.name()).orElseThrow();
    }

    public String goal(Goal goal) {
        return goal.isOfQueue()
                ? text("forecast-goal-queue", goal.by(), percent(goal.certainty()))
                : text(
                        "forecast-goal-wait",
                        goal.by(),
                        percent(goal.share()),
                        goal.underMonths(),
                        percent(goal.certainty()));
    }

    /** One line for each way of phasing in that reaches the goal, or one that none does. */
    public List<String> answers(BackwardsResult result) {
        return result.answers().isEmpty()
                ? List.of(text("forecast-answer-none", result.most()))
                : result.answers().stream().map(this::answer).toList();
    }

    private String answer(Tried each) {
        return each.more() == 0
                ? text("forecast-answer-as-is", percent(each.reached()))
                : text("forecast-answer", each.more(), phasing(each.phasing()), each.seats(), percent(each.reached()));
    }

    public String phasing(Phasing phasing) {
        return text("forecast-phasing-" + phasing);
    }

    /** What it comes to, before any table. @param backwards null where no goal was set */
    List<String> said(ForecastResult result, BackwardsResult backwards) {
        ForecastResult.Row last = result.halfYears().get(result.halfYears().size() - 1);
        List<String> said = new ArrayList<>();
        said.add(text(
                "forecast-said",
                last.halfYear(),
                Math.round(last.queue().middle()),
                Math.round(last.queue().low()),
                Math.round(last.queue().high())));
        if (backwards != null) {
            said.add(goal(backwards.goal()));
            said.addAll(answers(backwards));
        }
        return said;
    }

    /** How many cannot take part in the first round; for where there is somebody. */
    public String notEligible(ForecastResult result) {
        return text(
                result.notEligibleBy() == null ? "forecast-not-eligible" : "forecast-not-eligible-why",
                result.notEligible());
    }

    /** How many of them for which reason; nothing where that is not known. */
    public List<String> reasons(ForecastResult result) {
        return result.notEligibleBy() == null
                ? List.of()
                : result.notEligibleBy().stream()
                        .map(each -> text("forecast-out-" + each.word(), each.doctors()))
                        .toList();
    }

    /** How certain it is and who is not in it. @param leftOut in words */
    List<String> notes(ForecastResult result, List<String> leftOut) {
        List<String> notes = new ArrayList<>();
        notes.add(text("forecast-read", result.replications(), result.queued()));
        if (result.notEligible() > 0) {
            notes.add(notEligible(result));
            notes.addAll(reasons(result));
        }
        notes.addAll(leftOut);
        if (result.unproven() > 0) {
            notes.add(text("forecast-unproven", result.unproven()));
        }
        return notes;
    }

    /**
     * Who waits and is not in a forecast, a line for each reason there is.
     *
     * @param faulty in whose record there is an error
     * @param nothingLeft who needs no more service
     */
    public List<String> leftOut(int faulty, int nothingLeft) {
        List<String> lines = new ArrayList<>();
        if (faulty > 0) {
            lines.add(text("forecast-left-faulty", faulty));
        }
        if (nothingLeft > 0) {
            lines.add(text("forecast-left-served", nothingLeft));
        }
        return lines;
    }

    private static long percent(double share) {
        return Math.round(PER_CENT * share);
    }
}
