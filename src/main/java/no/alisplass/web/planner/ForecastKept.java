package no.alisplass.web.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.alisplass.domain.AreaCode;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.planning.ForecastQuestion;
import no.alisplass.planning.ForecastQuestion.AreaFigures;
import no.alisplass.planning.ForecastQuestion.Assumed;
import no.alisplass.web.shell.AssumedLine;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/**
 * What a question that was asked by the API may say and the form has no fields for: it goes along when the question is asked again, and is told.
 *
 * @param question null where nothing goes along
 */
record ForecastKept(ForecastQuestion question) {
    private static final double PER_CENT = 100;
    private static final double SMALL = 1e-9;

    static final ForecastKept NOTHING = new ForecastKept(null);

    /** What each area spares and its specialists. */
    List<AreaFigures> areas() {
        return question == null ? List.of() : question.areas();
    }

    /** New doctors of each area by itself. */
    List<Assumed> byArea() {
        return assumed().filter(each -> each.area() != null).toList();
    }

    /** Those that the form has fields for. */
    List<Assumed> inFields() {
        return assumed().filter(each -> each.area() == null).toList();
    }

    private Stream<Assumed> assumed() {
        return question == null ? Stream.empty() : question.assumptions().stream();
    }

    /** Whether the form's one field cannot say where all of them are from. */
    boolean severalSources() {
        return inFields().stream().map(Assumed::source).distinct().count() > 1;
    }

    /** With the source it had, where it is as it was. */
    Assumed withSource(Assumed read) {
        if (!severalSources()) {
            return read;
        }
        return inFields().stream()
                .filter(each -> each.name().equals(read.name())
                        && each.low() == read.low()
                        && each.likely() == read.likely()
                        && each.high() == read.high())
                .findFirst()
                .orElse(read);
    }

    /** The goal's share as exactly as it was, where the field shows it in whole per cent. @param read what the field says */
    double share(double read) {
        return goalShares().findFirst().filter(each -> shownAs(each, read)).orElse(read);
    }

    /** As {@link #share}, of the goal's certainty. */
    double certainty(double read) {
        return goalShares()
                .skip(1)
                .findFirst()
                .filter(each -> shownAs(each, read))
                .orElse(read);
    }

    private static boolean shownAs(double share, double read) {
        return Math.round(PER_CENT * share) == Math.round(PER_CENT * read);
    }

    private Stream<Double> goalShares() {
        return question == null || question.goal() == null
                ? Stream.empty()
                : Stream.of(question.goal().share(), question.goal().certainty());
    }

    private boolean inParts() {
        return goalShares().anyMatch(each -> Math.abs(PER_CENT * each - Math.rint(PER_CENT * each)) > SMALL);
    }

    /** In words, one line for each; empty where the form shows everything. */
    List<String> lines(Map<AreaCode, String> names) {
        List<String> lines = new ArrayList<>();
        for (Assumed each : byArea()) {
            lines.add(Texts.of(
                    "forecast-kept-new-doctors",
                    names.getOrDefault(each.area(), each.area().value()),
                    Formats.number(each.low()),
                    Formats.number(each.likely()),
                    Formats.number(each.high()),
                    each.source()));
        }
        for (AreaFigures each : areas()) {
            String name = names.getOrDefault(each.area(), each.area().value());
            if (each.spares() != null) {
                lines.add(Texts.of("forecast-kept-spares", name, each.spares()));
            }
            if (each.specialists() != null) {
                lines.add(Texts.of("forecast-kept-specialists", name, each.specialists()));
            }
        }
        if (inParts()) {
            List<String> shares =
                    goalShares().map(each -> Formats.number(PER_CENT * each)).toList();
            lines.add(Texts.of("forecast-kept-goal", shares.get(0), shares.get(1)));
        }
        if (severalSources()) {
            inFields().forEach(each -> Assumption.of(each.name())
                    .ifPresent(which -> lines.add(
                            Texts.of("forecast-kept-source", AssumedLine.words().name(which), each.source()))));
        }
        return lines;
    }
}
