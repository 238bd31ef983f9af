package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;
import java.util.function.Function;
import no.alisplass.domain.AreaCode;
import no.alisplass.forecast.ForecastResult.Assumed;
import no.alisplass.report.ForecastWords;
import no.alisplass.web.text.Language;

/** What a forecast assumes of a figure, in words; its source, where it is as usual, in the reader's language. */
@TemplateData
public record AssumedLine(String name, String range, String source) {
    /** @param areas what areas are called */
    public static AssumedLine of(Assumed each, Function<AreaCode, String> areas) {
        ForecastWords words = words();
        return new AssumedLine(words.name(each, areas), words.range(each), words.source(each));
    }

    /** What forecasts say, in the reader's language. */
    public static ForecastWords words() {
        return new ForecastWords(Language.current().locale());
    }
}
