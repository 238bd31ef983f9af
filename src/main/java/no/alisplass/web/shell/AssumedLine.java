package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;
import no.alisplass.forecast.ForecastResult.Assumed;
import no.alisplass.forecast.given.Assumption;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Texts;

/** What a forecast assumes of a figure, in words; its source, where it is as usual, in the reader's language. */
@TemplateData
public record AssumedLine(String name, String range, String source) {
    private static final int PER_CENT = 100;

    public static AssumedLine of(Assumed each) {
        Assumption which = Assumption.of(each.name()).orElseThrow();
        int scale = which.kind() == Assumption.Kind.SHARE ? PER_CENT : 1;
        String range = Texts.of(
                "forecast-unit-" + which.kind(),
                Formats.number(each.low() * scale),
                Formats.number(each.likely() * scale),
                Formats.number(each.high() * scale));
        return new AssumedLine(
                name(which), range, each.usual() ? Texts.of("forecast-source-" + which.word()) : each.source());
    }

    public static String name(Assumption which) {
        return Texts.of("forecast-assumption-" + which.word());
    }
}
